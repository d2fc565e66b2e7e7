import { createAdaptorServer } from '@hono/node-server'
import { expect, test } from 'vitest'
import { button, card, form, input, markdown, submit } from './cards.ts'
import { refusal, sdkClient, sendCard } from './sdk.ts'
import { stage } from './tiny-bot.ts'

const slip = card('待整改', [
  markdown('整改单'),
  form([input('note', '整改说明', { required: true }), submit('提交')]),
  button('查看'),
])

test('a press reaches the bot with the form, and its answer becomes toast and card for everyone', async () => {
  await using s = await stage()
  const id = await sendCard(sdkClient(s.fs), s.fs.chat('一热').id, slip)
  s.bot.answer = () => ({
    toast: { type: 'success', content: '已收到' },
    card: { type: 'raw', data: card('已整改', []) },
  })
  const held = await s.fs
    .as('李文员')
    .in('一热')
    .card(/待整改/)
  expect(await held.fill('整改说明', '已清空').press('提交')).toEqual({
    toast: { type: 'success', content: '已收到' },
  })
  expect(s.bot.received).toMatchObject([
    {
      event_type: 'card.action.trigger',
      operator: { open_id: s.fs.person('李文员').openId },
      action: {
        tag: 'button',
        name: 'submit',
        value: { act: '提交' },
        form_value: { note: '已清空' },
        timezone: 'Asia/Shanghai',
      },
      context: { open_message_id: id, open_chat_id: s.fs.chat('一热').id },
      host: 'im_message',
    },
  ])
  expect(
    (
      await s.fs
        .as('张检')
        .in('一热')
        .card(/已整改/)
    ).id,
  ).toBe(id)
})

test('while a press is being answered the card is locked against patches, and free afterwards', async () => {
  await using s = await stage()
  const client = sdkClient(s.fs)
  const id = await sendCard(client, s.fs.chat('一热').id, slip)
  const patch = () =>
    client.im.v1.message.patch({
      path: { message_id: id },
      data: { content: JSON.stringify(slip) },
    })
  let during: Awaited<ReturnType<typeof refusal>> | undefined
  s.bot.answer = async () => {
    during = await refusal(patch())
    return {}
  }
  await (
    await s.fs
      .as('李文员')
      .in('一热')
      .card(/待整改/)
  ).press('查看')
  expect(during).toMatchObject({ code: 230099, msg: expect.stringContaining('ErrCode: 11310') })
  expect(during?.msg).toContain('card action is lock')
  expect((await patch()).code).toBe(0)
})

test.each<[string, unknown, number]>([
  ['another status than 200', new Response('', { status: 500 }), 200671],
  ['a redirect', new Response('', { status: 302 }), 200671],
  ['a plain string', new Response('"ok"'), 200672],
  ['a field nobody knows', { tost: {} }, 200672],
  ['a card without its envelope', { card: slip }, 200672],
  ['a toast of no known type', { toast: { type: 'loud', content: 'x' } }, 200672],
  ['a card as a string', { card: { type: 'raw', data: JSON.stringify(slip) } }, 200673],
  [
    'a card with a removed tag',
    { card: { type: 'raw', data: card('x', [{ tag: 'note' }]) } },
    200673,
  ],
  ['a 1.0 card', { card: { type: 'raw', data: { elements: [] } } }, 200830],
])('%s shows the presser the platform’s number', async (_, answer, code) => {
  await using s = await stage()
  await sendCard(sdkClient(s.fs), s.fs.chat('一热').id, slip)
  s.bot.answer = () => answer
  const held = await s.fs
    .as('李文员')
    .in('一热')
    .card(/待整改/)
  expect(await held.press('查看')).toMatchObject({ code })
  expect(held.message()).toMatchObject({ revision: 0, locked: false })
})

test('a bot that thinks too long is given up with 200341 and the card is free again', async () => {
  await using s = await stage({ answerWithinMs: 20 })
  await sendCard(sdkClient(s.fs), s.fs.chat('一热').id, slip)
  s.bot.answer = () => new Promise(() => {})
  const held = await s.fs
    .as('李文员')
    .in('一热')
    .card(/待整改/)
  expect(await held.press('查看')).toMatchObject({ code: 200341 })
  expect(held.message().locked).toBe(false)
})

test('a press gives a token that updates the card twice within 30 minutes', async () => {
  await using s = await stage()
  const client = sdkClient(s.fs)
  await sendCard(client, s.fs.chat('一热').id, slip)
  const held = await s.fs
    .as('李文员')
    .in('一热')
    .card(/待整改/)
  const update = (title: string) =>
    client.request({
      method: 'POST',
      url: '/open-apis/interactive/v1/card/update',
      data: { token: s.bot.received.at(-1)?.['token'], card: card(title, [button('查看')]) },
    })
  await held.press('查看')
  await update('一')
  await update('二')
  expect(await refusal(update('三'))).toMatchObject({ code: 300040 })
  expect(held.text()).toContain('二')
  await held.press('查看')
  await s.fs.clock.advance({ by: '31m' })
  expect(await refusal(update('四'))).toMatchObject({ code: 300030 })
})

test('a press travels over a real socket as well', async () => {
  await using s = await stage()
  const server = createAdaptorServer({ fetch: s.bot.fetch, overrideGlobalObjects: false })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  expect(await s.fs.connectBot({ url: `http://127.0.0.1:${port}` })).toBe(true)
  await sendCard(sdkClient(s.fs), s.fs.chat('一热').id, slip)
  s.bot.answer = () => ({ toast: { content: '好' } })
  const held = await s.fs
    .as('李文员')
    .in('一热')
    .card(/待整改/)
  expect((await held.press('查看')).toast).toEqual({ type: 'info', content: '好' })
  await new Promise((resolve) => server.close(resolve))
  expect(await held.press('查看')).toMatchObject({ code: 200342 })
})

test('two people may press at once; both are answered', async () => {
  await using s = await stage()
  await sendCard(sdkClient(s.fs), s.fs.chat('一热').id, slip)
  s.bot.answer = ({ operator }) => ({
    toast: { content: (operator as { open_id: string }).open_id },
  })
  const hands = await Promise.all(
    ['张检', '李文员'].map((name) =>
      s.fs
        .as(name)
        .in('一热')
        .card(/待整改/),
    ),
  )
  const answers = await Promise.all(hands.map((hand) => hand.press('查看')))
  expect(answers.map(({ toast }) => toast?.content)).toEqual([
    s.fs.person('张检').openId,
    s.fs.person('李文员').openId,
  ])
})
