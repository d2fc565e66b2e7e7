import type { Action } from './actions.ts'
import { shorten } from './escape.ts'

/** What a press came to, in a few words; undefined where the card itself says it. */
export function doneText(action: Action): string | undefined {
  switch (action.do) {
    case 'signFor':
      return '已签收'
    case 'submitFeedback':
      return '反馈已提交，等审核人审核'
    case 'judge':
      return VERDICT[action.outcome]
    case 'confirmOrange':
      return '已转为橙单，正在送达'
    case 'dismissOrange':
      return '不转橙单，新的期限已定'
    case 'open':
      return '已发到你和我的对话里'
    case 'issueDraft':
      return '已签发，正在送达单位群'
    case 'saveDraft':
      return '已保存'
    case 'cancelDraft':
      return '草稿已取消'
    case 'editDraft':
      return undefined
  }
}

const VERDICT = {
  pass: '已通过，本单办结',
  supplement: '已退回补正，期限不变',
  fail: '已判整改不达标',
} as const

export const unknownButtonText = '这个按钮已经失效，卡片已更新，请按新的操作'
export const noOrganisationText = '还没有导入组织名册，请联系运维人员运行 npm run cli -- org import'
export const draftSentText = '草稿已私下发给你，请到和我的对话里核对后签发。'
export const sentPrivatelyText = '内容已私下发给你，请到和我的对话里看。'
export const textOnlyText = '这里只读文字。发“帮助”可以看到能做什么。'

/** For a line that is no command. */
export const notUnderstoodText = (text: string): string =>
  `没看懂“${shorten(text, 20)}”。发“帮助”可以看到能做什么。`
