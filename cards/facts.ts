import type { Finding, SlipContent } from '../src/domain/slip.ts'
import { dayOf } from '../src/domain/time.ts'
import type { Room } from './budget.ts'
import { bold, type Element, fact, grey, markdown } from './kit.ts'
import type { Reading } from './reading.ts'
import { dayText, fullDay } from './when.ts'
import { FORM_TITLE, place } from './wording.ts'

/** The upper cells of A2 and A3. */
export function slipFacts({ slip, unit, name, now }: Reading, room: Room): Element {
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

/** 督办事项, each with its 整改要求 beneath. One element, however many. */
export function findingList(findings: readonly Finding[], room: Room): Element {
  const hidden = Math.max(0, findings.length - room.items)
  const items = findings.slice(0, room.items).map(({ text, requirement }, i) => {
    const number = findings.length > 1 ? `${bold(`${i + 1}.`)} ` : ''
    return `${number}${room.markdown(text)}\n${fact('整改要求', room.markdown(requirement))}`
  })
  return markdown(
    [
      bold('督办事项'),
      ...items,
      ...(hidden > 0 ? [grey(`还有 ${hidden} 项，这里放不下。`)] : []),
    ].join('\n\n'),
  )
}

/** 2 项督办事项 */
export const findingCount = ({ findings }: Pick<SlipContent, 'findings'>): string =>
  `${findings.length} 项督办事项`
