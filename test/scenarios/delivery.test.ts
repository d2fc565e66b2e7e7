import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setStage, type Stage } from '../support/stage.ts'

const UNIT = '恒暖工程公司服务督查群'
const SEND = 'POST /im/v1/messages'

const issue = async (stage: Stage, what: string) => {
  const dm = stage.feishu.as('沈念慈').inDm()
  await dm.say(`蓝单 恒暖/城北施工项目部 施工服务 ${what}；要求：修复`)
  await (await dm.card(/蓝单草稿/, { fresh: true })).press('签发', { confirm: true })
  await stage.settled()
}

describe('Feishu is away for five hours', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage({ at: '2026-11-09T10:00:00+08:00', expectLogs: /"status":503/ })
  })
  afterAll(() => stage.close())

  test('nothing is lost, nothing comes twice, and what comes late says so', async () => {
    const { feishu, db, bot } = stage
    const clerk = feishu.as('温若兰').in(UNIT)
    feishu.fault({ at: SEND, status: 503, times: 1000 })
    const dm = feishu.as('沈念慈').inDm()
    await dm.say('蓝单 恒暖/城北施工项目部 施工服务 围挡破损；要求：修复')
    await stage.settled()
    expect(dm.messages().filter(({ from }) => from !== '沈念慈')).toEqual([])
    await feishu.clock.advance({ by: '5h' })
    feishu.platform.faults.clear()
    await db.execute(sql`update outbox set lease_until = null where state = 'pending'`)
    await bot.pump.run()
    const draft = await dm.card(/蓝单草稿/)
    expect(draft.text()).toContain('（本应 11月9日 10:00 发出，因飞书/系统故障迟到）')
    expect(dm.messages().filter(({ text }) => text.includes('蓝单草稿'))).toHaveLength(1)
    await draft.press('签发', { confirm: true })
    const slip = await clerk.card(/督查蓝〔2026〕001号/)
    await slip.update(/送达　11月9日（周一）15:0/)
    expect(slip.text()).not.toContain('迟到')
  })
})

describe('many reminders fall due while Feishu is away', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage({ at: '2026-11-09T10:00:00+08:00', expectLogs: /"status":503/ })
  })
  afterAll(() => stage.close())

  test('come afterwards as one per group, not as a flood', async () => {
    const { feishu, db, bot } = stage
    for (const what of ['围挡破损', '裸土未盖', '路口无灯']) await issue(stage, what)
    const clerk = feishu.as('温若兰').in(UNIT)
    await clerk.card(/003号/)
    const [due] = await db.execute<{ at: string }>(sql`select min(due_at)::text as at from timers`)
    const first = Date.parse(due?.at ?? '')
    await feishu.clock.advance({ to: first - 60_000 })
    const before = clerk.messages().length
    feishu.fault({ at: SEND, status: 503, times: 1000 })
    await feishu.clock.advance({ by: '5h' })
    expect(clerk.messages()).toHaveLength(before)
    feishu.platform.faults.clear()
    await db.execute(sql`update outbox set lease_until = null where state = 'pending'`)
    await bot.pump.run()
    const [reminder, ...more] = clerk.messages().slice(before)
    expect(more).toEqual([])
    for (const number of ['001', '002', '003']) expect(reminder?.text).toContain(`${number}号`)
    expect(reminder?.text).toContain('迟到')
  })
})

describe('a command that reaches the bot long after it was written', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage({ at: '2026-11-09T10:00:00+08:00' })
  })
  afterAll(() => stage.close())

  /** The bot is deaf for so many pushes; Feishu repeats them after 15 s, 5 min, 1 h and 6 h. */
  const sayToDeaf = async (line: string, pushes: number) => {
    const { feishu, bot } = stage
    let deafFor = 0
    const fetch = (request: Request) => {
      const isPush = new URL(request.url).pathname.startsWith('/webhook')
      return isPush && deafFor-- > 0 ? new Response('', { status: 503 }) : bot.app.fetch(request)
    }
    await feishu.connectBot({ url: 'http://bot.test', fetch })
    deafFor = pushes
    const dm = feishu.as('沈念慈').inDm()
    await dm.say(line)
    return dm
  }

  test('is asked about, not carried out, and carried out when it is sent again', async () => {
    const dm = await sayToDeaf('蓝单 恒暖 施工服务 围挡破损；要求：修复', 3)
    await stage.feishu.clock.advance({ by: '2h' })
    const asked = await dm.message(/还要办吗/)
    expect(asked.text).toContain('11月9日 10:00 写的')
    expect(asked.text).toContain('蓝单 恒暖 施工服务 围挡破损')
    expect(dm.messages().some(({ text }) => text.includes('蓝单草稿'))).toBe(false)
    await dm.say('蓝单 恒暖 施工服务 围挡破损；要求：修复')
    await dm.card(/蓝单草稿/, { fresh: true })
  })

  test('a question is answered however late', async () => {
    const dm = await sayToDeaf('待办', 3)
    await stage.feishu.clock.advance({ by: '2h' })
    expect((await dm.card(/待办/, { fresh: true })).text()).not.toContain('还要办吗')
  })

  test('a few minutes are no delay', async () => {
    const dm = await sayToDeaf('蓝单 恒暖 施工服务 车辆乱停；要求：清走', 2)
    await stage.feishu.clock.advance({ by: '6m' })
    expect((await dm.card(/车辆乱停/, { fresh: true })).buttons()).toContain('签发')
  })
})

describe('a card grows old while its slip is still open', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage({ at: '2026-11-09T10:00:00+08:00' })
  })
  afterAll(() => stage.close())

  test('it is posted once more before day 14, in office hours, calling nobody; the old one points down', async () => {
    const { feishu } = stage
    const draft = feishu.as('沈念慈').inDm()
    await draft.say('蓝单 恒暖 施工服务 围挡破损；要求：修复')
    const old = await draft.card(/蓝单草稿/)
    // 13½ days: Sunday 22:00; the next opening, Monday 8:30, is soon enough.
    await feishu.clock.advance({ to: '2026-11-23T08:29:00+08:00' })
    expect(old.text()).toContain('蓝单草稿')
    await feishu.clock.advance({ to: '2026-11-23T08:31:00+08:00' })
    await old.update(/最新卡片见下方/)
    const fresh = await draft.card(/蓝单草稿/)
    expect(fresh.id).not.toBe(old.id)
    await fresh.press('签发', { confirm: true })
    await feishu
      .as('温若兰')
      .in(UNIT)
      .card(/督查蓝〔2026〕001号/)
    await feishu.clock.advance({ to: '2026-11-24T12:00:00+08:00' })
    expect(draft.messages().filter(({ text }) => text.includes('见下方'))).toHaveLength(1)
  })
})
