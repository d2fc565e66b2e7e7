import { useEffect, useState } from 'preact/hooks'

const TICK_MS = 1000

/** The virtual clock ticks on from where it was set; while it walks through a jump it stands still. */
export const useTicking = (told: number, walking: boolean): number => {
  const [now, setNow] = useState(told)
  useEffect(() => {
    setNow(told)
    if (walking) return
    const from = performance.now()
    const timer = setInterval(() => {
      // Nothing on the page shows seconds of it, so it moves by whole minutes.
      const at = told + (performance.now() - from)
      setNow((shown) => (Math.floor(at / 60_000) === Math.floor(shown / 60_000) ? shown : at))
    }, TICK_MS)
    return () => clearInterval(timer)
  }, [told, walking])
  return Math.max(now, told)
}
