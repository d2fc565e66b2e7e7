import { describe, expect, test } from 'vitest'

import { parseEvent, parseMoment } from '../../src/feishu/parse-event.ts'
import botAdded from './payloads/bot-added.json' with { type: 'json' }
import botRemoved from './payloads/bot-removed.json' with { type: 'json' }
import oldEnvelope from './payloads/envelope-1.0.json' with { type: 'json' }
import file from './payloads/message-file.json' with { type: 'json' }
import image from './payloads/message-image-p2p.json' with { type: 'json' }
import recalledEarly from './payloads/message-recalled-before-push.json' with { type: 'json' }
import recalled from './payloads/message-recalled.json' with { type: 'json' }
import post from './payloads/message-reply-post.json' with { type: 'json' }
import text from './payloads/message-text-group.json' with { type: 'json' }

const NOW = 1_795_400_000_000
const STAFF = `ou_${'5'.repeat(32)}`
const CHAT = `oc_${'a1'.repeat(16)}`

/** The event with one field of it, `message.content` say, set to something else. */
function changed<T extends object>(payload: T, path: string, value: unknown): T {
  const copy = structuredClone(payload)
  const names = path.split('.')
  const last = names.pop() ?? ''
  const parent = names.reduce<object>((at, name) => Reflect.get(at, name) as object, copy)
  Reflect.set(parent, last, value)
  return copy
}

describe('a message', () => {
  test('in a group, with mentions', () => {
    expect(parseEvent(text, NOW)).toEqual({
      kind: 'message',
      eventId: '5e3702a84e847582be8db7fb73283c01',
      semanticKey: 'message:om_x100b4c5d6e7f8091a2b3c4d5e6f70819',
      createdAt: 1_795_399_205_123,
      messageId: 'om_x100b4c5d6e7f8091a2b3c4d5e6f70819',
      chatId: CHAT,
      chatType: 'group',
      sender: STAFF,
      senderType: 'user',
      mentions: [
        { key: '@_user_1', openId: `ou_${'b'.repeat(32)}`, name: '三色督查' },
        { key: '@_user_2', openId: `ou_${'7'.repeat(32)}`, name: '王建国' },
      ],
      body: {
        type: 'text',
        text: '@_user_1 蓝单 第一热力公司/崂山路服务站 服务窗口 收费公示未上墙；要求：三日内上墙公示，请 @_user_2 负责',
      },
    })
  })

  test('as rich text in a thread keeps its photos and where it hangs', () => {
    expect(parseEvent(post, NOW)).toMatchObject({
      parentId: 'om_x100b4c5d6e7f8091a2b3c4d5e6f70819',
      rootId: 'om_x100b4c5d6e7f8091a2b3c4d5e6f70819',
      threadId: 'omt_1a2b3c4d5e6f70',
      body: {
        type: 'post',
        text: '整改反馈\n@_user_1 收费公示已上墙，见照片\n\n价目依据：[收费标准](https://example.com/prices)[OK]',
        imageKeys: [
          'img_v3_02ab_0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
          'img_v3_02ab_11112222-3333-4444-5555-666677778888',
        ],
      },
    })
  })

  test('as a photo to the bot itself', () => {
    expect(parseEvent(image, NOW)).toMatchObject({
      chatType: 'p2p',
      mentions: [],
      body: { type: 'image', imageKey: 'img_v3_02ab_0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' },
    })
  })

  test('as a file', () => {
    expect(parseEvent(file, NOW)).toMatchObject({
      body: { type: 'file', name: '崂山路服务站整改报告.docx' },
    })
  })

  test('recalled before it reached us has a body we do not read', () => {
    expect(parseEvent(recalledEarly, NOW)).toMatchObject({
      kind: 'message',
      body: { type: 'unread', feishuType: 'text' },
    })
  })

  test('from another bot is marked as such', () => {
    for (const type of ['bot', 'app']) {
      const event = changed(text, 'event.sender.sender_type', type)
      expect(parseEvent(event, NOW)).toMatchObject({ senderType: 'bot' })
    }
  })

  test.each([
    ['object ids', { key: '@_all', name: '所有人', id: { open_id: '' } }, ''],
    ['no id', { key: '@_all', name: '所有人' }, ''],
    ['null id', { key: '@_all', name: '所有人', id: null }, ''],
    ['string ids', { key: '@_user_1', name: '王建国', id: STAFF }, STAFF],
  ])('takes mentions with %s', (_, mention, openId) => {
    const event = changed(text, 'event.message.mentions', [mention])
    expect(parseEvent(event, NOW)).toMatchObject({ mentions: [{ key: mention.key, openId }] })
  })

  test.each([
    ['sticker', '{"file_key":"file_v3_1"}', { type: 'unread', feishuType: 'sticker' }],
    ['audio', '{"file_key":"f","duration":2000}', { type: 'unread', feishuType: 'audio' }],
    ['media', '{"file_key":"f"}', { type: 'media', fileKey: 'f', name: '' }],
    ['text', '{"text":42}', { type: 'unread', feishuType: 'text' }],
    ['text', '{broken', { type: 'unread', feishuType: 'text' }],
    ['image', '{}', { type: 'unread', feishuType: 'image' }],
    ['post', '{"zh_cn":{"title":"","content":[[{"tag":"text","text":"好"}]]}}', { text: '好' }],
    ['post', '{"content":[[{"tag":"at","user_id":"@_all"},{"tag":"new"}]]}', { text: '@_all' }],
    ['post', '{"title":"只有标题"}', { type: 'unread', feishuType: 'post' }],
  ])('%s %s', (messageType, content, body) => {
    const typed = changed(text, 'event.message.message_type', messageType)
    const event = changed(typed, 'event.message.content', content)
    expect(parseEvent(event, NOW)).toMatchObject({ kind: 'message', body })
  })
})

test('a recalled message', () => {
  expect(parseEvent(recalled, NOW)).toEqual({
    kind: 'recalled',
    eventId: '5e3702a84e847582be8db7fb73283c13',
    semanticKey: 'recalled:om_x100b4c5d6e7f8091a2b3c4d5e6f70819',
    createdAt: 1_795_399_300_000,
    messageId: 'om_x100b4c5d6e7f8091a2b3c4d5e6f70819',
    chatId: CHAT,
  })
})

test('the bot enters and leaves a group', () => {
  const chatId = `oc_${'c3'.repeat(16)}`
  const operator = `ou_${'9'.repeat(32)}`
  expect(parseEvent(botAdded, NOW)).toMatchObject({ kind: 'botAdded', chatId, operator })
  expect(parseEvent(botRemoved, NOW)).toMatchObject({ kind: 'botRemoved', chatId, operator })
})

describe('what we do not know is kept all the same', () => {
  test('an event type nobody asked for', () => {
    const event = changed(text, 'header.event_type', 'im.chat.updated_v1')
    expect(parseEvent(event, NOW)).toEqual({
      kind: 'other',
      type: 'im.chat.updated_v1',
      eventId: text.header.event_id,
      createdAt: 1_795_399_206_001,
    })
  })

  test('the old envelope, deduplicated by its uuid', () => {
    expect(parseEvent(oldEnvelope, NOW)).toEqual({
      kind: 'other',
      type: 'message',
      eventId: oldEnvelope.uuid,
      createdAt: 1_795_399_205_717,
    })
  })

  test('a known type that cannot be read says which field, not what was in it', () => {
    const event = changed(text, 'event.message.chat_id', { secret: '机密' })
    const inbound = parseEvent(event, NOW)
    expect(inbound).toMatchObject({ kind: 'other', type: 'im.message.receive_v1' })
    expect(JSON.stringify(inbound)).toContain('message.chat_id')
    expect(JSON.stringify(inbound)).not.toContain('机密')
  })

  test.each([null, 42, 'text', [], {}, { header: null, event: [] }, { header: { event_id: 7 } }])(
    '%j',
    (plain) => {
      const inbound = parseEvent(plain, NOW)
      expect(inbound).toMatchObject({ kind: 'other', type: 'unknown', createdAt: NOW })
      expect(inbound.eventId).toMatch(/^sha256:[0-9a-f]{64}$/)
      expect(parseEvent(structuredClone(plain), NOW + 1).eventId).toBe(inbound.eventId)
    },
  )
})

test.each([
  ['milliseconds', '1795399205123', 1_795_399_205_123],
  ['microseconds', '1795399205123456', 1_795_399_205_123],
  ['seconds', '1795399205', 1_795_399_205_000],
  ['seconds with a fraction', '1795399205.7171419', 1_795_399_205_717],
  ['a number', 1_795_399_205_123, 1_795_399_205_123],
  ['nothing', undefined, undefined],
  ['noise', 'yesterday', undefined],
  ['empty', '', undefined],
  ['negative', '-1', undefined],
])('create_time as %s', (_, value, moment) => {
  expect(parseMoment(value)).toBe(moment)
})
