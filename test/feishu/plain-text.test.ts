import { expect, test } from 'vitest'

import type { MessageBody } from '../../src/feishu/inbound.ts'
import { plainText } from '../../src/feishu/plain-text.ts'

const BOT = 'ou_bot'
const mentions = [
  { key: '@_user_1', openId: BOT, name: '三色督查' },
  { key: '@_user_2', openId: 'ou_wang', name: '王建国' },
  { key: '@_user_10', openId: 'ou_li', name: '李娜' },
]

test.each([
  ['@_user_1 /待办', '/待办'],
  ['/待办 @_user_1', '/待办'],
  ['请@_user_1 催办', '请催办'],
  ['@_user_1\u00a0蓝单\n责任单位：一热', '蓝单\n责任单位：一热'],
  ['@_user_1 请 @_user_2 负责', '请 @王建国 负责'],
  ['@_user_10 和 @_user_2', '@李娜 和 @王建国'],
  ['@_user_3 不在名单里', '@_user_3 不在名单里'],
  ['@_all 通知', '@_all 通知'],
  ['@_user_1', ''],
])('%j reads %j', (text, expected) => {
  expect(plainText({ mentions, body: { type: 'text', text } }, BOT)).toBe(expected)
})

test('@all is named when Feishu names it', () => {
  const everybody = [{ key: '@_all', openId: '', name: '所有人' }]
  const body: MessageBody = { type: 'text', text: '@_all 通知' }
  expect(plainText({ mentions: everybody, body }, BOT)).toBe('@所有人 通知')
})

test('rich text reads alike; photos and files say nothing', () => {
  const post: MessageBody = { type: 'post', text: '@_user_1 已整改', imageKeys: ['img'] }
  expect(plainText({ mentions, body: post }, BOT)).toBe('已整改')
  expect(plainText({ mentions, body: { type: 'image', imageKey: 'img' } }, BOT)).toBe('')
})
