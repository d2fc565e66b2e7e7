import type { Draft } from '../src/domain/draft.ts'
import type { Colour } from '../src/domain/slip.ts'
import type { Action } from './actions.ts'
import { shorten } from './escape.ts'

/** What a press came to, in a few words; undefined where the card itself says it. `draft`: what became of the one that was pressed on; `colour`: that of the slip. */
export function doneText(action: Action, draft?: Draft, colour?: Colour): string | undefined {
  switch (action.do) {
    case 'signFor':
      return '已签收'
    case 'submitFeedback':
      return '反馈已提交，等审核人审核'
    case 'judge':
      return action.outcome === 'fail' ? failedText(colour) : VERDICT[action.outcome]
    case 'confirmOrange':
      return '已转为橙单，正在送达'
    case 'resetDeadline':
      return '新的期限已定'
    case 'dismissOrange':
      return '已决定不转橙单'
    case 'replyInterim':
      return '中间答复已记下，期限不变'
    case 'requestExtension':
      return '延期申请已提交，审定前期限不变'
    case 'requestReturn':
      return '退单异议已提交，审定前期限不变'
    case 'handOver':
      return '已转交，本单位其他人仍可办理'
    case 'ruleExtension':
      return action.granted ? '已同意延期' : '已不同意延期，期限不变'
    case 'ruleReturn':
      return action.granted ? '已同意退单，正在送达新的责任单位' : '已不同意退单，期限不变'
    case 'countersign':
      return action.agreed ? '已会签，本单办结' : '已退回整改，期限重新起算'
    case 'lookBack':
      return VISITED[action.finding]
    case 'urge':
      return '已催办'
    case 'withdraw':
      return '已撤销，编号保留，列为作废'
    case 'retryService':
      return '正在重新送达'
    case 'judgeRepeat':
      return action.same ? '已认定是同一问题，草稿改为橙单' : '已认定不是同一问题'
    case 'approveDraft':
      return '已同意签发，正在送达单位群'
    case 'declineDraft':
      return '已退回，没有签发'
    case 'issueDraft':
      return issuedText(draft)
    case 'saveDraft':
      return '已保存'
    case 'cancelDraft':
      return '草稿已取消'
    case 'open':
    case 'more':
    case 'why':
      return '已发到你和我的对话里'
    case 'correctSlip':
      return '更正草稿已发到你和我的对话里'
    case 'editDraft':
      return undefined
  }
}

function issuedText(draft: Draft | undefined): string {
  if (draft?.state === 'awaiting') return '已报办公室主任会签'
  return draft?.content.corrects ? '已更正，责任单位会看到' : '已签发，正在送达单位群'
}

/** An orange has no further colour: it gets a new period. */
function failedText(colour: Colour | undefined): string {
  if (colour === 'orange') return '已判整改不达标，整改期限重新起算'
  const blue = colour === 'blue' ? '' : '蓝单'
  return `已判整改不达标，${blue}提请转橙（提请在工作时间送达主任）`
}

const VERDICT = {
  pass: '已通过',
  supplement: '已退回补正，期限不变',
} as const

const VISITED = {
  held: '已记下，保持良好',
  partly: '已记下，将再督查一次',
  relapsed: '已记下，并提请转为橙单',
} as const

export const unknownButtonText = '这个按钮已经失效，卡片已更新，请按新的操作'
export const noOrganisationText = '还没有导入组织名册，请联系运维人员运行 npm run cli -- org import'
export const draftSentText = '草稿已私下发给你，请到和我的对话里核对后签发。'
export const sentPrivatelyText = '内容已私下发给你，请到和我的对话里看。'
export const textOnlyText = '这里只读文字。发“帮助”可以看到能做什么。'

/** For a line that is no command. */
export const notUnderstoodText = (text: string): string =>
  `没看懂“${shorten(text, 20)}”。发“帮助”可以看到能做什么。`

/** A command that wants a serial came without one. */
export const noSerialText = '请写上编号，例如：催办 蓝2026-1'

/** A command of the regulation that this version does not have. */
export const notYetText = '这个命令还没有开通。发“帮助”可以看到现在能做什么。'

/** A press that was kept and is not done yet. */
export const stillWorkingText = '已收到，正在处理，结果稍后更新在卡片上'

/** A press that could not be kept. */
export const pressFailedText = '处理时出了问题，请稍后再试'
export const pressUnreadableText = '没能读懂这次点击，已记录，请联系督查办'
