import { expect, test } from 'vitest'
import { stage } from './tiny-bot.ts'

const at = (time: string) => Date.parse(`2026-11-23T${time}Z`)

test('a jump stops at everything due on the way, the bot’s and ours, in order', async () => {
  await using s = await stage({ now: at('08:00:00') })
  s.bot.clock = {
    now: at('08:00:00'),
    due: [at('09:00:00'), at('10:00:00'), at('23:00:00')],
    ran: [],
  }
  s.bot.status = 500
  await s.fs.as('张检').in('一热').say('嗯')
  const seen: number[] = []
  s.fs.platform.bus.subscribe((delta) => {
    if (delta.type === 'clock') seen.push(delta.now)
  })
  expect(await s.fs.clock.advance({ to: at('10:30:00') })).toBe(at('10:30:00'))
  expect(s.bot.clock.ran).toEqual([at('09:00:00'), at('10:00:00')])
  expect(s.bot.clock.now).toBe(at('10:30:00'))
  expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  // 15 s, 5 min and 1 h after the failures: two before nine, one after.
  expect(seen.filter((moment) => moment < at('09:00:00'))).toHaveLength(2)
  expect(seen).toContain(at('09:00:00'))
})

test('at a stop the platform’s clock stands still at the due moment', async () => {
  await using s = await stage({ now: at('08:00:00') })
  const clock = { now: at('08:00:00'), due: [at('09:00:00')], ran: [] }
  const stamps: number[] = []
  s.bot.clock = new Proxy(clock, {
    set: (target, key, value) => {
      if (key === 'now') stamps.push(s.fs.clock.now())
      return Reflect.set(target, key, value)
    },
  })
  await s.fs.clock.advance({ to: at('09:30:00') })
  expect(stamps).toEqual([at('09:00:00'), at('09:30:00')])
})

test('a bot that never gets done does not hold the clock for ever', async () => {
  await using s = await stage({ now: at('08:00:00') })
  s.bot.clock = {
    now: at('08:00:00'),
    ran: [],
    get due() {
      return [at('09:00:00')]
    },
    set due(_) {},
  }
  expect(await s.fs.clock.advance({ to: at('10:00:00') })).toBe(at('10:00:00'))
})

test('without a clock route on the bot only our own clock moves', async () => {
  await using s = await stage({ now: at('08:00:00') })
  expect(await s.fs.clock.advance({ by: '1d 2h' })).toBeGreaterThanOrEqual(
    at('08:00:00') + 26 * 3_600_000,
  )
})

test('a fresh platform starts at the bot’s time', async () => {
  await using s = await stage()
  s.bot.clock = { now: at('08:00:00'), due: [], ran: [] }
  await s.fs.connectBot({ url: 'http://bot.test', fetch: s.bot.fetch })
  expect(s.fs.clock.now() - at('08:00:00')).toBeLessThan(60_000)
})

test('a clock that does not tick stands exactly where it was put', async () => {
  await using s = await stage({ now: at('08:00:00'), ticking: false })
  const said = await s.fs.as('张检').in('一热').say('嗯')
  expect(said.message.createdAt).toBe(at('08:00:00'))
  expect(await s.fs.clock.advance({ by: '2h' })).toBe(at('10:00:00'))
  expect(s.fs.clock.now()).toBe(at('10:00:00'))
})

test('time never goes back', async () => {
  await using s = await stage({ now: at('08:00:00') })
  expect(await s.fs.clock.advance({ to: at('07:00:00') })).toBeGreaterThanOrEqual(at('08:00:00'))
})
