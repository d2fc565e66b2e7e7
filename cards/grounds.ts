import { formatSerial } from '../src/domain/serial.ts'
import type { Earlier, Grounds } from '../src/domain/slip.ts'
import type { Room } from './budget.ts'
import { bold, type Element, fact, markdown, panel } from './kit.ts'
import { cited } from './rule-name.ts'

/** 蓝单下达及整改情况 (A3) of an orange that no blue turned into: the same problem again, or signed for at once. */
export function groundsPanel(grounds: Grounds, room: Room): Element {
  const title = `${bold('蓝单下达及整改情况')} ${GROUND[grounds.rule]}`
  return panel(title, [groundsText(grounds, room)], true)
}

export const groundsText = (grounds: Grounds, room: Room): Element =>
  markdown(
    [
      fact('签发依据', `${GROUND[grounds.rule]}${cited(grounds.rule)}`),
      ...(grounds.rule === 'I4c' ? [fact('此前的单', serials(grounds.earlier, room))] : []),
      fact(grounds.rule === 'I4c' ? '认定理由' : '直接签发的理由', room.markdown(grounds.because)),
    ].join('\n'),
  )

const GROUND: Record<Grounds['rule'], string> = {
  I4c: '多次督查存在同一问题',
  I4: '直接签发',
}

export function serials(earlier: readonly Earlier[], room: Room): string {
  const hidden = Math.max(0, earlier.length - room.items)
  const shown = earlier.slice(0, room.items).map(({ serial }) => formatSerial(serial))
  return `${shown.join('、')}${hidden > 0 ? ` 等 ${earlier.length} 张` : ''}`
}
