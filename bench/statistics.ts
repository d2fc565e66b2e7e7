/** The value below which a share of all samples lies. */
export function percentile(samples: Iterable<number>, share: number): number {
  const sorted = [...samples].toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export function median(samples: Iterable<number>): number {
  const sorted = [...samples].toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2
}

/** Half of the samples lie within a tenth of the median: more rounds would tell nothing new. */
export function isSteady(samples: readonly number[]): boolean {
  const spread = percentile(samples, 0.75) - percentile(samples, 0.25)
  return spread <= 0.1 * median(samples)
}

/** `0.52 (0.49–0.55)`: the median, and between which rounds it lay. */
export function spread(samples: readonly number[], digits = 2): string {
  const [low, high] = [Math.min(...samples), Math.max(...samples)]
  return `${median(samples).toFixed(digits)} (${low.toFixed(digits)}–${high.toFixed(digits)})`
}

/** Why a tail is long on a machine that others use too. */
export const needOf = (cpuMicros: number, perSecond: number): string =>
  `our process alone needed ${((cpuMicros * perSecond) / 10_000).toFixed(0)} % of a core, PostgreSQL its share on top, and other jobs ran on the same cores (load average below)`
