import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setStage, type Stage } from '../support/stage.ts'

const UNIT = '云岭供热公司服务督查群'
const OFFICE = '督查办公室'

describe('I4a, I6 · a blue slip runs overdue and becomes an orange one', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage({ at: '2026-11-09T10:00:00+08:00' })
    const inspector = stage.feishu.as('陆景行').inDm()
    await inspector.say('蓝单 云岭 杏林路热力站 服务窗口 便民设施缺失；要求：补齐便民箱')
    await (await inspector.card(/蓝单草稿/)).press('签发', { confirm: true })
    await stage.feishu
      .as('卓雨薇')
      .in(UNIT)
      .card(/督查蓝〔2026〕001号/)
    await stage.settled()
  })
  afterAll(() => stage.close())

  const to = (moment: string) => stage.feishu.clock.advance({ to: moment })
  const said = (chat: string) => stage.feishu.transcript(chat)

  test('D11 · reminders come at half time and on the last half day, to those named in the plan', async () => {
    // Half of the time gone is 11-11 05:00, shifted to the opening.
    await to('2026-11-11T08:29:00+08:00')
    expect(said(UNIT)).not.toContain('提醒')
    await to('2026-11-11T08:30:00+08:00')
    const clerk = stage.feishu.as('卓雨薇').in(UNIT)
    expect((await clerk.card(/提醒/)).text()).toContain('@卓雨薇')
    await to('2026-11-12T13:00:00+08:00')
    expect((await clerk.card(/提醒/)).text()).toContain('@邵立群')
  })

  test('D3 · at breach nobody is woken; at the next opening the director sees the proposal with its facts', async () => {
    await to('2026-11-13T00:00:00+08:00')
    expect(said(OFFICE)).not.toContain('转为橙单')
    await to('2026-11-13T08:30:00+08:00')
    const proposal = await stage.feishu
      .as('邢怀瑾')
      .in(OFFICE)
      .card(/自动转为橙单/)
    expect(proposal.text()).toContain('督查蓝〔2026〕001号')
    expect(proposal.text()).toContain('反馈　没有收到')
    expect(proposal.text()).toContain('11月16日（周一）08:30')
  })

  test('D8 · only the director confirms; the orange carries the blue history and has a clock of its own', async () => {
    const inspector = stage.feishu.as('沈念慈').in(OFFICE)
    const refused = await (
      await inspector.card(/自动转为橙单/)
    ).press('确认转橙', { confirm: true })
    expect(refused.toast).toMatchObject({ type: 'error' })
    expect(refused.toast?.content).toContain('主任')
    const proposal = await stage.feishu
      .as('邢怀瑾')
      .in(OFFICE)
      .card(/自动转为橙单/)
    const pressed = await proposal.press('确认转橙', { confirm: true })
    expect(pressed.toast).toMatchObject({ type: 'success' })
    const orange = await stage.feishu
      .as('卓雨薇')
      .in(UNIT)
      .card(/^督查橙〔2026〕001号/)
    expect(orange.text()).toContain('蓝单下达及整改情况')
    await orange.update(/11月16日/)
  })

  test('I6 · the orange form demands the meeting; the reviewer closes it', async () => {
    const clerk = stage.feishu.as('卓雨薇').in(UNIT)
    const orange = await clerk.card(/^督查橙〔2026〕001号/)
    await orange.press('签收')
    await orange.update(/填写整改结果/)
    await stage.settled()
    orange
      .fill('问题原因', '采购滞后')
      .fill('整改措施', '专人采购')
      .fill('整改结果', '便民箱已到位')
    orange.fill('责任人', '宗海涛').pick('完成日期', '2026-11-13')
    await expect(orange.press('提交反馈', { confirm: true })).rejects.toThrow('必填')
    orange.pick('会议日期', '2026-11-13').fill('主持人', '邵立群')
    orange.fill('会议情况及原因分析', '采购流程过长').fill('应对方案', '建立常备清单')
    expect((await orange.press('提交反馈', { confirm: true })).toast?.type).toBe('success')
    const review = await stage.feishu
      .as('董书宁')
      .in(OFFICE)
      .card(/便民箱已到位/)
    review.fill('审核意见', '已核实')
    await review.press('通过')
    const sign = await stage.feishu
      .as('邢怀瑾')
      .in(OFFICE)
      .card(/请会签/)
    await sign.press('同意办结', { confirm: true })
    await orange.update(/已办结/)
    const blue = await clerk.card(/^督查蓝〔2026〕001号/)
    expect(blue.text()).toContain('已转橙')
  })
})

describe('D3 · nobody decides', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage({ at: '2026-11-09T10:00:00+08:00' })
  })
  afterAll(() => stage.close())

  test('after the silence the orange is issued by rule, in office hours, and says so', async () => {
    const inspector = stage.feishu.as('陆景行').inDm()
    await inspector.say('蓝单 晨光 晨光路营业厅 服务窗口 排队无序；要求：设置叫号')
    await (await inspector.card(/蓝单草稿/)).press('签发', { confirm: true })
    await stage.feishu
      .as('苗思雨')
      .in('晨光燃气公司服务督查群')
      .card(/督查蓝〔2026〕001号/)
    await stage.settled()
    await stage.feishu.clock.advance({ to: '2026-11-16T08:29:00+08:00' })
    expect(stage.feishu.transcript('晨光燃气公司服务督查群')).not.toContain('督查橙')
    await stage.feishu.clock.advance({ to: '2026-11-16T08:31:00+08:00' })
    const orange = await stage.feishu
      .as('苗思雨')
      .in('晨光燃气公司服务督查群')
      .card(/^督查橙〔2026〕001号/)
    expect(orange.text()).toMatch(/按规则/)
  })
})
