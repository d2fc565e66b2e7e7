import type { Room } from './budget.ts'
import { bold, type Element, fact, grey, markdown } from './kit.ts'
import type { Reading } from './reading.ts'
import { requestLines } from './requests.ts'
import { turn } from './state.ts'
import { momentText, stampText } from './when.ts'
import { LOOK_BACK, VISIT } from './wording.ts'

/** The older ones stay in the record. */
const INTERIM_MAX = 3

/** Served, signed for, in whose hands, what was asked in between, and whose move it is. */
export function standing(reading: Reading, room: Room): Element[] {
  const lines = [
    ...service(reading, room),
    ...requestLines(reading, room),
    ...interim(reading, room),
    ...visits(reading, room),
    ...next(reading, room),
  ]
  return lines.length > 0 ? [markdown(lines.join('\n'))] : []
}

function service({ slip, name, now }: Reading, room: Room): string[] {
  const { served, signedFor, handler } = slip
  if (!served) return []
  const signature =
    signedFor && `${room.markdown(name(signedFor.by))}　${momentText(signedFor.at, now)}`
  return [
    fact('送达', momentText(served.at, now)),
    ...(signature ? [fact('签收', signature)] : []),
    ...(handler ? [fact('经办', room.markdown(name(handler)))] : []),
  ]
}

/** What the unit said before it answered. */
export function interim({ slip, name }: Reading, room: Room): string[] {
  const shown = Math.min(INTERIM_MAX, room.items)
  const hidden = Math.max(0, slip.interim.length - shown)
  return [
    ...(hidden > 0 ? [grey(`更早的 ${hidden} 次中间答复在记录里`)] : []),
    ...slip.interim
      .slice(hidden)
      .map(({ text, by, at }) =>
        fact('中间答复', `${stampText(at)} ${room.markdown(name(by))}：${room.markdown(text)}`),
      ),
  ]
}

/** I7: what was found, and when somebody comes again. */
export function visits({ slip, name, now }: Reading, room: Room): string[] {
  const { lookBack, lookedBack, stage } = slip
  const planned =
    lookBack && stage === 'closed'
      ? [fact('回头看', `定于 ${momentText(lookBack.at, now)}（${VISIT[lookBack.because]}）`)]
      : []
  const shown = lookedBack.slice(-Math.min(INTERIM_MAX, room.items))
  return [
    ...shown.map(({ finding, reason, by, at }) => {
      const who = `${stampText(at)} ${room.markdown(name(by))}`
      return fact('回头看', `${bold(LOOK_BACK[finding])}，${room.markdown(reason)}（${who}）`)
    }),
    ...planned,
  ]
}

function next(reading: Reading, room: Room): string[] {
  const desk = reading.slip.served ? turn(reading) : undefined
  return desk ? [fact('现在轮到', bold(room.markdown(desk)))] : []
}

/** Why it was called back. */
export const withdrawal = ({ slip }: Reading, room: Room): Element[] =>
  slip.withdrawn ? [markdown(fact('撤销理由', room.markdown(slip.withdrawn.reason)))] : []

/** 更正 1 次：原因 */
export function corrections({ slip, name, now }: Reading, room: Room): Element[] {
  const latest = slip.corrections.at(-1)
  if (!latest) return []
  const { reason, by, at } = latest
  const who = `${room.markdown(name(by))}，${momentText(at, now)}`
  const times = slip.corrections.length
  return [markdown(`${bold(`更正 ${times} 次`)}：${room.markdown(reason)}（${who}）`)]
}
