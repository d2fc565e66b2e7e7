import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { receivePress } from '../../src/app/receive-event.ts'
import { setStage, type Stage } from '../support/stage.ts'

const UNIT = '滨河热力公司服务督查群'
const THERE = '云岭供热公司服务督查群'

describe('D7, D8 · a slip that was returned to the right unit', () => {
  let stage: Stage
  let slip = ''
  beforeAll(async () => {
    stage = await setStage({ at: '2026-11-09T10:00:00+08:00' })
    const { feishu } = stage
    const dm = feishu.as('沈念慈').inDm()
    await dm.say('蓝单 滨河/松竹里换热站 服务窗口 座椅损坏；要求：修复')
    await (await dm.card(/蓝单草稿/)).press('签发', { confirm: true })
    const card = await feishu
      .as('穆晓棠')
      .in(UNIT)
      .card(/督查蓝〔2026〕001号/)
    await card.update(/待签收/)
    slip = /"do":"signFor","slip":"([^"]+)"/.exec(JSON.stringify(card.card()))?.[1] ?? ''
    const clerk = feishu.as('穆晓棠').inDm()
    await clerk.say('待办')
    await (await clerk.card(/我的待办/)).press('打开')
    await clerk.card(/^督查蓝〔2026〕001号/)
    await clerk.say('退单 蓝2026-1 云岭 这个站归云岭')
    const ruling = await feishu
      .as('顾清源')
      .in('督查办公室')
      .card(/归云岭/)
    ruling.fill('审定意见', '属实')
    await ruling.press('同意', { confirm: true })
    const there = await feishu
      .as('卓雨薇')
      .in(THERE)
      .card(/督查蓝〔2026〕001号/)
    await there.update(/待签收/)
    await there.press('签收')
    await stage.settled()
  })
  afterAll(() => stage.close())

  test('is no longer followed by the private copies of the old unit', () => {
    const copy = stage.feishu.as('穆晓棠').inDm().messages()
    expect(copy.map(({ text }) => text).join('\n')).not.toContain('卓雨薇')
  })

  test('is not shown by a refused press on an old list', async () => {
    const { openId } = stage.feishu.as('穆晓棠')
    const answer = await receivePress(
      stage.bot.deps,
      {
        kind: 'press',
        eventId: 'old-row',
        createdAt: 0,
        operator: openId,
        messageId: 'om_old_list',
        chatId: 'oc_dm',
        value: { do: 'open', slip },
        form: {},
      },
      {},
    )
    expect(answer.toast?.type).toBe('error')
    expect(answer.card).toBeUndefined()
  })
})
