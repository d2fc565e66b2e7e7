import { expect, test } from 'vitest'
import { onePixelPng } from '../../emulator/driver.ts'
import { card, markdown } from './cards.ts'
import { refusal, sdkClient, sendCard, tokenOf } from './sdk.ts'
import { stage } from './tiny-bot.ts'

const toChat = { receive_id_type: 'chat_id' } as const
const toPerson = { receive_id_type: 'open_id' } as const
const text = (words: string) => ({ msg_type: 'text', content: JSON.stringify({ text: words }) })

test('the official client sends a text whose <at> becomes a mention', async () => {
  await using s = await stage()
  const { openId } = s.fs.person('张检')
  const data = { receive_id: s.fs.chat('一热').id, ...text(`<at user_id="${openId}">x</at> 请看`) }
  const sent = await sdkClient(s.fs).im.v1.message.create({ params: toChat, data })
  expect(sent.code).toBe(0)
  expect(sent.data?.mentions).toMatchObject([{ key: '@_user_1', id: openId, name: '张检' }])
  expect((await s.fs.as('张检').in('一热').message(/请看/)).text).toBe('@张检 请看')
})

test('the same uuid within the hour answers with the same message, after it with a new one', async () => {
  await using s = await stage()
  const client = sdkClient(s.fs)
  const chat = s.fs.chat('一热').id
  const first = await sendCard(client, chat, card('一', []), 'logical-1')
  expect(await sendCard(client, chat, card('一', []), 'logical-1')).toBe(first)
  await s.fs.clock.advance({ by: '1h' })
  expect(await sendCard(client, chat, card('一', []), 'logical-1')).not.toBe(first)
})

test('writing to a person opens the private chat and names it', async () => {
  await using s = await stage()
  const data = { receive_id: s.fs.person('张检').openId, ...text('您好') }
  const sent = await sdkClient(s.fs).im.v1.message.create({ params: toPerson, data })
  expect(sent.data?.chat_id).toBe(s.fs.as('张检').inDm().chatId)
})

test.each([
  ['a group without the bot', '无机器人群', 230002],
  ['a chat nobody knows', 'oc_nowhere', 230034],
])('%s is refused in the platform’s own code', async (_, name, code) => {
  await using s = await stage()
  const id = name.startsWith('oc_') ? name : s.fs.chat(name).id
  const call = sdkClient(s.fs).im.v1.message.create({
    params: toChat,
    data: { receive_id: id, ...text('x') },
  })
  expect(await refusal(call)).toMatchObject({ code, status: 400 })
})

test('a reply hangs under its root, in a thread when asked', async () => {
  await using s = await stage()
  const asked = await s.fs.as('张检').in('一热').say('何时整改？')
  const { reply } = sdkClient(s.fs).im.v1.message
  const path = { message_id: asked.id }
  const first = await reply({ path, data: { ...text('今天'), reply_in_thread: true } })
  expect(first.data).toMatchObject({ root_id: asked.id, parent_id: asked.id })
  expect(first.data?.thread_id).toMatch(/^omt_[0-9a-f]{16}$/)
  const second = await reply({
    path: { message_id: first.data?.message_id ?? '' },
    data: text('明天'),
  })
  expect(second.data).toMatchObject({ root_id: asked.id, thread_id: first.data?.thread_id })
})

test('a patch replaces the card for everyone, and history tells it degraded or as sent', async () => {
  await using s = await stage()
  const client = sdkClient(s.fs)
  const chat = s.fs.chat('一热').id
  const id = await sendCard(client, chat, card('待整改', [markdown('**一处**')]))
  const green = card('已整改', [markdown('**一处**')])
  const path = { message_id: id }
  expect(
    (await client.im.v1.message.patch({ path, data: { content: JSON.stringify(green) } })).code,
  ).toBe(0)
  expect(
    (
      await s.fs
        .as('李文员')
        .in('一热')
        .card(/已整改/)
    ).id,
  ).toBe(id)

  const listed = await client.im.v1.message.list({
    params: { container_id_type: 'chat', container_id: chat },
  })
  const content = listed.data?.items?.[0]?.body?.content ?? ''
  expect(JSON.parse(content)).toEqual({
    title: '已整改',
    elements: [[{ tag: 'text', text: '一处' }]],
  })
  const got = await client.request<{ data: { items: { body: { content: string } }[] } }>({
    method: 'GET',
    url: `/open-apis/im/v1/messages/${id}`,
    params: { card_msg_content_type: 'user_card_content' },
  })
  expect(JSON.parse(got.data.items[0]?.body.content ?? '')).toEqual(green)
})

test('a card may be patched for 14 days of virtual time and not after', async () => {
  await using s = await stage()
  const client = sdkClient(s.fs)
  const id = await sendCard(client, s.fs.chat('一热').id, card('一', []))
  const patch = () =>
    client.im.v1.message.patch({
      path: { message_id: id },
      data: { content: JSON.stringify(card('二', [])) },
    })
  await s.fs.clock.advance({ by: '13d' })
  expect((await patch()).code).toBe(0)
  await s.fs.clock.advance({ by: '2d' })
  expect(await refusal(patch())).toMatchObject({ code: 230031 })
})

test('somebody else’s message cannot be patched, a recalled one cannot be answered', async () => {
  await using s = await stage()
  const { message } = sdkClient(s.fs).im.v1
  const said = await s.fs.as('张检').in('一热').say('嗯')
  const path = { message_id: said.id }
  expect(await refusal(message.patch({ path, data: { content: '{}' } }))).toMatchObject({
    code: 230012,
  })
  await s.fs.as('张检').in('一热').recall(said)
  expect(await refusal(message.reply({ path, data: text('?') }))).toMatchObject({ code: 230011 })
})

test('加急 shows on the person until they look, and strangers are named invalid', async () => {
  await using s = await stage()
  const client = sdkClient(s.fs)
  const id = await sendCard(client, s.fs.chat('一热').id, card('一', []))
  const [li, stranger] = [s.fs.person('李文员').openId, s.fs.person('王外人').openId]
  const answer = await client.im.v1.message.urgentApp({
    path: { message_id: id },
    params: { user_id_type: 'open_id' },
    data: { user_id_list: [li, stranger] },
  })
  expect(answer.data?.invalid_user_id_list).toEqual([stranger])
  expect(s.fs.urgesTo('李文员').map((message) => message.id)).toEqual([id])
  s.fs.as('李文员').in('一热').read()
  expect(s.fs.urgesTo('李文员')).toEqual([])
  const readers = await client.im.v1.message.readUsers({
    path: { message_id: id },
    params: { user_id_type: 'open_id' },
  })
  expect(readers.data?.items).toMatchObject([{ user_id: li }])
})

test('a Buffer that the client uploads without a filename comes back byte for byte', async () => {
  await using s = await stage()
  const { image } = sdkClient(s.fs).im.v1
  const made = await image.create({
    data: { image_type: 'message', image: Buffer.from(onePixelPng) },
  })
  const got = await image.get({ path: { image_key: made?.image_key ?? '' } })
  const chunks: Buffer[] = []
  for await (const chunk of got.getReadableStream() as AsyncIterable<Buffer>) chunks.push(chunk)
  expect(Buffer.concat(chunks).equals(onePixelPng)).toBe(true)
})

test('what is not a picture is refused by its bytes', async () => {
  await using s = await stage()
  const form = new FormData()
  form.set('image_type', 'message')
  form.set('image', new Blob(['<html>']), 'photo.png')
  const token = await tokenOf(s.fs)
  const headers = { authorization: `Bearer ${token}` }
  const response = await fetch(`${s.fs.url}/open-apis/im/v1/images`, {
    method: 'POST',
    body: form,
    headers,
  })
  expect(await response.json()).toMatchObject({ code: 234011 })
})

test('a person’s photo is reached through its message and in no other way', async () => {
  await using s = await stage()
  const client = sdkClient(s.fs)
  const sent = await s.fs.as('李文员').in('一热').photo(onePixelPng, '现场.png')
  const { body } = sent.message
  const file_key = body.type === 'image' ? body.imageKey : ''
  const got = await client.im.v1.messageResource.get({
    path: { message_id: sent.id, file_key },
    params: { type: 'image' },
  })
  expect(got.headers).toMatchObject({ 'content-type': 'image/png' })
  const direct = await fetch(`${s.fs.url}/open-apis/im/v1/images/${file_key}`, {
    headers: { authorization: `Bearer ${await tokenOf(s.fs)}` },
  })
  expect(await direct.json()).toMatchObject({ code: 234008 })
})

test('people and groups can be looked up', async () => {
  await using s = await stage()
  const client = sdkClient(s.fs)
  const { openId } = s.fs.person('张检')
  const user = await client.contact.v3.user.get({ path: { user_id: openId } })
  expect(user.data?.user?.name).toBe('张检')
  const basic = await client.request<{ data: { users: unknown[] } }>({
    method: 'POST',
    url: '/open-apis/contact/v3/users/basic_batch?user_id_type=open_id',
    data: { user_ids: [openId, 'ou_nobody'] },
  })
  expect(basic.data.users).toMatchObject([{ user_id: openId, name: '张检' }])
  const groups = await client.im.v1.chat.list({})
  expect(groups.data?.items?.map(({ name }) => name)).toEqual(['一热'])
  const chat_id = s.fs.chat('一热').id
  const members = await client.im.v1.chatMembers.get({
    path: { chat_id },
    params: { page_size: 1 },
  })
  expect(members.data).toMatchObject({ items: [{ name: '张检' }], has_more: true, member_total: 2 })
  const chat = await client.im.v1.chat.get({ path: { chat_id } })
  expect(chat.data).toMatchObject({ name: '一热', chat_mode: 'group', user_count: '2' })
})
