import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CardHand } from '../../emulator/driver/card-hand.ts'
import { setStage, type Stage } from '../support/stage.ts'

const UNIT = '滨河热力公司服务督查群'
const OTHER = '云岭供热公司服务督查群'
const OFFICE = '督查办公室'
const LEADERS = '服务工作领导小组'

let stage: Stage
const as = (name: string) => stage.feishu.as(name)
const said = (chat: string) => stage.feishu.transcript(chat)
const to = (moment: string) => stage.feishu.clock.advance({ to: moment })

/** An inspector's line, issued, and the card in the unit's group once it is served. */
async function issue(line: string, serial: RegExp, unit = UNIT): Promise<CardHand> {
  const dm = as('沈念慈').inDm()
  await dm.say(line)
  const draft = await dm.card(/草稿/, { fresh: true })
  await draft.press('签发', { confirm: true })
  await stage.settled()
  const member = unit === UNIT ? '穆晓棠' : '卓雨薇'
  return as(member).in(unit).card(serial)
}

/** 签收 comes first: the form stands there only afterwards. */
async function signFor(card: CardHand): Promise<void> {
  await card.press('签收')
  await card.update(/填写整改结果/)
  await stage.settled()
}

function answer(card: CardHand, day: string, result: string): CardHand {
  card.fill('问题原因', '疏忽').fill('整改措施', '专人负责').fill('整改结果', result)
  return card.fill('责任人', '穆晓棠').pick('完成日期', day)
}

describe('I2 · a green slip', () => {
  beforeAll(async () => {
    stage = await setStage({ at: '2026-11-09T10:00:00+08:00' })
  })
  afterAll(() => stage.close())

  test('is published to the unit, the office and the leaders, has no clock, and stands on the board', async () => {
    const card = await issue(
      '绿单 滨河/望河街营业厅 推出一窗通办，排队减半；备注：建议推广',
      /督查绿〔2026〕001号/,
    )
    expect(card.text()).toContain('一窗通办')
    expect(card.buttons()).not.toContain('签收')
    expect(said(OFFICE)).toContain('一窗通办')
    expect(said(LEADERS)).toContain('一窗通办')
    const leader = as('鲁承泽').inDm()
    await leader.say('亮点')
    expect((await leader.card(/亮点/, { fresh: true })).text()).toContain('望河街营业厅')
  })
})

describe('several findings, each with its own feedback and verdict', () => {
  beforeAll(async () => {
    stage = await setStage({ at: '2026-11-09T10:00:00+08:00' })
  })
  afterAll(() => stage.close())

  test('the slip closes when all findings are closed, not before', async () => {
    const line =
      '蓝单\n责任单位（站点）：滨河热力公司（柳荫路服务站）\n督办项目：服务窗口\n督办事项：收费公示未上墙\n整改要求：上墙\n督办事项：便民药箱缺失\n整改要求：补齐'
    const card = await issue(line, /督查蓝〔2026〕001号/)
    await signFor(card)
    answer(card, '2026-11-09', '公示已上墙').pick('本次反馈针对', ['1'])
    expect((await card.press('提交反馈', { confirm: true })).toast?.type).toBe('success')
    const first = await as('顾清源')
      .in(OFFICE)
      .card(/公示已上墙/)
    first.fill('审核意见', '属实')
    await first.press('通过')
    await card.update(/已通过/)
    expect(card.text()).not.toContain('已办结')
    answer(card, '2026-11-09', '药箱已配齐')
    await card.press('提交反馈', { confirm: true })
    const second = await as('董书宁')
      .in(OFFICE)
      .card(/药箱已配齐/)
    second.fill('审核意见', '属实')
    await second.press('通过')
    await card.update(/已办结/)
    expect(card.text()).toContain('药箱已配齐')
  })
})

describe('D5, I4c · the same problem again', () => {
  beforeAll(async () => {
    stage = await setStage({ at: '2026-11-09T10:00:00+08:00' })
    await issue('蓝单 滨河/柳荫路服务站 服务窗口 收费公示未上墙；要求：上墙', /督查蓝〔2026〕001号/)
  })
  afterAll(() => stage.close())

  test('the draft shows the earlier slip and wants a human word; the same problem goes to the director as orange', async () => {
    const dm = as('沈念慈').inDm()
    await dm.say('蓝单 滨河/柳荫路服务站 服务窗口 收费标准公示又没上墙；要求：上墙')
    const draft = await dm.card(/草稿/, { fresh: true })
    expect(draft.text()).toContain('督查蓝〔2026〕001号')
    expect(draft.buttons()).not.toContain('签发')
    draft.fill('because', '同一窗口同一公示')
    await draft.press('是同一问题（转橙单）', { confirm: true })
    await draft.update(/橙单/)
    await draft.press('报主任会签', { confirm: true })
    const approval = await as('邢怀瑾')
      .in(OFFICE)
      .card(/同意签发/)
    expect(approval.text()).toContain('同一窗口同一公示')
    await approval.press('同意签发', { confirm: true })
    const orange = await as('穆晓棠')
      .in(UNIT)
      .card(/^督查橙〔2026〕001号/)
    expect(orange.text()).toContain('督查蓝〔2026〕001号')
  })
})

describe('D6, D7, D11 · more time, not ours, urged', () => {
  beforeAll(async () => {
    stage = await setStage({ at: '2026-11-09T10:00:00+08:00' })
  })
  afterAll(() => stage.close())

  test('D6 · an extension is asked once in time, ruled by a reviewer, and moves the deadline', async () => {
    const card = await issue(
      '蓝单 滨河/柳荫路服务站 服务窗口 座椅损坏；要求：修复',
      /督查蓝〔2026〕001号/,
    )
    const clerk = as('穆晓棠').inDm()
    await card.press('更多办理')
    const more = await clerk.card(/申请延期/)
    more.fill('reason_extension', '配件在途').pick('until_extension', '2026-11-18')
    expect((await more.press('申请延期')).toast?.type).toBe('success')
    const ruling = await as('顾清源')
      .in(OFFICE)
      .card(/配件在途/)
    ruling.fill('审定意见', '情况属实')
    await ruling.press('同意', { confirm: true })
    await card.update(/11月18日/)
    await clerk.say('延期 蓝2026-1 11月25日 再等等')
    expect((await clerk.message(/D6/)).text).toContain('一次')
  })

  test('D7 · a return names the right unit; granted, the slip is served there anew', async () => {
    const card = await issue(
      '蓝单 滨河/松竹里换热站 施工服务 施工前未公示；要求：补公示',
      /督查蓝〔2026〕002号/,
    )
    const clerk = as('穆晓棠').inDm()
    await clerk.say('退单 蓝2026-2 云岭 这段管网归云岭')
    expect((await clerk.message(/退单异议已提交/, { fresh: true })).text).toContain('期限不变')
    const ruling = await as('董书宁')
      .in(OFFICE)
      .card(/归云岭/)
    ruling.fill('审定意见', '管辖已核对')
    await ruling.press('同意', { confirm: true })
    const there = await as('卓雨薇')
      .in(OTHER)
      .card(/督查蓝〔2026〕002号/)
    await there.update(/待签收/)
    await card.update(/转办/)
  })

  test('D11 · 催办 has a rate limit', async () => {
    const inspector = as('沈念慈').inDm()
    await inspector.say('催办 蓝2026-1')
    await as('穆晓棠').in(UNIT).card(/催办/)
    await inspector.say('催办 蓝2026-1')
    expect((await inspector.message(/D11/, { fresh: true })).text).toContain('催')
  })

  test('/为什么 tells the rule, the counted days and what comes next', async () => {
    const clerk = as('穆晓棠').inDm()
    await clerk.say('为什么 蓝2026-1')
    const why = await clerk.card(/为什么/, { fresh: true })
    expect(why.text()).toContain('D6')
    expect(why.text()).toContain('11月18日')
  })

  test('D15 · a withdrawn slip keeps its serial and says why; a correction is a visible version', async () => {
    const inspector = as('沈念慈').inDm()
    await inspector.say('撤销 蓝2026-2 管辖有误')
    await as('卓雨薇')
      .in(OTHER)
      .card(/已撤销/)
    await inspector.say('查 蓝2026-2')
    expect((await inspector.card(/办理经过/, { fresh: true })).text()).toContain('管辖有误')
  })
})

describe('D11 · reminders of several slips', () => {
  beforeAll(async () => {
    stage = await setStage({ at: '2026-11-09T10:00:00+08:00' })
  })
  afterAll(() => stage.close())

  test('come merged, one card per group', async () => {
    await issue('蓝单 滨河/柳荫路服务站 服务窗口 座椅损坏；要求：修复', /督查蓝〔2026〕001号/)
    await issue('蓝单 滨河/望河街营业厅 服务培训 培训率未达标；要求：补训', /督查蓝〔2026〕002号/)
    await to('2026-11-11T08:31:00+08:00')
    const reminders = as('穆晓棠')
      .in(UNIT)
      .messages()
      .filter(({ text }) => text.includes('提醒'))
    expect(reminders).toHaveLength(1)
    expect(reminders[0]?.text).toContain('001号')
    expect(reminders[0]?.text).toContain('002号')
  })
})

describe('I7, D10 · an orange is countersigned, visited after fifteen days, and a relapse goes to the director', () => {
  beforeAll(async () => {
    // Fifteen days on, the cards of the first days are too old to change.
    stage = await setStage({ at: '2026-11-09T10:00:00+08:00', expectLogs: /230031/ })
  })
  afterAll(() => stage.close())

  test('direct orange, two signatures, look-back, relapse', async () => {
    const dm = as('沈念慈').inDm()
    await dm.say('橙单 滨河/松竹里换热站 施工服务 沟槽无防护；要求：立即围挡；理由：领导批示')
    const draft = await dm.card(/草稿/, { fresh: true })
    await draft.press('报主任会签', { confirm: true })
    await (
      await as('邢怀瑾')
        .in(OFFICE)
        .card(/同意签发/)
    ).press('同意签发', { confirm: true })
    await stage.settled()
    const orange = await as('穆晓棠')
      .in(UNIT)
      .card(/^督查橙〔2026〕001号/)
    // A safety finding has one day.
    await orange.update(/11月10日/)
    await signFor(orange)
    answer(orange, '2026-11-09', '已围挡').pick('会议日期', '2026-11-09').fill('主持人', '祁正阳')
    orange.fill('会议情况及原因分析', '交底不清').fill('应对方案', '班前会检查')
    await orange.press('提交反馈', { confirm: true })
    const review = await as('顾清源')
      .in(OFFICE)
      .card(/已围挡/)
    review.fill('审核意见', '属实')
    await review.press('通过')
    const sign = await as('邢怀瑾')
      .in(OFFICE)
      .card(/请会签/)
    await sign.press('同意办结', { confirm: true })
    await orange.update(/已办结/)
    await to('2026-11-24T08:31:00+08:00')
    const visit = await as('沈念慈')
      .in(OFFICE)
      .card(/回头看/)
    visit.fill('回头看情况', '围挡又被拆除')
    await visit.press('问题复发', { confirm: true })
    const proposal = await as('邢怀瑾')
      .in(OFFICE)
      .card(/自动转为橙单/)
    await proposal.press('确认转橙', { confirm: true })
    const again = await as('穆晓棠')
      .in(UNIT)
      .card(/^督查橙〔2026〕002号/)
    expect(again.text()).toContain('督查橙〔2026〕001号')
  })
})
