import type { Ruling, Slip, Stage } from '../src/domain/slip.ts'
import type { Room } from './budget.ts'
import { fact } from './kit.ts'
import type { Reading } from './reading.ts'
import { dayText, momentText } from './when.ts'
import { cited } from './rule-name.ts'
import { REQUEST, unitName } from './wording.ts'

export type Request = 'extension' | 'return'
/** A request may wait while the unit has the move, and while the reviewer has. */
const WITH_OFFICE: readonly Stage[] = ['rectifying', 'reviewing']

type Facts = Pick<Reading, 'slip' | 'units' | 'name' | 'now'>

/** D6, D7: what the unit has asked for and what became of it, a line each. */
export const requestLines = (reading: Facts, room: Room): string[] =>
  (['extension', 'return'] as const).flatMap((about) => {
    const request = requestOf(reading.slip, about)
    if (!request) return []
    const wish = wishText(reading, about, room)
    const state = request.ruling
      ? rulingText(request.ruling, reading, room)
      : WITH_OFFICE.includes(reading.slip.stage)
        ? '等审核人审定，审定前期限不变'
        : '没有审定'
    return [fact(REQUEST[about], `${wish}，${state}${cited(RULE[about])}`)]
  })

export const RULE = { extension: 'D6', return: 'D7' } as const

export const requestOf = (slip: Slip, about: Request) =>
  about === 'extension' ? slip.extension : slip.returned

/** D6, D7: what the office has been asked and has not answered. */
export function requestsOpen({ stage, extension, returned }: Slip): Request[] {
  if (!WITH_OFFICE.includes(stage)) return []
  return [
    ...(extension && !extension.ruling ? (['extension'] as const) : []),
    ...(returned && !returned.ruling ? (['return'] as const) : []),
  ]
}

/** 延到 11月28日（周六） / 应由 第二热力公司 承办 */
export function wishText({ slip, units, now }: Facts, about: Request, room: Room): string {
  if (about === 'extension')
    return slip.extension ? `延到 ${dayText(slip.extension.until, now)}` : ''
  return slip.returned ? `应由 ${room.markdown(unitName(units, slip.returned.unit))} 承办` : ''
}

/** What was ruled, why and by whom. */
export const rulingText = (
  { granted, reason, by, at }: Ruling,
  { name, now }: Pick<Facts, 'name' | 'now'>,
  room: Room,
): string =>
  `${granted ? '已同意' : '不同意'}，${room.markdown(reason)}（${room.markdown(name(by))}，${momentText(at, now)}）`
