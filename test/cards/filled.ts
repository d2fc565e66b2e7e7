/** A text of a length, made of something that tries to be more than text. */
export const filled = (seed: string, length: number): string =>
  seed.repeat(Math.ceil(length / seed.length)).slice(0, length)

export const findings = (seed: string, count: number, length: number) =>
  Array.from({ length: count }, () => ({
    text: filled(seed, length),
    requirement: filled(seed, length),
    type: 'R3.2',
  }))
