import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { renewalAt, withoutMentions } from '../../src/app/card-life.ts'
import { loadCalendar } from '../../src/app/load-calendar.ts'
import { deliverOutbox } from '../../src/app/deliver-outbox.ts'
import { inForce } from '../../src/app/deps.ts'
import { inOfficeHours } from '../../src/domain/office-hours.ts'
import { RULE_BOOK_2026 } from '../../src/domain/rule-book-2026.ts'
import { DAY, HOUR } from '../../src/domain/time.ts'
import { type GivenBot, givenBot } from './given-bot.ts'

const hours = RULE_BOOK_2026.officeHours
const calendar = loadCalendar()
const moment = (text: string) => Date.parse(`${text}+08:00`)

describe('when a card is posted once more', () => {
  test.each([
    ['after a night: at the opening', '2026-11-10T10:00:00', '2026-11-24T08:30:00'],
    ['in office hours: at once', '2026-11-09T22:00:00', '2026-11-23T10:00:00'],
    [
      'sent at dawn: the evening before, the opening would be too late',
      '2026-11-10T08:45:00',
      '2026-11-23T17:00:00',
    ],
    ['a holiday lies between: before it', '2026-09-20T10:00:00', '2026-09-30T17:00:00'],
  ])('%s', (_, sent, due) => {
    expect(renewalAt(hours, calendar, moment(sent))).toBe(moment(due))
  })

  test('at every hour of a year: in office hours, and an hour before it is too late', () => {
    const wrong: string[] = []
    const [first, last] = [moment('2026-01-01T00:20:00'), moment('2026-12-01T00:00:00')]
    for (let sent = first; sent < last; sent += HOUR) {
      const due = renewalAt(hours, calendar, sent)
      if (!inOfficeHours(hours, calendar, due) || due > sent + 14 * DAY - HOUR || due <= sent)
        wrong.push(`${new Date(sent).toISOString()} → ${new Date(due).toISOString()}`)
    }
    expect(wrong).toEqual([])
  })
})

test('nobody is called a second time, whoever else is named', () => {
  const body = (content: string) => ({ body: { elements: [{ tag: 'markdown', content }] } })
  const before = body('<at id=ou_1></at> <at id=ou_2></at>\n请签收。&#60;at id=ou_3&#62;')
  expect(withoutMentions(before)).toEqual(body('请签收。&#60;at id=ou_3&#62;'))
})

describe('two instances', () => {
  let it: GivenBot
  beforeAll(async () => {
    it = await givenBot('2026-11-09T10:00:00+08:00')
  })
  afterAll(() => it.close())
  beforeEach(() => it.db.execute(sql`delete from outbox`))

  const draftOf = async (line: string) => {
    const dm = it.feishu.as(it.org.office.inspectors[0] ?? '').inDm()
    await dm.say(line)
    await it.bot.pump.run()
    return dm
  }
  const drafts = (chat: string) =>
    it.said(chat).filter(({ body }) => JSON.stringify(body).includes('蓝单草稿'))

  test('post one copy, close the original once, and a copy has a life of its own', async () => {
    const dm = await draftOf('蓝单 恒暖 施工服务 围挡破损；要求：修复')
    it.pass(13 * DAY + 23 * HOUR)
    const deps = await inForce(it.bot.deps)
    await Promise.all([deliverOutbox(deps), deliverOutbox(deps), deliverOutbox(deps)])
    await it.turn()
    expect(drafts(dm.chatId)).toHaveLength(1)
    const states = await it.db.execute<{ state: string }>(
      sql`select state from card_messages order by sent_at`,
    )
    expect(states.map(({ state }) => state)).toEqual(['closed', 'live'])
    const [next] = await it.db.execute<{ n: number }>(
      sql`select count(*)::int as n from outbox where state = 'pending' and key like 'again/%'`,
    )
    expect(next?.n).toBe(1)
  })

  test('post nothing after a card that has ended before its time', async () => {
    const dm = await draftOf('蓝单 恒暖 施工服务 裸土未盖；要求：苫盖')
    const before = drafts(dm.chatId).length
    await it.db.execute(sql`update card_messages set state = 'closed'`)
    it.pass(14 * DAY)
    await it.turn()
    expect(drafts(dm.chatId)).toHaveLength(before)
  })

  test('post nothing for what has been settled meanwhile', async () => {
    const dm = await draftOf('蓝单 恒暖 施工服务 车辆乱停；要求：清走')
    const before = drafts(dm.chatId).length
    await it.db.execute(sql`update drafts set state = 'cancelled'`)
    it.pass(14 * DAY)
    await it.turn()
    expect(drafts(dm.chatId)).toHaveLength(before)
    const [row] = await it.db.execute<{ state: string }>(
      sql`select state from outbox where key like 'again/%' and not_before <= ${new Date(it.clock.now()).toISOString()} limit 1`,
    )
    expect(row?.state).toBe('void')
  })
})
