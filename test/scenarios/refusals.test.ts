import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { receivePress } from '../../src/app/receive-event.ts'
import type { CardHand } from '../../emulator/driver/card-hand.ts'
import { setStage, type Stage } from '../support/stage.ts'

const UNIT = '滨河热力公司服务督查群'
const OFFICE = '督查办公室'

describe('D8 · the wrong person, the wrong time, the wrong word: a clear sentence, nothing lost', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage({ at: '2026-11-09T10:00:00+08:00' })
  })
  afterAll(() => stage.close())

  const as = (name: string) => stage.feishu.as(name)
  const draftOf = async (name: string, line: string): Promise<CardHand> => {
    const dm = as(name).inDm()
    await dm.say(line)
    return dm.card(/蓝单草稿/, { fresh: true })
  }
  /** 签发 as a client would send it, twice if need be: a real one holds the second back. */
  const pressOf = (draft: CardHand, operator: string) => (eventId: string) => {
    const value = z
      .string()
      .parse(/"do":"issueDraft","draft":"([^"]+)"/.exec(JSON.stringify(draft.card()))?.[1])
    const action = { do: 'issueDraft', draft: value, version: 1 }
    const message = { messageId: draft.id, chatId: draft.message().chat, createdAt: 0 }
    const press = { kind: 'press' as const, eventId, operator, value: action, form: {}, ...message }
    return receivePress(stage.bot.deps, press, {})
  }
  /** 通过 on a review card as it was when it was read. */
  const judgement = (card: CardHand, operator: string) => {
    const slip = z
      .string()
      .parse(/"do":"judge","slip":"([^"]+)"/.exec(JSON.stringify(card.card()))?.[1])
    const value = { do: 'judge', slip, outcome: 'pass', round: 1 }
    const message = { messageId: card.id, chatId: card.message().chat, createdAt: 0 }
    return (eventId: string) =>
      receivePress(
        stage.bot.deps,
        { kind: 'press', eventId, operator, value, form: { reason: '可以' }, ...message },
        {},
      )
  }
  const facts = async (): Promise<number> => {
    const [row] = await stage.db.execute<{ n: number }>(sql`select count(*)::int as n from events`)
    return row?.n ?? 0
  }

  test('I1 · a clerk who types 蓝单 learns that inspectors issue slips', async () => {
    const dm = as('穆晓棠').inDm()
    await dm.say('蓝单 滨河 服务窗口 卫生差；要求：打扫')
    expect((await dm.message(/督查员/)).text).toContain('I1')
  })

  test('an unknown command is answered with what can be done', async () => {
    const dm = as('沈念慈').inDm()
    await dm.say('今天天气不错')
    expect((await dm.message(/没看懂/)).text).toContain('帮助')
    await dm.say('帮助')
    expect((await dm.card(/蓝单/, { fresh: true })).text()).toContain('待办')
  })

  test('a photo by itself is answered, not ignored', async () => {
    const dm = as('沈念慈').inDm()
    await dm.photo(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), '现场.jpg')
    expect((await dm.message(/只读文字/)).text).toContain('帮助')
  })

  test('half a line becomes a form that asks for the rest; the unit it cannot read is shown as typed', async () => {
    const draft = await draftOf('沈念慈', '蓝单 第九公司 服务窗口 地面湿滑')
    expect(draft.text()).toContain('第九公司')
    expect(draft.buttons()).not.toContain('签发')
    draft.pick('责任单位', '滨河热力公司').fill('整改要求', '放置防滑垫')
    await draft.press('保存')
    await draft.update(/防滑垫/)
    expect(draft.buttons()).toContain('签发')
  })

  test('an old card of a changed draft does not issue; a cancelled draft stays cancelled', async () => {
    const draft = await draftOf('陆景行', '蓝单 晨光 服务窗口 无叫号；要求：设叫号')
    await draft.press('取消草稿', { confirm: true })
    await draft.update(/已取消/)
    expect(await facts()).toBe(0)
  })

  test('two presses on 签发 issue one slip', async () => {
    const draft = await draftOf('沈念慈', '蓝单 滨河/望河街营业厅 服务窗口 公示缺失；要求：补齐')
    const press = pressOf(draft, as('沈念慈').openId)
    const answers = await Promise.all([press('a'), press('b')])
    expect(new Set(answers.map(({ toast }) => toast?.type))).toEqual(new Set(['error', 'success']))
    await stage.settled()
    await as('穆晓棠')
      .in(UNIT)
      .card(/督查蓝〔2026〕001号/)
    expect(stage.feishu.transcript(UNIT)).not.toContain('002号')
  })

  test('nobody acts on another unit’s slip, and a refused press changes nothing', async () => {
    const before = await facts()
    const slip = await as('沈念慈')
      .in(UNIT)
      .card(/督查蓝〔2026〕001号/)
    const pressed = await slip.press('签收')
    expect(pressed.toast?.content).toMatch(/责任单位的联络员.*D8/)
    expect(await facts()).toBe(before)
  })

  test('a second 签收 is told who has signed; a feedback dated tomorrow keeps what was typed', async () => {
    const clerk = await as('穆晓棠')
      .in(UNIT)
      .card(/督查蓝〔2026〕001号/)
    const head = await as('祁正阳')
      .in(UNIT)
      .card(/督查蓝〔2026〕001号/)
    const [first, second] = await Promise.all([clerk.press('签收'), head.press('签收')])
    expect(new Set([first.toast?.type, second.toast?.type])).toEqual(new Set(['error', 'success']))
    await clerk.update(/填写整改结果/)
    await stage.settled()
    clerk.fill('问题原因', '甲').fill('整改措施', '乙').fill('整改结果', '丙')
    clerk.fill('责任人', '穆晓棠').pick('完成日期', '2026-11-10')
    const early = await clerk.press('提交反馈', { confirm: true })
    expect(early.toast?.content).toContain('今天以后')
    clerk.pick('完成日期', '2026-11-09')
    expect((await clerk.press('提交反馈', { confirm: true })).toast?.type).toBe('success')
  })

  test('D4, D8 · an inspector cannot judge; a verdict needs its reason; an old review card gives no second verdict', async () => {
    const review = await as('顾清源').in(OFFICE).card(/丙/)
    await expect(review.press('通过')).rejects.toThrow('必填')
    const inspector = await as('沈念慈').in(OFFICE).card(/丙/)
    inspector.fill('审核意见', '可以')
    expect((await inspector.press('通过')).toast?.content).toMatch(/审核人.*D8/)
    const again = judgement(review, as('董书宁').openId)
    review.fill('审核意见', '材料不全')
    expect((await review.press('退回补正')).toast?.type).toBe('success')
    expect((await again('late')).toast).toMatchObject({ type: 'error' })
  })

  test('a unit finds its own slips only; a foreign serial finds nothing', async () => {
    const own = as('穆晓棠').inDm()
    await own.say('查 蓝2026-1')
    expect((await own.card(/督查蓝〔2026〕001号/, { fresh: true })).text()).toContain('办理经过')
    const foreign = as('苗思雨').inDm()
    await foreign.say('查 蓝2026-1')
    expect((await foreign.message(/没有查到/)).text).not.toContain('滨河')
  })

  test('待办 lists what waits for me, each with its way in', async () => {
    const dm = as('穆晓棠').inDm()
    await dm.say('待办')
    const todo = await dm.card(/我的待办/)
    expect(todo.text()).toContain('督查蓝〔2026〕001号')
    expect((await todo.press('打开')).toast?.type).toBe('success')
    await dm.card(/^督查蓝〔2026〕001号/)
  })

  test('in a group the bot listens when called, and answers private matters privately', async () => {
    const group = as('沈念慈').in(UNIT)
    await group.say('大家注意安全')
    await group.say('@三色督查 蓝单 滨河/柳荫路服务站 服务窗口 暖心角缺药箱；要求：配齐')
    await group.message(/私下发给你/)
    await as('沈念慈').inDm().card(/药箱/)
    expect(stage.feishu.transcript(UNIT)).not.toContain('蓝单草稿')
  })
})
