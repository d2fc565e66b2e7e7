import { breachEvents } from './breach.ts'
import type { Ask, Law } from './decide.ts'
import { type Decision, refuse, unless } from './decision.ts'
import type { Fact, SlipEvent } from './events.ts'
import { nextStep, type Step } from './next-step.ts'
import type { RuleId } from './rule-book.ts'
import type { Slip } from './slip.ts'

/** What a timer brings about, if its step is still the slip's next one and its time has come; else the timer is void. */
export function runStep(law: Law, slip: Slip, ask: Ask<'runStep'>): Decision {
  const next = nextStep(slip)
  const due = next?.kind === ask.step && next.at <= ask.at
  return unless([!due && refuse('D11', { is: 'ruleNotDue' })], () =>
    STEPS[ask.step](law, slip, ask),
  )
}

const STEPS: Record<Step['kind'], (law: Law, slip: Slip, ask: Ask<'runStep'>) => SlipEvent[]> = {
  watchService: (_, __, ask) => [
    byRule(ask, 'D2', { type: 'serviceFailed', code: 0, reason: 'not accepted in time' }),
  ],
  remind: (_, slip, ask) => [byRule(ask, 'D11', { type: 'reminded', index: slip.reminded })],
  breach: (law, slip, ask) => breachEvents(law, slip, ask.at),
  urgeVerdict: (_, __, ask) => [byRule(ask, 'D9', { type: 'verdictUrged' })],
  urgeExtension: (_, __, ask) => [byRule(ask, 'D9', { type: 'rulingUrged', about: 'extension' })],
  urgeReturn: (_, __, ask) => [byRule(ask, 'D9', { type: 'rulingUrged', about: 'return' })],
  lookBack: (_, __, ask) => [byRule(ask, 'D10', { type: 'lookBackDue' })],
  confirmBySilence: (_, __, ask) => [byRule(ask, 'D3', { type: 'escalated', orange: ask.orange })],
}

const byRule = ({ at }: Ask<'runStep'>, rule: RuleId, fact: Fact): SlipEvent => ({
  ...fact,
  at,
  by: { kind: 'rule', rule },
  rule,
})
