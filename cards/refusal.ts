import type { Reason, Refusal } from '../src/domain/decision.ts'
import type { Stage } from '../src/domain/slip.ts'
import { shorten } from './escape.ts'
import { FEEDBACK_LABEL } from './feedback-form.ts'
import { stampText } from './when.ts'
import { cited } from './rule-name.ts'
import { CELL_LABEL } from './wording.ts'

/** No in the rule's own words, one sentence, the rule at its end. */
export const refusalText = ({ rule, reason }: Refusal): string =>
  `${sentence(reason)}${cited(rule)}`

function sentence(reason: Reason): string {
  switch (reason.is) {
    case 'notInspector':
      return '只有督查员可以签发督查落实单'
    case 'notYourUnit':
      return '只有责任单位的联络员或分管服务领导可以办这一步'
    case 'notReviewer':
      return '只有审核人可以给出审核结果'
    case 'ownFeedback':
      return '自己提交的反馈不能由自己审核，请由其他审核人办理'
    case 'ownUnit':
      return '本单位的事不能由本单位的人审定，请由其他人办理'
    case 'notDirector':
      return '这一步由办公室主任决定'
    case 'alreadySigned':
      return `这张单 ${stampText(reason.at)} 已经签收了，不用再签`
    case 'wrongStage':
      return WRONG_STAGE[reason.stage]
    case 'missing':
      return `还没有填：${reason.fields.map(labelOf).join('、')}`
    case 'notADay':
      return `${labelOf(reason.field)}“${shorten(reason.text, 20)}”不是一个日期，请写成 2026-11-26 这样`
    case 'dayPast':
      return '新的期限已经过去了，请选今天或以后的日期'
    case 'futureFinish':
      return '日期在今天以后，请填实际发生的日期'
    case 'beforeInspection':
      return '日期在督查时间以前，请填督查以后实际发生的日期'
    case 'stale':
      return '这张卡片不是最新的，责任单位又提交了反馈，请看最新一次'
    case 'supplementAfterDeadline':
      return '期限已过，不能再退回补正，请选择通过或整改不达标'
    case 'ruleNotDue':
      return '还没有到这一步的时间'
    case 'onlyOnce':
      return '每张单只能申请一次，这张单已经申请过了'
    case 'afterDeadline':
      return '期限已过，不能再申请，请尽快提交整改反馈并说明逾期情况'
    case 'notLater':
      return '申请的日期要晚于现在的整改期限'
    case 'tooFar':
      return `最多只能延到现在期限之后 ${reason.days} 天`
    case 'nothingToRule':
      return '这张单没有等待审定的申请，可能已经有人审定了'
    case 'sameUnit':
      return '应承办的单位不能填现在的责任单位，请选别的单位'
    case 'notColleague':
      return '只能转交给本单位的其他联络员或分管服务领导'
    case 'urgedRecently':
      return `刚刚催办过，${stampText(reason.again)} 以后才能再催`
    case 'notIssuer':
      return '只有签发这张单的督查员或办公室主任可以办这一步'
    case 'notOffice':
      return '只有服务督查办公室的人可以办这一步'
    case 'notACorrection':
      return '更正只能改文字，颜色、责任单位和督办事项的项数不能变，要变请撤销后重新签发'
    case 'nothingOpen':
      return '没有还要反馈的督办事项，不用再提交'
    case 'orangeNeedsGrounds':
      return '橙单要写明由哪张蓝单转来，或者直接签发的理由'
    case 'futureInspection':
      return '督查时间在今天以后，请填实际督查的日期'
    case 'repeatUnjudged':
      return '这个单位以前有同类问题的单，请先认定是不是同一问题'
    case 'notVisible':
      return '没有这张单，或者你不能看这张单'
    case 'draftNotYours':
      return '这是别人的草稿，只有起草的督查员可以办理'
    case 'draftDone':
      return DRAFT_DONE[reason.state]
    case 'draftChanged':
      return '草稿刚刚改过，请看最新内容后再签发'
  }
}

const DRAFT_DONE: Record<Extract<Reason, { is: 'draftDone' }>['state'], string> = {
  issued: '这份草稿已经签发了',
  cancelled: '这份草稿已经取消了，请重新发送',
  awaiting: '这份草稿已经报主任会签，会签前不能改动',
  declined: '主任没有同意签发这份草稿，请按意见重新起草',
}

const WRONG_STAGE: Record<Stage, string> = {
  unserved: '这张单还没有送达，送达后才能办理',
  rectifying: '这张单现在轮到责任单位整改反馈，这一步还不能办或已经办过',
  reviewing: '反馈已经提交，正在等审核结果，这一步现在不能办',
  proposed: '这张单正在等办公室主任决定是否转橙单，这一步现在不能办',
  countersigning: '这张单审核已通过，正在等办公室主任会签，这一步现在不能办',
  lookingBack: '这张单已经办结，正在回头看，这一步现在不能办',
  escalated: '这张单已经转为橙单，请在橙单上办理',
  closed: '这张单已经办结，不用再办了',
  voided: '这张单已经撤销作废，不用再办了',
}

const LABEL: Record<string, string> = {
  ...FEEDBACK_LABEL,
  ...CELL_LABEL,
  site: '站点',
  reason: '理由',
  until: '新的整改期限',
  text: '中间答复',
  to: '转交给谁',
  because: '认定理由',
  type: '问题类型',
  findings: '本次反馈针对',
  remark: '备注',
}

/** `finding2` → 督办事项 2 */
function labelOf(field: string): string {
  const [, name = field, number = ''] = /^(\D+)(\d*)$/.exec(field) ?? []
  return `${LABEL[name] ?? name}${number && ` ${number}`}`
}
