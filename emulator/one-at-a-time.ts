export type OneAtATime = <T>(work: () => Promise<T>) => Promise<T>

/** Work is started in the order it was asked for, each after the one before it has ended, well or badly. */
export function oneAtATime(): OneAtATime {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work, work)
    last = mine
    return mine
  }
}
