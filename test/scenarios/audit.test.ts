import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkHealth } from '../../src/app/check-health.ts'
import { nextDue } from '../../src/app/move-clock.ts'
import { setStage, type Stage } from '../support/stage.ts'

describe('the morning receipt', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setStage({ at: '2026-11-12T10:00:00+08:00', expectLogs: /the audit/ })
  })
  afterAll(() => stage.close())

  const director = () => stage.feishu.as('邢怀瑾').inDm()
  const to = (moment: string) => stage.feishu.clock.advance({ to: moment })
  const health = () => checkHealth(stage.bot.deps, stage.bot.pump)

  test('tells the director by direct message what was promised yesterday and what became of it', async () => {
    const dm = stage.feishu.as('沈念慈').inDm()
    await dm.say('蓝单 晨光/西苑调压站 服务窗口 座椅损坏；要求：修复')
    await (await dm.card(/蓝单草稿/)).press('签发', { confirm: true })
    await stage.settled()
    expect(await nextDue(stage.bot.deps)).toBe(Date.parse('2026-11-13T08:00:00+08:00'))
    await to('2026-11-13T08:00:00+08:00')
    const receipt = (await director().card(/晨间回执/)).text()
    expect(receipt).toMatch(/昨日承诺 \d+ 条：按时 \d+、迟到 0、失败 0/)
    expect(receipt).toContain('在办 1 件，都有下一步')
    expect(receipt).toMatch(/记录链完整[^]*日摘要 [0-9a-f]{12}，截至11月12日（周四）/)
    expect((await health()).checks['audit']).toEqual({ ok: true, detail: '0 found 0 h ago' })
  })

  test('is quiet over a weekend, and on Monday accounts for all of it', async () => {
    await to('2026-11-16T07:59:00+08:00')
    const before = await cards()
    await to('2026-11-16T08:00:00+08:00')
    expect(before).toBe(1)
    expect(await cards()).toBe(2)
    expect((await director().card(/晨间回执/)).text()).toContain('11月13日（周五）以来承诺')
  })

  test('comes on a Saturday when a timer was lost, which is set anew', async () => {
    await to('2026-11-20T18:00:00+08:00')
    await stage.settled()
    const planned = async () =>
      (await stage.db.execute(sql`select slip_id, step, due_at from timers`)).map((row) => row)
    const before = await planned()
    expect(before).toHaveLength(1)
    await stage.db.execute(sql`delete from timers`)
    await to('2026-11-21T08:00:00+08:00')
    expect(await planned()).toEqual(before)
    const told = (await director().card(/晨间回执/)).text()
    expect(told).toMatch(/督查.〔2026〕001号：没有下一步，已重新排上/)
  })

  const cards = async () => {
    const [row] = await stage.db.execute<{ n: number }>(
      sql`select count(*)::int as n from outbox where view ->> 'card' = 'receipt'`,
    )
    return row?.n
  }
})
