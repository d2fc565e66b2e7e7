import type { Actor } from '../../../src/domain/authority.ts'
import type { Order } from '../../../src/domain/commands.ts'
import { pendingRounds } from '../../../src/domain/findings.ts'
import type { Desk } from '../../../src/domain/next-step.ts'
import type { Role } from '../../../src/domain/organisation.ts'
import { typeByCode } from '../../../src/domain/problem-types.ts'
import type { Colour, Slip } from '../../../src/domain/slip.ts'
import { type Day, yearOf } from '../../../src/domain/time.ts'
import { RULES } from '../given.ts'
import {
  askExtension,
  askReturn,
  confirm,
  correct,
  countersign,
  dismiss,
  handOver,
  issueBlue,
  issueGreen,
  issueOrange,
  judge,
  lookBack,
  replyInterim,
  resetDeadline,
  retryService,
  ruleExtension,
  ruleReturn,
  signFor,
  urge,
  withdraw,
} from '../orders.ts'
import { BY_RULE, who } from '../people.ts'
import { ANSWER, MEETING } from '../stories.ts'

/** The words of the office for what the core calls by its own names. */
export const COLOUR: Record<Colour, '绿' | '蓝' | '橙'> = { green: '绿', blue: '蓝', orange: '橙' }

export const ROLE: Record<Role, string> = {
  contact: '联络员',
  head: '分管领导',
  inspector: '督查员',
  reviewer: '审核人',
  director: '主任',
  leader: '领导小组',
}

export const DESK: Record<Desk, string> = {
  office: '办公室',
  unit: '责任单位',
  reviewer: '审核人',
  director: '主任',
  inspector: '督查员',
}

export const ENDED = ({ stage }: Slip): string => {
  if (stage === 'voided') return '无（已撤销）'
  return stage === 'escalated' ? '无（已转橙单）' : '无（已办结）'
}

const PEOPLE: Readonly<Record<string, string>> = {
  督查员: 'ou_inspector',
  另一督查员: 'ou_otherInspector',
  联络员: 'ou_contact',
  分管领导: 'ou_head',
  二热联络员: 'ou_otherContact',
  审核人: 'ou_reviewer',
  兼本单位联络员的审核人: 'ou_reviewerOfUnit',
  主任: 'ou_director',
  主任代理人: 'ou_deputy',
  领导: 'ou_leader',
}

/** Somebody as they are on that day, substitutions included. */
export function actorOf(name: string, day: Day): Actor {
  if (name === '系统') return BY_RULE
  const id = PEOPLE[name]
  if (!id) throw new Error(`nobody is called ${name}`)
  return who(id, day)
}

interface Told {
  /** What stands after the verb. */
  said: string
  slip: Slip | undefined
  day: Day
}

const roundOf = ({ slip }: Told): number =>
  (slip && (pendingRounds(slip)[0] ?? slip.feedback.length)) || 1

const feedback = ({ day }: Told, meeting: boolean) => ({
  ...ANSWER,
  finishedOn: day,
  ...(meeting ? { meeting: { ...MEETING, heldOn: day } } : {}),
})
const answered = (told: Told, findings?: readonly number[]): Order => ({
  type: 'submitFeedback',
  feedback: feedback(told, true),
  ...(findings ? { findings } : {}),
})

const contentOf = ({ slip }: Told) => {
  if (!slip) throw new Error('nothing to correct')
  return { ...slip.content, site: '延安路热力站' }
}

const DEEDS: Readonly<Record<string, (told: Told) => Order>> = {
  签收: () => signFor,
  反馈: (told) => answered(told),
  反馈第一项: (told) => answered(told, [0]),
  反馈第二项: (told) => answered(told, [1]),
  反馈但未填原因: (told) => ({
    type: 'submitFeedback',
    feedback: { ...feedback(told, true), cause: '' },
  }),
  反馈但未开会: (told) => ({ type: 'submitFeedback', feedback: feedback(told, false) }),
  说明进展: () => replyInterim(),
  转交分管领导: () => handOver(),
  申请延期至: ({ said }) => askExtension(said),
  同意延期: () => ruleExtension(true),
  不同意延期: () => ruleExtension(false),
  退单给第二热力公司: () => askReturn(),
  同意退单: () => ruleReturn(true),
  不同意退单: () => ruleReturn(false),
  通过: (told) => judge('pass', roundOf(told)),
  退回补正: (told) => judge('supplement', roundOf(told)),
  整改不达标: (told) => judge('fail', roundOf(told)),
  确认橙单: () => confirm,
  '不发橙单，限期至': ({ said }) => dismiss(said),
  另定期限至: ({ said }) => resetDeadline(said),
  不发橙单: () => dismiss(''),
  签字同意: () => countersign(true, ''),
  签字不同意: () => countersign(false),
  催办: () => urge,
  更正站点: (told) => correct(contentOf(told)),
  更正为别的单位: (told) => correct({ ...contentOf(told), unit: 'rl2' }),
  撤销: () => withdraw(),
  撤销但不写原因: () => withdraw(''),
  重新送达: () => retryService,
  '回头看：保持': () => lookBack('held'),
  '回头看：部分保持': () => lookBack('partly'),
  '回头看：反弹': () => lookBack('relapsed'),
}

export function orderOf([verb = '', said = '']: string[], slip: Slip | undefined, day: Day): Order {
  const deed = DEEDS[verb]
  if (!deed) throw new Error(`nobody can ${verb}`)
  return deed({ said, slip, day })
}

/** A slip as it is issued on a day; an orange at once comes from the director with its grounds. */
export function issueOf(
  colour: '绿' | '蓝' | '橙',
  types: readonly string[] = ['R3.1'],
  day: Day,
): { order: Order; by: Actor } {
  const issue = { 绿: issueGreen, 蓝: issueBlue, 橙: issueOrange }[colour]
  const findings = types.map((code) => ({
    text: typeByCode(RULES, code)?.name ?? code,
    requirement: typeByCode(RULES, code)?.requirement ?? '',
    type: code,
  }))
  const written = colour === '绿' ? {} : { findings }
  const content = { ...issue.content, ...written, inspectedOn: day }
  const serial = { ...issue.serial, year: yearOf(day) }
  const by = who(colour === '橙' ? 'ou_director' : 'ou_inspector', day)
  return { order: { ...issue, content, serial }, by }
}
