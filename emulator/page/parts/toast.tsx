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

/** One word at a time: yesterday's error must not stand beside today's success. */
export const useToasts = (): { toast: Toast | undefined; notify: Notify } => {
  const [toast, setToast] = useState<Toast>()
  const last = useRef(0)
  const notify = useCallback<Notify>((kind, text) => {
    last.current += 1
    const id = last.current
    setToast({ id, kind, text })
    setTimeout(() => setToast((now) => (now?.id === id ? undefined : now)), SHOWN_MS)
  }, [])
  return { toast, notify }
}

export const ToastPlace = ({ toast }: { toast: Toast | undefined }) => (
  <div class="toasts" role="status" aria-live="polite">
    {toast && (
      <div key={toast.id} class={`toast is-${toast.kind}`} data-toast={toast.kind}>
        <Icon name={ICONS[toast.kind]} size={18} />
        <span>{toast.text}</span>
      </div>
    )}
  </div>
)
