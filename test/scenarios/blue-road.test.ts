import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setStage, type Stage } from '../support/stage.ts'

const LINE = '蓝单 滨河热力公司/柳荫路服务站 服务窗口 收费公示未上墙；要求：三日内上墙公示'

describe('I3, I5 · a blue slip from the chat line to the closed case', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage({ at: '2026-11-09T10:00:00+08:00' })
  })
  afterAll(() => stage.close())

  test('an inspector types one line and sees the draft with its deadline worked out', async () => {
    const inspector = stage.feishu.as('沈念慈').inDm()
    await inspector.say(LINE)
    const draft = await inspector.card(/蓝单草稿/)
    expect(draft.text()).toContain('滨河热力公司')
    expect(draft.text()).toContain('柳荫路服务站')
    expect(draft.text()).toContain('11月12日')
    await draft.press('签发', { confirm: true })
    await draft.update(/督查蓝〔2026〕001号/)
  })

  test('D2 · the card reaches the unit group, mentions its contacts and starts the clock', async () => {
    const clerk = stage.feishu.as('穆晓棠').in('滨河热力公司服务督查群')
    const slip = await clerk.card(/督查蓝〔2026〕001号/)
    await slip.update(/11月12日/)
    expect(slip.text()).toContain('@穆晓棠')
    const pressed = await slip.press('签收')
    expect(pressed.toast).toMatchObject({ type: 'success' })
    await slip.update(/穆晓棠/)
  })

  test('a clerk answers with the form, a reviewer passes it, every copy says closed', async () => {
    const { feishu } = stage
    const slip = await feishu
      .as('穆晓棠')
      .in('滨河热力公司服务督查群')
      .card(/督查蓝/)
    slip.fill('问题原因', '公示栏更换后未及时张贴').fill('整改措施', '重新制作并张贴收费公示')
    slip
      .fill('整改结果', '已上墙，现场已核对')
      .fill('责任人', '穆晓棠')
      .pick('完成日期', '2026-11-09')
    const pressed = await slip.press('提交反馈', { confirm: true })
    expect(pressed.toast?.content).toContain('已提交')
    const review = await feishu
      .as('顾清源')
      .in('督查办公室')
      .card(/已上墙，现场已核对/)
    review.fill('审核意见', '现场照片属实')
    await review.press('通过')
    await slip.update(/已办结/)
    const draft = await feishu
      .as('沈念慈')
      .inDm()
      .card(/督查蓝〔2026〕001号/)
    await draft.update(/办结/)
    expect(stage.feishu.transcript('滨河热力公司服务督查群')).toContain('办结')
  })
})
