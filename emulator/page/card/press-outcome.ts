import type { Pressed } from '../../wire.ts'
import type { ToastKind } from '../parts/toast.tsx'

/** What the client shows for the answer to a press, failures exactly as the real one words them. */
export const toastFor = (pressed: Pressed): { kind: ToastKind; text: string } | undefined => {
  if (pressed.code) return { kind: 'error', text: `出错了，请稍后重试 code: ${pressed.code}` }
  if (!pressed.toast?.content) {
    return pressed.reason ? { kind: 'warning', text: pressed.reason } : undefined
  }
  return { kind: pressed.toast.type, text: pressed.toast.content }
}
