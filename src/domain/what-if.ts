import { decide, type Law } from './decide.ts'
import type { Command, Order } from './commands.ts'
import type { Refusal } from './decision.ts'
import type { SlipEvent } from './events.ts'
import { evolve, replay } from './evolve.ts'
import { nextStep, type Step } from './next-step.ts'
import { type Act, actsOf } from './recorded-acts.ts'
import type { Colour, Slip, SlipId, Stage } from './slip.ts'
import type { Instant } from './time.ts'

/** How a slip's life went, as far as it is known. */
export interface Outcome {
  stage: Stage
  /** Orange too for a blue that turned into one. */
  colour: Colour
  deadline: Instant | undefined
  /** When it first ran past its deadline. */
  breachedAt: Instant | undefined
  escalated: boolean
  reminders: number
  /** What people did that these rules forbid. */
  refusedActs: readonly RefusedAct[]
}

export interface RefusedAct {
  at: Instant
  act: Order['type']
  refusal: Refusal
}

export interface WhatIf {
  was: Outcome
  would: Outcome
}

/** A slip's recorded life beside the one it would have had: the same people do the same at the same moments, under other rules. */
export function whatIf(
  id: SlipId,
  events: readonly SlipEvent[],
  { own, other, until }: { own: Law; other: Law; until: Instant },
): WhatIf {
  const was = { id, law: own, slip: replay(id, events), facts: [...events], refusedActs: [] }
  const now = events.at(-1)?.at ?? until
  runDue(was, { now, until, asleepFrom: Infinity })
  return { was: outcomeOf(was), would: outcomeOf(relive(id, events, other, until)) }
}

/** A life under way. */
interface Life {
  id: SlipId
  law: Law
  slip: Slip | undefined
  facts: SlipEvent[]
  refusedActs: RefusedAct[]
}

/** Lives a recorded life again. Under the rules it was lived by it comes out the same, fact by fact. */
export function relive(
  id: SlipId,
  events: readonly SlipEvent[],
  law: Law,
  until: Instant,
): Omit<Life, 'law'> {
  const life: Life = { id, law, slip: undefined, facts: [], refusedActs: [] }
  const orange = events.find((event) => event.type === 'escalated')?.orange
  let now = events[0]?.at ?? until
  for (const act of actsOf(id, events)) {
    runDue(life, { now, until: act.at, asleepFrom: asleepFrom(act), orange })
    now = act.at
    if (act.order === 'step') runOne(life, now, orange)
    else ask(life, { ...act.order, by: act.by, at: now })
  }
  runDue(life, { now, until, asleepFrom: Infinity, orange })
  return life
}

/**
 * From when on the bot let due steps lie before a recorded act, because it was down or busy:
 * a step that falls due in that time waits in the other life too.
 */
function asleepFrom({ before, at }: Act): Instant {
  const due = before && ownStep(before)
  return due && due.at <= at ? due.at : Infinity
}

interface Span {
  now: Instant
  until: Instant
  asleepFrom: Instant
  orange?: SlipId | undefined
}

/** Lets everything happen that falls due in a span of time while the bot is awake. */
function runDue(life: Life, { now, until, asleepFrom: asleep, orange }: Span): void {
  let moment = now
  for (let step = dueBy(life, until); step; step = dueBy(life, until)) {
    moment = Math.max(moment, step.at)
    if (moment >= asleep) return
    runOne(life, moment, orange)
  }
}

function runOne(life: Life, at: Instant, orange = `${life.id}/orange`): void {
  const step = dueBy(life, at)
  if (!step) return
  const by = { kind: 'rule', rule: 'D11' } as const
  ask(life, { type: 'runStep', step: step.kind, orange, by, at })
}

function dueBy({ slip }: Life, at: Instant): Step | undefined {
  const step = slip && ownStep(slip)
  return step && step.at <= at ? step : undefined
}

/** Whether a card is accepted is up to the platform, whatever the rules: its failures are lived again as recorded. */
function ownStep(slip: Slip): Step | undefined {
  const step = nextStep(slip)
  return step?.kind === 'watchService' ? undefined : step
}

function ask(life: Life, command: Command): void {
  const { rules, calendar } = life.law
  const decision = decide(rules, calendar, life.slip, command)
  if ('refused' in decision) {
    const { at, type: act, by } = command
    if (by.kind === 'person') life.refusedActs.push({ at, act, refusal: decision.refused })
    return
  }
  for (const fact of decision.accepted) {
    life.slip = evolve(life.id, life.slip, fact)
    life.facts.push(fact)
  }
}

function outcomeOf({ id, slip, facts, refusedActs }: Omit<Life, 'law'>): Outcome {
  if (!slip) throw new Error(`slip ${id} has no record`)
  const escalated = slip.stage === 'escalated'
  return {
    stage: slip.stage,
    colour: escalated ? 'orange' : slip.content.colour,
    deadline: slip.deadline?.dueAt,
    breachedAt: facts.find(({ type }) => type === 'breached')?.at,
    escalated,
    reminders: facts.filter(({ type }) => type === 'reminded').length,
    refusedActs,
  }
}
