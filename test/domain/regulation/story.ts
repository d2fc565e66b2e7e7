import type { Actor } from '../../../src/domain/authority.ts'
import type { Order } from '../../../src/domain/commands.ts'
import { decide } from '../../../src/domain/decide.ts'
import { messagesOf } from '../../../src/domain/effects.ts'
import type { SlipEvent } from '../../../src/domain/events.ts'
import { evolve } from '../../../src/domain/evolve.ts'
import { followUpOf } from '../../../src/domain/follow-up.ts'
import { drawLot } from '../../../src/domain/look-back.ts'
import { deskOf, nextStep } from '../../../src/domain/next-step.ts'
import { isOpen, type Slip } from '../../../src/domain/slip.ts'
import { dayOf, type Instant, yearOf } from '../../../src/domain/time.ts'
import { rolesMentioned } from '../../../src/domain/view.ts'
import { at, CALENDAR, inWords, RULES, wall } from '../given.ts'
import { BY_RULE } from '../people.ts'
import { actorOf, COLOUR, DESK, ENDED, issueOf, orderOf, ROLE } from './words.ts'

/** 一行情景：办公室的人看得懂、能签字。 */
export interface Scene {
  /** `D6 · 准：…` 或 `D6 · 拒：…`；没有写颜色的就是蓝单。 */
  情景: string
  颜色?: '绿' | '蓝' | '橙'
  /** 问题类型编码，默认一项“收费公示未上墙”。 */
  问题?: readonly string[]
  /** 卡片没能发进单位群。 */
  送达?: '失败'
  /** 抽中回头看的蓝单。 */
  抽中?: true
  签发: string
  /** `时间 谁 做什么`；后面写 `✗ 条款` 的，按该条款不予受理。 */
  经过?: readonly string[]
  /** 一直看到这个时刻。 */
  看到?: string
  期望: Partial<Ending>
}

/** 情景结束时的样子。 */
export interface Ending {
  到期: string
  /** `时间 → 对象` */
  提醒: readonly string[]
  颜色: string
  在谁桌上: string
  编号: string
}

/** What counts as calling on somebody, apart from the cards themselves. */
const CALLS: readonly SlipEvent['type'][] = [
  'reminded',
  'urged',
  'verdictUrged',
  'rulingUrged',
  'orangeProposed',
  'closingProposed',
  'lookBackDue',
  'serviceFailed',
]

const lot = (id: string): number => drawLot(RULES.lookBack.sample.seed, id)
const IDS = Array.from(
  { length: 40 },
  (_, i) => `5f0e6e0a-0000-4000-8000-${String(i * 7919).padStart(12, '0')}`,
)
const idWhere = (drawn: boolean): string =>
  IDS.find((id) => lot(id) < RULES.lookBack.sample.share === drawn) ?? ''

/** Plays one scene the way the bot does: what falls due happens by itself, a card that leaves is served. */
class Play {
  private id: string
  private slip: Slip | undefined
  private now: Instant = 0
  private served: Instant | undefined
  private readonly calls: string[] = []
  private readonly refusedBy: string[] = []
  private readonly undelivered: boolean

  constructor(scene: Scene) {
    this.id = idWhere(scene.抽中 === true)
    this.undelivered = scene.送达 === '失败'
  }

  pass(until: Instant): void {
    for (let due = this.due(until); due; due = this.due(until)) {
      this.now = Math.max(this.now, due.at)
      this.ask(due.order, BY_RULE)
    }
    this.now = until
  }

  /** The rule that refused it, if one did. */
  ask(order: Order, by: Actor): string | undefined {
    const decision = decide(RULES, CALENDAR, this.slip, { ...order, by, at: this.now })
    if ('refused' in decision) return inWords(decision).split(' ')[0]
    for (const fact of decision.accepted) this.fold(fact)
    return undefined
  }

  /** `2026-11-17 09:00 联络员 反馈 ✗ D8` */
  act(line: string): void {
    const [said = '', rule] = line.split(' ✗ ')
    const [day = '', clock = '', name = '', ...deed] = said.split(' ')
    this.pass(at(`${day} ${clock}`))
    const by = actorOf(name, day)
    const refused = this.ask(orderOf(deed, this.slip, day), by)
    if (refused !== rule) this.refusedBy.push(`${line}：实际为 ${refused ?? '受理'}`)
    this.pass(this.now)
  }

  issue(scene: Scene): void {
    this.now = at(scene.签发)
    const { order, by } = issueOf(scene.颜色 ?? '蓝', scene.问题, dayOf(this.now))
    const refused = this.ask(order, by)
    if (refused) this.refusedBy.push(`签发：实际为 ${refused}`)
    this.pass(this.now)
  }

  get ending(): Ending & { 不符: readonly string[] } {
    const { slip } = this
    if (!slip) throw new Error('no slip was issued')
    const { colour, year, number } = slip.serial
    return {
      到期: slip.deadline ? `${slip.deadline.lastDay} 24:00` : '无',
      提醒: this.calls,
      颜色: COLOUR[slip.content.colour],
      在谁桌上: isOpen(slip) ? DESK[deskOf(slip) ?? 'office'] : ENDED(slip),
      编号: `${COLOUR[colour]}${year}-${number}`,
      不符: this.refusedBy,
    }
  }

  private due(until: Instant): { at: Instant; order: Order } | undefined {
    const { slip, served } = this
    const step = slip && nextStep(slip)
    const serve = served === undefined ? [] : [{ at: served, order: SERVE }]
    const run = step ? [{ at: step.at, order: runStep(step.kind) }] : []
    const [first] = [...serve, ...run].toSorted((a, b) => a.at - b.at)
    return first && first.at <= until ? first : undefined
  }

  private fold(fact: SlipEvent): void {
    const slip = evolve(this.id, this.slip, fact)
    this.slip = slip
    const said = messagesOf(RULES, CALENDAR, slip, fact)
    if (CALLS.includes(fact.type)) {
      const roles = new Set(said.flatMap(({ view }) => rolesMentioned(view)))
      const when = wall(said[0]?.notBefore ?? fact.at)
      this.calls.push(`${when} → ${[...roles].map((role) => ROLE[role]).join('、')}`)
    }
    this.serve(fact, said.find((send) => send.proof)?.notBefore)
    this.follow(slip, fact)
  }

  private serve(fact: SlipEvent, leaves: Instant | undefined): void {
    if (fact.type === 'served' || fact.type === 'withdrawn') this.served = undefined
    if (leaves === undefined) return
    if (this.undelivered && fact.type === 'issued')
      this.ask({ type: 'recordServiceFailure', code: 230002, reason: '机器人不在群里' }, BY_RULE)
    else this.served = leaves
  }

  /** I4: the story goes on with the orange. */
  private follow(slip: Slip, fact: SlipEvent): void {
    const next = followUpOf(slip, fact)
    if (!next) return
    this.id = next.slip
    this.slip = undefined
    const serial = { colour: 'orange', year: yearOf(dayOf(fact.at)), number: 1 } as const
    this.ask({ ...next, type: 'issue', serial }, fact.by)
  }
}

const SERVE: Order = { type: 'recordService', messageId: 'om_1' }
const runStep = (step: Extract<Order, { type: 'runStep' }>['step']): Order => ({
  type: 'runStep',
  step,
  orange: 'orange',
})

export function play(scene: Scene): Ending & { 不符: readonly string[] } {
  const story = new Play(scene)
  story.issue(scene)
  for (const line of scene.经过 ?? []) story.act(line)
  if (scene.看到) story.pass(at(scene.看到))
  return story.ending
}
