import * as events from '../db/events.ts'
import { nextSerial } from '../db/serials.ts'
import * as slips from '../db/slips.ts'
import type { Tx } from '../db/connect.ts'
import type { Actor } from '../domain/authority.ts'
import type { Command, Order } from '../domain/commands.ts'
import { decide } from '../domain/decide.ts'
import type { Refusal } from '../domain/decision.ts'
import type { SlipEvent } from '../domain/events.ts'
import { evolve } from '../domain/evolve.ts'
import { type FollowUp, followUpOf } from '../domain/follow-up.ts'
import { type Organisation, unitByCode } from '../domain/organisation.ts'
import type { Serial } from '../domain/serial.ts'
import type { Slip, SlipContent, SlipId } from '../domain/slip.ts'
import { dayOf, type Instant, yearOf } from '../domain/time.ts'
import { announce } from './announce.ts'
import type { Deps } from './deps.ts'
import { rulesAt, rulesOf } from './rule-books.ts'
import { schedule } from './schedule.ts'

export type Outcome =
  | { accepted: readonly SlipEvent[]; slip: Slip }
  | { refused: Refusal; slip: Slip | undefined }

/** What a command is carried out in: one transaction, the organisation in force in it, and the card that was pressed for it. */
export interface Scene {
  tx: Tx
  org: Organisation
  /** Its new content travels in the answer to the press, so it is not patched. */
  pressed?: string | undefined
}

/**
 * The only way a slip changes. Slip, facts, timer and messages are written together or not at all;
 * two commands on one slip wait for each other on its row.
 */
export async function handleCommand(
  deps: Deps,
  scene: Scene,
  id: SlipId,
  command: Command,
): Promise<Outcome> {
  const before = await slips.loadForUpdate(scene.tx, id)
  const rules = before ? rulesOf(deps.ruleBooks, before) : rulesAt(deps.ruleBooks, command.at)
  const decision = decide(rules, deps.calendar, before, command)
  if ('refused' in decision) return { refused: decision.refused, slip: before }
  const slip = await record(deps, scene, id, before, decision.accepted)
  return { accepted: decision.accepted, slip }
}

type IssueOrder = Omit<Extract<Order, { type: 'issue' }>, 'type' | 'serial'>

/** D15: issues a slip under the next serial. Asked first without one, so that a refusal takes no number. */
export async function issueSlip(
  deps: Deps,
  scene: Scene,
  id: SlipId,
  order: IssueOrder & { by: Actor; at: Instant },
): Promise<Outcome> {
  const { colour } = order.content
  const year = yearOf(dayOf(order.at))
  const numbered = (serial: Serial): Command => ({ ...order, type: 'issue', serial })
  const rules = rulesAt(deps.ruleBooks, order.at)
  const asked = decide(rules, deps.calendar, undefined, numbered({ colour, year, number: 0 }))
  if ('refused' in asked) return { refused: asked.refused, slip: undefined }
  return handleCommand(deps, scene, id, numbered(await nextSerial(scene.tx, colour, year)))
}

async function record(
  deps: Deps,
  scene: Scene,
  id: SlipId,
  before: Slip | undefined,
  facts: readonly SlipEvent[],
): Promise<Slip> {
  const steps = foldEach(id, before, facts)
  const slip = steps.at(-1)?.after ?? before
  if (!slip) throw new Error(`nothing was recorded of slip ${id}`)
  if (steps.length === 0) return slip
  await save(scene, before, slip)
  await events.appendEvents(scene.tx, id, before?.version ?? 0, facts)
  await schedule(scene.tx, slip)
  await announce(deps, scene, slip, steps)
  for (const { event, after } of steps) await follow(deps, scene, followUpOf(after, event), event)
  return slip
}

/** A fact, and the slip after it. */
export interface Folded {
  event: SlipEvent
  after: Slip
}

function foldEach(id: SlipId, before: Slip | undefined, facts: readonly SlipEvent[]): Folded[] {
  let slip = before
  return facts.map((event) => {
    slip = evolve(id, slip, event)
    return { event, after: slip }
  })
}

async function save({ tx, org }: Scene, before: Slip | undefined, slip: Slip): Promise<void> {
  if (!before) return slips.insert(tx, slip, wordsFor(org, slip.content))
  const saved = await slips.update(tx, slip, before.version)
  if (!saved) throw new Error(`slip ${slip.id} changed under its own lock`)
}

const wordsFor = (org: Organisation, content: SlipContent): string[] => {
  const unit = unitByCode(org, content.unit)
  return unit ? [unit.name, ...unit.aliases] : []
}

/** I4: the orange that a blue turned into. The regulation cannot refuse what it has just decided. */
async function follow(
  deps: Deps,
  scene: Scene,
  next: FollowUp | undefined,
  { by, at }: SlipEvent,
): Promise<void> {
  if (!next) return
  const { slip, content, inspector, blue } = next
  const outcome = await issueSlip(deps, scene, slip, { content, inspector, blue, by, at })
  if ('refused' in outcome)
    throw new Error(`orange ${slip} was refused: ${outcome.refused.reason.is}`)
}
