import type { Calendar } from './calendar.ts'
import type { Command, Order } from './commands.ts'
import { issue } from './decide-issue.ts'
import { confirmOrange, dismissOrange, resetDeadline } from './decide-orange.ts'
import { correct, urge, withdraw } from './decide-office.ts'
import { requestReturn, ruleReturn } from './decide-return.ts'
import { recordService, recordServiceFailure, retryService } from './decide-service.ts'
import { runStep } from './decide-step.ts'
import { handOver, replyInterim, signFor, submitFeedback } from './decide-answer.ts'
import { countersign } from './decide-closing.ts'
import { requestExtension, ruleExtension } from './decide-extension.ts'
import { lookBack } from './look-back.ts'
import { judge } from './decide-verdict.ts'
import type { Decision } from './decision.ts'
import type { RuleBook } from './rule-book.ts'
import type { Slip } from './slip.ts'

/** What a decision rests on besides the slip and the command: the rule book and calendar of the slip. */
export interface Law {
  rules: RuleBook
  calendar: Calendar
}

export type Ask<T extends Order['type']> = Extract<Order, { type: T }> & Pick<Command, 'by' | 'at'>
type Decider<T extends Order['type']> = (law: Law, slip: Slip, ask: Ask<T>) => Decision

/** Who answers what. Reading this table is reading what can be asked of a slip. */
const DECIDERS: { [T in Exclude<Order['type'], 'issue'>]: Decider<T> } = {
  recordService,
  recordServiceFailure,
  retryService,
  signFor,
  submitFeedback,
  replyInterim,
  handOver,
  requestExtension,
  ruleExtension,
  requestReturn,
  ruleReturn,
  judge,
  countersign,
  confirmOrange,
  dismissOrange,
  resetDeadline,
  urge,
  correct,
  withdraw,
  lookBack,
  runStep,
}

/**
 * The regulation's answer to a command: the facts that follow, or the rule that forbids it.
 * A pure function; `slip` is undefined for `issue` only.
 */
export function decide(
  rules: RuleBook,
  calendar: Calendar,
  slip: Slip | undefined,
  command: Command,
): Decision {
  const law = { rules, calendar }
  if (command.type === 'issue') return issue(law, slip, command)
  if (!slip) throw new Error(`${command.type} on a slip that does not exist`)
  const decider = DECIDERS[command.type] as (law: Law, slip: Slip, ask: Command) => Decision
  return decider(law, slip, command)
}
