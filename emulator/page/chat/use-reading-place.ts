import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Message, Person } from '../../wire.ts'

/** Nearer to the end than this counts as reading along. */
const NEAR_END_PX = 160
/** Air above a message brought to the top. */
const ABOVE_PX = 12

interface ReadingPlace {
  log: RefObject<HTMLDivElement | null>
  inner: RefObject<HTMLDivElement | null>
  /** Something new stands below what is being read. */
  behind: boolean
  toLast: () => void
  /** Before something else scrolls the log. */
  letGo: () => void
  onScroll: () => void
}

/**
 * Where a log stands. It opens with the first unread message at its top, else with the last one:
 * a tall card is begun where it says what it is about, a short one stands at the end. Who reads along at the end follows what comes; whoever has
 * scrolled away stays there.
 */
export const useReadingPlace = (
  last: Message | undefined,
  me: Person,
  firstUnread: string | undefined,
): ReadingPlace => {
  const log = useRef<HTMLDivElement>(null)
  const inner = useRef<HTMLDivElement>(null)
  const [behind, setBehind] = useState(false)
  const opened = useRef(false)
  const atEnd = useRef(true)
  /** The message we have put at the top, until the reader scrolls by themselves. */
  const held = useRef<string | undefined>(undefined)
  const leftAt = useRef(0)

  const isNearEnd = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean =>
    scrollHeight - scrollTop - clientHeight < NEAR_END_PX

  const stay = () => {
    const view = log.current
    if (!view) return
    const row = held.current && view.querySelector(`#${CSS.escape(held.current)}`)
    const gap = row ? row.getBoundingClientRect().top - view.getBoundingClientRect().top : 0
    view.scrollTop = row ? view.scrollTop + gap - ABOVE_PX : view.scrollHeight
    leftAt.current = view.scrollTop
    atEnd.current = isNearEnd(view)
  }

  const toLast = () => {
    held.current = last?.id
    setBehind(false)
    stay()
  }

  useLayoutEffect(() => {
    if (!opened.current && firstUnread !== undefined) {
      held.current = firstUnread
      stay()
    } else if (atEnd.current || last?.from.id === me.openId) toLast()
    else setBehind(true)
    opened.current = true
  }, [last?.id, me.openId])

  /** Pictures and cards grow after they are shown, the composer grows too. */
  useEffect(() => {
    if (!inner.current) return
    const observer = new ResizeObserver(() => {
      if (held.current !== undefined || atEnd.current) stay()
    })
    observer.observe(inner.current)
    if (log.current) observer.observe(log.current)
    return () => observer.disconnect()
  }, [])

  return {
    log,
    inner,
    behind,
    toLast,
    letGo: () => {
      held.current = undefined
      atEnd.current = false
    },
    onScroll: () => {
      const view = log.current
      if (!view) return
      if (Math.abs(view.scrollTop - leftAt.current) > 1) held.current = undefined
      atEnd.current = isNearEnd(view)
      if (atEnd.current) setBehind(false)
    },
  }
}
