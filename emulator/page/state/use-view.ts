import { useCallback, useEffect, useState } from 'preact/hooks'
import { formatView, parseView, type View } from './view.ts'

/** The address bar as state. Going to another person or chat is a step back can undo; the rest is not. */
export const useView = (): [View, (change: Partial<View>) => void] => {
  const [view, setView] = useState(() => parseView(location.search))
  useEffect(() => {
    const follow = () => setView(parseView(location.search))
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])
  const change = useCallback((part: Partial<View>) => {
    const before = parseView(location.search)
    const next = { ...before, ...part }
    const address = location.pathname + formatView(next)
    const step = next.as !== before.as || next.chat !== before.chat
    if (step) history.pushState(null, '', address)
    else history.replaceState(null, '', address)
    setView(next)
  }, [])
  return [view, change]
}
