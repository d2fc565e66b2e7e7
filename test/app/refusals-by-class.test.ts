import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliverOutbox } from '../../src/app/deliver-outbox.ts'
import { issueSlip } from '../../src/app/handle-command.ts'
import { inForce } from '../../src/app/deps.ts'
import * as cardMessages from '../../src/db/card-messages.ts'
import * as outbox from '../../src/db/outbox.ts'
import * as slips from '../../src/db/slips.ts'
import { personOf } from '../../src/domain/authority.ts'
import type { SlipId } from '../../src/domain/slip.ts'
import { type Disposition, FEISHU_CODES } from '../../src/feishu/errors.ts'
import type { Content, Feishu, Sent } from '../../src/feishu/port.ts'
import { type GivenBot, givenBot } from './given-bot.ts'

/** What every kind of message comes to, by what its refusal asks for. This table is the promise; the code is not asked. */
type Kind = 'proof' | 'send' | 'reply' | 'patch'
interface End {
  row: 'pending' | 'refused' | 'accepted'
  /** Said in its place or about it: to the office, or in the same chat; `slip`: the office hears from the slip. */
  told?: 'office' | 'chat' | 'slip'
}

const WAITS: End = { row: 'pending' }
const QUIET: End = { row: 'refused' }
const TOLD: End = { row: 'refused', told: 'office' }
const UNSERVED: End = { row: 'refused', told: 'slip' }
const ELSEWHERE: End = { row: 'refused', told: 'chat' }

const EXPECTED: Record<Disposition['remedy'], Record<Kind, End>> = {
  retry: { proof: WAITS, send: WAITS, reply: WAITS, patch: WAITS },
  permanent: { proof: UNSERVED, send: TOLD, reply: TOLD, patch: TOLD },
  tellHuman: { proof: UNSERVED, send: TOLD, reply: TOLD, patch: TOLD },
  askOperator: { proof: UNSERVED, send: TOLD, reply: TOLD, patch: TOLD },
  drop: { proof: UNSERVED, send: QUIET, reply: QUIET, patch: QUIET },
  newCard: { proof: UNSERVED, send: TOLD, reply: ELSEWHERE, patch: ELSEWHERE },
}

/** The card itself was refused: a text takes its place, and a card on the screen is spoken of. */
const CARD_REFUSED = [230022, 230025, 230028, 230099]
const IN_PLAIN_WORDS: Record<Kind, End> = {
  proof: { row: 'accepted' },
  send: { row: 'accepted' },
  reply: { row: 'accepted' },
  patch: ELSEWHERE,
}

let it: GivenBot
let slip: SlipId
let unitChat: string
beforeAll(async () => {
  it = await givenBot('2026-11-09T10:00:00+08:00')
  unitChat = it.org.units[0]?.chat ?? ''
})
afterAll(() => it.close())

const codes = Object.entries(FEISHU_CODES).map(([code, { remedy }]) => ({
  code: Number(code),
  remedy,
}))
const KINDS = ['proof', 'send', 'reply', 'patch'] as const
const endOf = ({ code, remedy }: (typeof codes)[number], kind: Kind): End =>
  CARD_REFUSED.includes(code) ? IN_PLAIN_WORDS[kind] : EXPECTED[remedy][kind]

/** Refuses cards with one code, and says what it was asked to say. */
function refusing(code: number, heard: Content[] = []): Feishu {
  const refused = { outcome: 'refused' as const, code, message: 'as Feishu says' }
  const say = async (content: Content): Promise<Sent> => {
    heard.push(content)
    if (content.type === 'card' || !CARD_REFUSED.includes(code)) return refused
    return { outcome: 'accepted', messageId: `om_text_${heard.length}`, chatId: unitChat }
  }
  return {
    ...it.bot.deps.feishu,
    send: (_to, content) => say(content),
    reply: (_messageId, content) => say(content),
    patch: async () => refused,
  }
}

const accepting = (): Feishu => ({
  ...it.bot.deps.feishu,
  send: async () => ({ outcome: 'accepted', messageId: 'om_card', chatId: unitChat }),
})

const inspector = () => {
  const [id = ''] = it.org.office.inspectors
  return personOf(it.org, id, '2026-11-09')
}

async function given(kind: Kind): Promise<SlipId> {
  // No test waits for its turn at Feishu's pace.
  await it.db.execute(sql`delete from pace`)
  await it.db.execute(sql`delete from outbox`)
  await it.db.execute(sql`delete from card_messages`)
  const id = crypto.randomUUID()
  const deps = await inForce(it.bot.deps)
  const by = inspector()
  await it.db.transaction((tx) =>
    issueSlip(deps, { tx, org: it.org }, id, {
      content: {
        colour: 'blue',
        unit: it.org.units[0]?.code ?? '',
        subject: '服务窗口',
        inspectedOn: '2026-11-09',
        findings: [{ text: '地面湿滑', requirement: '放置防滑垫' }],
      },
      inspector: by.id,
      by,
      at: it.clock.now(),
    }),
  )
  if (kind === 'proof') return id
  if (kind === 'patch') await deliverOutbox({ ...deps, feishu: accepting() })
  await it.db.execute(sql`delete from outbox`)
  const view = { card: 'slip', slip: id, unit: it.org.units[0]?.code ?? '' } as const
  if (kind === 'patch') {
    const patch = { messageId: 'om_card', lane: unitChat, view, slipId: id, priority: 1 }
    await outbox.enqueuePatch(it.db, patch, it.clock.now())
    return id
  }
  const destination =
    kind === 'reply' ? { messageId: 'om_asked' } : { type: 'chat_id' as const, id: unitChat }
  await it.enqueue({ key: 'it', kind, lane: unitChat, destination, view, slipId: id })
  return id
}

const rows = () =>
  it.db.execute<{ key: string; lane: string; state: string; kind: string; view: object }>(
    sql`select key, lane, state, kind, view from outbox order by id`,
  )

describe.each(KINDS)('a refused %s', (kind) => {
  test.each(codes)('$code ($remedy)', async ({ code, remedy }) => {
    slip = await given(kind)
    const deps = { ...(await inForce(it.bot.deps)), feishu: refusing(code), wake: () => {} }
    await deliverOutbox(deps)
    const [first, ...others] = await rows()
    const end = endOf({ code, remedy }, kind)
    expect(first?.state).toBe(end.row)
    const places = { office: it.org.office.chat, slip: it.org.office.chat, chat: unitChat }
    expect(others.map(({ lane }) => lane)).toEqual(end.told ? [places[end.told]] : [])
    const stage = (await slips.find(it.db, slip))?.stage
    const served = kind === 'patch' || (kind === 'proof' && end.row === 'accepted')
    expect(stage).toBe(served ? 'rectifying' : 'unserved')
    const noticed = others.some(({ view }) => 'about' in view && view.about === 'unserved')
    expect(noticed).toBe(end.told === 'slip')
    const cardLives = await cardMessages.isLive(it.db, 'om_card')
    expect(cardLives).toBe(kind === 'patch' && end.row === 'pending')
  })
})

test('an unknown code is told, not tried for ever', async () => {
  await given('send')
  const deps = { ...(await inForce(it.bot.deps)), feishu: refusing(424_242), wake: () => {} }
  await deliverOutbox(deps)
  const [first, told] = await rows()
  expect(first?.state).toBe('refused')
  expect(JSON.stringify(told?.view)).toContain('424242')
})

describe('a failure is told on another way, and the telling ends', () => {
  const refuseAll = async () => {
    const deps = { ...(await inForce(it.bot.deps)), feishu: refusing(230002), wake: () => {} }
    while ((await deliverOutbox(deps)) > 0);
    return rows()
  }

  test('a unit’s group fails: the office is told; the office fails: the director; then only the log', async () => {
    await given('send')
    const [first, toOffice, toDirector, ...more] = await refuseAll()
    expect([first?.lane, toOffice?.lane, toDirector?.lane]).toEqual([
      unitChat,
      it.org.office.chat,
      it.org.office.director,
    ])
    expect(JSON.stringify(toOffice?.view)).toContain('机器人不在这个群里（错误码 230002）')
    expect(JSON.stringify(toOffice?.view)).toContain(it.org.units[0]?.name)
    expect(more).toEqual([])
  })

  test('what was for the office itself is told to the director at once', async () => {
    await it.db.execute(sql`delete from outbox`)
    await it.enqueue({ key: '给办公室' })
    const all = await refuseAll()
    expect(all.map(({ lane }) => lane)).toEqual([it.org.office.chat, it.org.office.director])
  })

  test('the office hears once a day of the cards of one chat that cannot be changed', async () => {
    await given('patch')
    const view = { card: 'slip', slip } as const
    for (const messageId of ['om_a', 'om_b'])
      await outbox.enqueuePatch(
        it.db,
        { messageId, lane: unitChat, view, slipId: undefined, priority: 1 },
        it.clock.now(),
      )
    const deps = { ...(await inForce(it.bot.deps)), feishu: refusing(230002), wake: () => {} }
    for (let turn = 0; turn < 3; turn++) await deliverOutbox(deps)
    const toOffice = (await rows()).filter(({ lane }) => lane === it.org.office.chat)
    expect(toOffice).toHaveLength(1)
  })

  test('at night the office is left alone until morning', async () => {
    const night = Date.parse('2026-11-09T23:00:00+08:00')
    it.clock.set(night)
    await given('send')
    const deps = { ...(await inForce(it.bot.deps)), feishu: refusing(230018), wake: () => {} }
    await deliverOutbox(deps)
    const [told] = await it.db.execute<{ at: string }>(
      sql`select not_before::text as at from outbox where lane = ${it.org.office.chat}`,
    )
    expect(Date.parse(told?.at ?? '')).toBe(Date.parse('2026-11-10T08:30:00+08:00'))
    it.clock.set(Date.parse('2026-11-09T10:00:00+08:00'))
  })
})

describe('a card that was refused is said in plain words', () => {
  const textFor = async (code: number, view?: outbox.Message['view']) => {
    const heard: Content[] = []
    if (view) {
      await it.db.execute(sql`delete from outbox`)
      await it.enqueue({ key: '话', view })
    } else await given('send')
    const feishu = refusing(code, heard)
    await deliverOutbox({ ...(await inForce(it.bot.deps)), feishu, wake: () => {} })
    const [card, text, ...more] = heard
    expect(card?.type).toBe('card')
    expect(more).toEqual([])
    return text?.type === 'text' ? text.text : ''
  }

  test('with what matters and how to see the rest', async () => {
    const said = await textFor(230099)
    expect(said).toMatch(/^督查蓝〔2026〕\d{3}号/)
    expect(said).toMatch(/请发：查 督查蓝〔2026〕\d{3}号$/)
  })

  test('without the words that did not pass the audit', async () => {
    const view = { card: 'said', text: '电话 13800000000', tone: 'note' } as const
    expect(await textFor(230025, view)).toContain('13800000000')
    expect(await textFor(230028, view)).not.toContain('13800000000')
  })

  test('and mentions nobody, whatever it says', async () => {
    const text = '没看懂“<at user_id="all"></at>”'
    expect(await textFor(230099, { card: 'said', text, tone: 'note' })).not.toContain('<at')
  })

  test('refused as a text as well, it has failed and is told', async () => {
    await given('send')
    const { feishu } = it.bot.deps
    const refused: Sent = { outcome: 'refused', code: 230028, message: 'audit' }
    const mute = { ...feishu, send: async () => refused }
    await deliverOutbox({ ...(await inForce(it.bot.deps)), feishu: mute, wake: () => {} })
    const [first, told] = await rows()
    expect(first?.state).toBe('refused')
    expect(told?.lane).toBe(it.org.office.chat)
  })

  test('is not kept as a card that could be changed', async () => {
    await given('send')
    const deps = { ...(await inForce(it.bot.deps)), feishu: refusing(230099), wake: () => {} }
    await deliverOutbox(deps)
    expect(await it.db.execute(sql`select 1 from card_messages`)).toHaveLength(0)
  })
})
