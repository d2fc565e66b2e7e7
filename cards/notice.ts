import type { OpenId } from '../src/domain/organisation.ts'
import type { RuleId } from '../src/domain/rule-book.ts'
import type { Notice } from '../src/domain/view.ts'
import { fit } from './budget.ts'
import { button, type Card, footnote, markdown, mentions, type Template } from './kit.ts'
import { noticeText } from './notice-text.ts'
import type { Reading } from './reading.ts'
import { slipHeading } from './state.ts'
import { basis } from './rule-name.ts'

const TOPIC: Record<Notice, string> = {
  supplement: '退回补正',
  failed: '整改不达标',
  dismissed: '不予转橙',
  deadlineReset: '另定期限',
  passed: '审核通过',
  partlyPassed: '部分通过',
  unserved: '没有送达',
  verdictLate: '审核超时',
  rulingLate: '审定超时',
  extensionGranted: '同意延期',
  extensionDenied: '不同意延期',
  returnGranted: '同意退单',
  returnDenied: '不同意退单',
  handedOver: '转交',
  urged: '催办',
  corrected: '更正',
  withdrawn: '撤销',
  lookedBack: '回头看',
}

const TEMPLATE: Partial<Record<Notice, Template>> = {
  passed: 'green',
  partlyPassed: 'green',
  unserved: 'red',
  verdictLate: 'red',
  rulingLate: 'red',
  withdrawn: 'grey',
}

const RULE: Record<Notice, RuleId> = {
  supplement: 'D4',
  failed: 'D4',
  dismissed: 'D3',
  deadlineReset: 'D3',
  passed: 'D4',
  partlyPassed: 'D4',
  unserved: 'D2',
  verdictLate: 'D9',
  rulingLate: 'D9',
  extensionGranted: 'D6',
  extensionDenied: 'D6',
  returnGranted: 'D7',
  returnDenied: 'D7',
  handedOver: 'O5',
  urged: 'D11',
  corrected: 'I1',
  withdrawn: 'D15',
  lookedBack: 'I7',
}

/** A sentence or two to a group about something that happened to a slip. */
export function noticeCard(reading: Reading, about: Notice, mention: readonly OpenId[]): Card {
  const heading = slipHeading(reading, TOPIC[about])
  return fit((room) => ({
    ...heading,
    template: TEMPLATE[about] ?? reading.slip.content.colour,
    elements: [
      markdown([mentions(mention), ...noticeText(reading, about, room)].filter(Boolean).join('\n')),
      // A slip that has moved away is not for this group to open.
      ...(about === 'returnGranted'
        ? []
        : [button('打开', { do: 'open', slip: reading.slip.id }, { size: 'small' })]),
      footnote(basis(RULE[about])),
    ],
  }))
}
