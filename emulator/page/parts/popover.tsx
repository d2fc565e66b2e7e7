import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { placeBeside } from './place-beside.ts'

interface PopoverProps {
  label: string
  class?: string
  align?: 'start' | 'end'
  trigger: ComponentChildren
  /** The panel; `close` shuts it after a choice. */
  children: (close: () => void) => ComponentChildren
  disabled?: boolean
}

const LEAVING = ['pointerdown', 'focusin', 'wheel', 'touchmove'] as const

/**
 * A button and the panel it opens; a click or a scroll elsewhere, Escape or leaving by Tab closes it.
 * A scroll nobody made takes it along: a choice may make the card grow, and with it the log move.
 */
export const Popover = (props: PopoverProps) => {
  const { label, class: cls = '', align = 'start', trigger, children, disabled = false } = props
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const place = () => {
    if (button.current && panel.current) placeBeside(panel.current, button.current, align)
  }
  useLayoutEffect(() => {
    if (open) place()
  })
  useEffect(() => {
    if (!open) return
    const away = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false)
    }
    const follow = (event: Event) => {
      if (event.target !== panel.current) place()
    }
    for (const type of LEAVING) document.addEventListener(type, away, { passive: true })
    document.addEventListener('scroll', follow, true)
    return () => {
      for (const type of LEAVING) document.removeEventListener(type, away)
      document.removeEventListener('scroll', follow, true)
    }
  }, [open])
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <div
      class={`popover ${cls}`}
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.stopPropagation()
        close()
      }}
    >
      <button
        ref={button}
        type="button"
        class="popover-trigger"
        aria-label={label}
        title={label}
        aria-haspopup="true"
        aria-expanded={open}
        disabled={disabled}
        onClick={() => setOpen(!open)}
      >
        {trigger}
      </button>
      {open && (
        <div ref={panel} class="popover-panel">
          {children(close)}
        </div>
      )}
    </div>
  )
}
