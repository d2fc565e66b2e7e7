import { button, buttons, type Element } from './kit.ts'
import { furtherMoves } from './further-moves.ts'
import { isAnswerable } from './moves.ts'
import type { Reading } from './reading.ts'

/** The quiet buttons at the end of a slip. */
export function footer(reading: Reading): Element {
  const { slip, reader } = reading
  const more = reader ? furtherMoves(reading, reader).length > 0 : isAnswerable(slip)
  return buttons(
    ...(more ? [quiet('更多办理', { do: 'more', slip: slip.id })] : []),
    quiet('为什么', { do: 'why', slip: slip.id }),
  )
}

const quiet = (label: string, action: Parameters<typeof button>[1]): Element =>
  button(label, action, { type: 'text', size: 'small' })
