import { isLate } from '../src/domain/feedback.ts'
import type { Step } from '../src/domain/next-step.ts'
import type { RuleId } from '../src/domain/rule-book.ts'
import type { Stage } from '../src/domain/slip.ts'
import { groundText } from './lapse.ts'
import type { Reading } from './reading.ts'
import { momentText } from './when.ts'
import { cited } from './rule-name.ts'

/** Why a slip stands where it stands, with its rule. */
export const stageReason = (reading: Reading): string => REASON[reading.slip.stage](reading)

const REASON: Record<Stage, (reading: Reading) => string> = {
  unserved: ({ slip }) =>
    slip.serviceFailure
      ? `飞书没有收下卡片，没有送达就不计时${cited('D2')}`
      : `正在送达，送达前不计时${cited('D2')}`,
  rectifying: ({ slip, now }) => {
    const served = slip.served ? `${momentText(slip.served.at, now)} 送达，` : ''
    return isLate(slip, now)
      ? `${served}期限已过，没有办结${cited('D1')}`
      : `${served}责任单位整改反馈${cited('I5')}`
  },
  reviewing: ({ slip, now }) => {
    const due = slip.verdictDueAt
    const by = due === undefined ? '' : `，应在 ${momentText(due, now)} 前审核`
    const late = due !== undefined && now >= due ? '，审核已超时' : ''
    return `反馈已提交${by}${late}${cited('D9')}`
  },
  proposed: ({ slip }) =>
    slip.proposal
      ? `${groundText(slip, slip.proposal)}${cited(slip.proposal.ground)}，由办公室主任决定${cited('D3')}`
      : `由办公室主任决定${cited('D3')}`,
  countersigning: () => `审核通过，橙单办结要办公室主任会签${cited('D4')}`,
  lookingBack: () => `办结后到了回头看的时间${cited('I7')}`,
  escalated: ({ slip }) =>
    slip.proposal
      ? `${groundText(slip, slip.proposal)}${cited(slip.proposal.ground)}`
      : `转为橙单${cited('D3')}`,
  closed: ({ slip }) =>
    slip.content.colour === 'green' ? `送达即完成${cited('I2')}` : `审核通过${cited('D4')}`,
  voided: () => `签发人或主任撤销，编号保留，列为作废${cited('D15')}`,
}

/** What happens by itself, with its rule. */
export const stepText = ({ kind }: Step): string => `${STEP[kind]}${cited(STEP_RULE[kind])}`

export const ruleOfStep = ({ kind }: Step): RuleId => STEP_RULE[kind]

const STEP: Record<Step['kind'], string> = {
  watchService: '仍未送达就通知办公室',
  remind: '发下一次提醒',
  breach: '期限届满，记为逾期',
  urgeVerdict: '审核超时，催办审核人',
  urgeExtension: '延期审定超时，催办审核人',
  urgeReturn: '退单审定超时，催办审核人',
  confirmBySilence: '按规则自动转为橙单',
  lookBack: '提请督查员回头看',
}

const STEP_RULE: Record<Step['kind'], RuleId> = {
  watchService: 'D2',
  remind: 'D11',
  breach: 'D1',
  urgeVerdict: 'D9',
  urgeExtension: 'D9',
  urgeReturn: 'D9',
  confirmBySilence: 'D3',
  lookBack: 'D10',
}
