import { expect, test } from 'vitest'
import { card } from './cards.ts'
import { refusal, sdkClient, sendCard } from './sdk.ts'
import { stage } from './tiny-bot.ts'

const SEND = 'POST /im/v1/messages'

test('a lost answer leaves the message on the screen, and its uuid finds it again', async () => {
  await using s = await stage()
  const client = sdkClient(s.fs)
  const chat = s.fs.chat('一热').id
  s.fs.fault({ at: SEND, cut: 'after' })
  await expect(sendCard(client, chat, card('待整改', []), 'logical-1')).rejects.toThrow(
    'socket hang up',
  )
  const shown = await s.fs
    .as('张检')
    .in('一热')
    .card(/待整改/)
  expect(await sendCard(client, chat, card('待整改', []), 'logical-1')).toBe(shown.id)
  expect(s.fs.as('张检').in('一热').messages()).toHaveLength(1)
})

test('a line cut before the call leaves nothing behind', async () => {
  await using s = await stage()
  s.fs.fault({ at: SEND, cut: 'before' })
  const sending = sendCard(sdkClient(s.fs), s.fs.chat('一热').id, card('待整改', []))
  await expect(sending).rejects.toThrow('socket hang up')
  expect(s.fs.as('张检').in('一热').messages()).toEqual([])
})

test('a refusal comes as often as asked for, in the platform’s own words', async () => {
  await using s = await stage()
  const client = sdkClient(s.fs)
  const send = () => sendCard(client, s.fs.chat('一热').id, card('待整改', []))
  s.fs.fault({ at: SEND, code: 230020, times: 2 })
  s.fs.fault({ at: SEND, status: 502 })
  expect(await refusal(send())).toMatchObject({ code: 230020 })
  expect(await refusal(send())).toMatchObject({ code: 230020 })
  expect(await refusal(send())).toMatchObject({ status: 502 })
  expect(await send()).toMatch(/^om_/)
})

test('an accepted event may come once more, the same to the last id', async () => {
  await using s = await stage()
  s.fs.fault({ at: 'deliver im.message.receive_v1', twice: true })
  await s.fs.as('张检').in('一热').say('嗯')
  const [first, second] = s.bot.received
  expect(second?.['event_id']).toBe(first?.['event_id'])
  expect(s.bot.received).toHaveLength(2)
})
