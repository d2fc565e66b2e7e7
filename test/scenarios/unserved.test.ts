import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as organisations from '../../src/db/organisations.ts'
import { setStage, type Stage } from '../support/stage.ts'

const UNIT = '恒暖工程公司服务督查群'
const OFFICE = '督查办公室'

describe('D2 · the unit’s group cannot be reached', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage({ at: '2026-11-09T10:00:00+08:00', expectLogs: /230002/ })
  })
  afterAll(() => stage.close())

  test('the clock does not start, the office is told why, and serves it again once the bot is back', async () => {
    const { feishu } = stage
    await feishu.as('车永康').removeBot(UNIT)
    const dm = feishu.as('沈念慈').inDm()
    await dm.say('蓝单 恒暖/城北施工项目部 施工服务 围挡破损；要求：修复围挡')
    await (await dm.card(/蓝单草稿/)).press('签发', { confirm: true })
    const told = await feishu
      .as('沈念慈')
      .in(OFFICE)
      .card(/没有送达|未送达/)
    expect(told.text()).toContain('督查蓝〔2026〕001号')
    await dm.say('为什么 蓝2026-1')
    expect((await dm.card(/为什么/, { fresh: true })).text()).toContain('D2')
    await feishu.as('车永康').addBot(UNIT)
    await feishu.clock.advance({ by: '2h' })
    await dm.say('查 蓝2026-1')
    await (await dm.card(/办理经过/, { fresh: true })).press('打开')
    const copy = await dm.card(/更多办理/, { fresh: true })
    await copy.press('更多办理')
    await (await dm.card(/重新送达/, { fresh: true })).press('重新送达')
    const slip = await feishu
      .as('温若兰')
      .in(UNIT)
      .card(/督查蓝〔2026〕001号/)
    await slip.update(/送达　11月9日（周一）12:0/)
  })
})

describe('D8 · a substitute with dates acts for the director, and only between them', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage({ at: '2026-11-09T10:00:00+08:00' })
    const { org, db, feishu } = stage
    const [director, inspector] = [feishu.person('邢怀瑾').openId, feishu.person('陆景行').openId]
    await organisations.add(db, {
      organisation: {
        ...org,
        substitutes: [{ for: director, by: inspector, from: '2026-11-13', to: '2026-11-13' }],
      },
      importedAt: Date.parse('2026-11-09T10:00:00+08:00'),
      importedBy: 'test',
      note: undefined,
    })
  })
  afterAll(() => stage.close())

  test('the substitute is called by @ and confirms the orange; a day earlier the same press is refused', async () => {
    const { feishu } = stage
    const dm = feishu.as('沈念慈').inDm()
    await dm.say('蓝单 晨光/西苑调压站 服务窗口 座椅损坏；要求：修复')
    await (await dm.card(/蓝单草稿/)).press('签发', { confirm: true })
    await stage.settled()
    await feishu.clock.advance({ to: '2026-11-13T08:31:00+08:00' })
    const proposal = await feishu
      .as('陆景行')
      .in(OFFICE)
      .card(/自动转为橙单/)
    expect(proposal.text()).toContain('@陆景行')
    expect((await proposal.press('确认转橙', { confirm: true })).toast?.type).toBe('success')
  })
})
