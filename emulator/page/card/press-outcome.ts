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

/** Nothing came of it: whoever pressed mends what they typed, or leaves it to somebody who may. */
export const isRefused = ({ code, reason, toast }: Pressed): boolean =>
  code !== undefined || reason !== undefined || toast?.type === 'error'
