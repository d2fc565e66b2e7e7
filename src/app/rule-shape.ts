import { z } from 'zod'
import type { RuleBook } from '../domain/rule-book.ts'
import { isDay } from '../domain/time.ts'

const text = z.string().trim().min(1, '不能为空')
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应是 08:30 这样的时刻')
const role = z.enum(['inspector', 'reviewer', 'director', 'leader', 'contact', 'head'])
const colour = z.enum(['green', 'blue', 'orange'])
const count = (min: number, max: number) => {
  const sentence = `应是 ${min} 到 ${max} 的整数`
  return z.int(sentence).min(min, sentence).max(max, sentence)
}
const between = '应在 0 和 1 之间'
const share = z.number().min(0, between).max(1, between)

const Period = z.strictObject({ days: count(1, 90), count: z.enum(['calendar', 'working']) })

const to = z.array(role).min(1, '至少要有一个接收角色')
const Reminder = z.discriminatedUnion('when', [
  z.strictObject({ when: z.literal('share'), share, to }),
  z.strictObject({ when: z.literal('lastHalfDay'), to }),
  z.strictObject({ when: z.literal('due'), to }),
  z.strictObject({ when: z.literal('after'), days: count(1, 30), to }),
])

const Type = z.strictObject({
  code: z.string().regex(/^R[1-6]\.(0|[1-9]\d*)$/, '应是 R3.1 这样的代码'),
  name: text,
  hints: z.array(text),
  requirement: z.string(),
  period: z.exactOptional(Period),
})

const Subject = z.strictObject({
  rule: z.enum(['R1', 'R2', 'R3', 'R4', 'R5', 'R6']),
  name: text,
  types: z.array(Type).min(1, '至少要有一种问题'),
})

/** What a rule book must look like, in a file as in the database. */
export const RuleBookShape: z.ZodType<RuleBook> = z.strictObject({
  version: z.string('应是文字，如 2027-1').regex(/^[\w.-]{1,40}$/, '应是 2027-1 这样的版本号'),
  effectiveFrom: z.string().refine(isDay, '应是 2027-01-01 这样的日期'),
  period: z.strictObject({ blue: Period, orange: Period }),
  officeHours: z.strictObject({ from: clock, to: clock, afternoon: clock }),
  reminders: z.strictObject({ plan: z.array(Reminder).max(20, '最多 20 次'), finally: role }),
  countersign: z.array(colour),
  repeat: z.strictObject({ months: count(1, 120) }),
  extensionDaysMax: count(1, 365),
  urgeEveryHours: count(0, 720),
  lookBack: z.strictObject({
    always: z.array(colour),
    sample: z.strictObject({ colour, share, seed: text }),
    afterDays: count(1, 365),
    againAfterDays: count(1, 365),
  }),
  silenceHours: count(0, 720),
  verdictWorkingDays: count(0, 30),
  subjects: z.array(Subject).min(1, '至少要有一个督办项目'),
})

type Fields = Record<string, unknown>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What `over` says, and where it is silent what `base` says. A list is one thing: it is replaced whole. */
export function overlay(base: unknown, over: unknown): unknown {
  if (over === undefined) return base
  if (!isFields(base) || !isFields(over)) return over
  const names = [...new Set([...Object.keys(base), ...Object.keys(over)])]
  return Object.fromEntries(names.map((name) => [name, overlay(base[name], over[name])]))
}
