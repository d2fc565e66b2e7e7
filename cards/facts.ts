import { findingStates } from '../src/domain/findings.ts'
import { typeByCode } from '../src/domain/problem-types.ts'
import type { RuleBook } from '../src/domain/rule-book.ts'
import type { Finding, Slip, SlipContent } from '../src/domain/slip.ts'
import { dayOf } from '../src/domain/time.ts'
import type { Room } from './budget.ts'
import { escape } from './escape.ts'
import { bold, type Element, fact, grey, markdown } from './kit.ts'
import type { Reading } from './reading.ts'
import { dayText, fullDay } from './when.ts'
import { FINDING, FORM_TITLE, place } from './wording.ts'

type Facts = Pick<Reading, 'slip' | 'unit' | 'name' | 'now'>

/** The upper cells of A2 and A3. */
export function slipFacts({ slip, unit, name, now }: Facts, room: Room): Element {
  const { colour, site, subject, inspectedOn } = slip.content
  return markdown(
    [
      bold(FORM_TITLE[colour]),
      fact('日期', fullDay(dayOf(slip.issuedAt))),
      fact('督办项目', room.markdown(subject)),
      fact('责任单位（站点）', room.markdown(place(unit, site))),
      fact('督查时间', dayText(inspectedOn, now)),
      fact('督查人', room.markdown(name(slip.inspector))),
    ].join('\n'),
  )
}

/** The findings of a slip; how each stands where there are several. `only`: by their place. */
export function slipFindings(
  { slip, rules }: { slip: Slip; rules: RuleBook },
  room: Room,
  only?: readonly number[],
): Element {
  const { findings } = slip.content
  const states = findings.length > 1 && slip.served ? findingStates(slip) : []
  const items = findings.map((finding, at) => ({
    finding,
    number: findings.length > 1 ? at + 1 : undefined,
    type: typeByCode(rules, finding.type)?.name,
    state: states[at] && FINDING[states[at]],
  }))
  return listing(only ? items.filter((_, at) => only.includes(at)) : items, room)
}

/** The findings of a draft. */
export const findingList = (
  findings: readonly Finding[],
  typeName: (code: string | undefined) => string | undefined,
  room: Room,
): Element =>
  listing(
    findings.map((finding, at) => ({
      finding,
      number: findings.length > 1 ? at + 1 : undefined,
      type: typeName(finding.type),
    })),
    room,
  )

interface Item {
  finding: Finding
  number?: number | undefined
  type?: string | undefined
  state?: string | undefined
}

/** 督办事项, each with its 整改要求 beneath. One element, however many. */
function listing(items: readonly Item[], room: Room): Element {
  const hidden = Math.max(0, items.length - room.items)
  return markdown(
    [
      bold('督办事项'),
      ...items.slice(0, room.items).map((item) => entry(item, room)),
      ...(hidden > 0 ? [grey(`还有 ${hidden} 项，这里放不下。`)] : []),
    ].join('\n\n'),
  )
}

function entry({ finding, number, type, state }: Item, room: Room): string {
  const numbered = number === undefined ? '' : `${bold(`${number}.`)} `
  return [
    `${numbered}${room.markdown(finding.text)}${state ? `　${bold(state)}` : ''}`,
    ...(type ? [fact('问题类型', escape(type))] : []),
    fact('整改要求', room.markdown(finding.requirement)),
  ].join('\n')
}

/** 2 项督办事项 */
export const findingCount = ({ findings }: Pick<SlipContent, 'findings'>): string =>
  `${findings.length} 项督办事项`
