import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setStage, type Stage } from '../support/stage.ts'

const UNIT = '晨光燃气公司服务督查群'

describe('I1, O5 · a slip that is corrected, spoken of and handed over', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage({ at: '2026-11-09T10:00:00+08:00' })
    const dm = stage.feishu.as('沈念慈').inDm()
    await dm.say('蓝单 晨光/银杏园服务站 服务窗口 便民座椅损怀；要求：修复')
    await (await dm.card(/蓝单草稿/)).press('签发', { confirm: true })
    await (
      await stage.feishu
        .as('苗思雨')
        .in(UNIT)
        .card(/督查蓝〔2026〕001号/)
    ).update(/待签收/)
  })
  afterAll(() => stage.close())

  const further = async (name: string) => {
    const dm = stage.feishu.as(name).inDm()
    await dm.say('查 蓝2026-1')
    await (await dm.card(/办理经过/, { fresh: true })).press('打开')
    await (await dm.card(/更多办理/, { fresh: true })).press('更多办理')
    return { dm, more: await dm.card(/^更多办理/, { fresh: true }) }
  }

  test('a correction is a visible new version with its reason; the deadline stays', async () => {
    const { dm, more } = await further('沈念慈')
    await more.press('更正')
    const draft = await dm.card(/更正原因/)
    draft.fill('finding1', '便民座椅损坏').fill('reason', '错字')
    await draft.press('保存')
    await draft.update(/损坏/)
    await draft.press('更正', { confirm: true })
    const slip = await stage.feishu
      .as('苗思雨')
      .in(UNIT)
      .card(/^督查蓝〔2026〕001号/)
    await slip.update(/便民座椅损坏/)
    expect(slip.text()).toContain('错字')
    expect(slip.text()).toContain('11月12日')
  })

  test('a word in between stops no clock; a colleague takes over and is the one called', async () => {
    const { more } = await further('苗思雨')
    more.fill('text', '配件已下单')
    await more.press('提交中间答复')
    const slip = await stage.feishu
      .as('苗思雨')
      .in(UNIT)
      .card(/^督查蓝〔2026〕001号/)
    await slip.update(/配件已下单/)
    expect(slip.text()).toContain('11月12日')
    const again = await further('苗思雨')
    again.more.pick('to', '柏国栋')
    await again.more.press('转交')
    await slip.update(/经办　柏国栋|经办.*柏国栋/)
    expect(stage.feishu.transcript(UNIT)).toContain('@柏国栋')
  })
})
