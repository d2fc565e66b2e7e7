import { createContext } from 'preact'
import { useCallback, useContext, useRef, useState } from 'preact/hooks'
import { Icon } from './icon.tsx'

export type ToastKind = 'info' | 'success' | 'error' | 'warning'

interface Toast {
  id: number
  kind: ToastKind
  text: string
}

const SHOWN_MS = 4200
const ICONS: Record<ToastKind, string> = {
  info: 'info',
  success: 'check-circle',
  error: 'error',
  warning: 'warning',
}

export type Notify = (kind: ToastKind, text: string) => void

export const Toasts = createContext<Notify>(() => {})

export const useToast = (): Notify => useContext(Toasts)

export const useToasts = (): { toasts: Toast[]; notify: Notify } => {
  const [toasts, setToasts] = useState<Toast[]>([])
  const last = useRef(0)
  const notify = useCallback<Notify>((kind, text) => {
    last.current += 1
    const id = last.current
    setToasts((all) => [...all.slice(-2), { id, kind, text }])
    setTimeout(() => setToasts((all) => all.filter((each) => each.id !== id)), SHOWN_MS)
  }, [])
  return { toasts, notify }
}

export const ToastStack = ({ toasts }: { toasts: readonly Toast[] }) => (
  <div class="toasts" role="status" aria-live="polite">
    {toasts.map(({ id, kind, text }) => (
      <div key={id} class={`toast is-${kind}`} data-toast={kind}>
        <Icon name={ICONS[kind]} size={18} />
        <span>{text}</span>
      </div>
    ))}
  </div>
)
