import { findInCard } from './check-card.ts'
import { isRecord, parseJson, recordOf, textOf, type Json } from './json.ts'
import type { Answered, Unanswered } from './link.ts'
import type { Platform } from './platform.ts'
import type { Pressed } from './wire.ts'

/** What the client shows, and the card to show from now on. */
export interface CallbackResult {
  pressed: Pressed
  card?: unknown
}

const FAILED: Record<Unanswered['failed'], { code: number; reason: string }> = {
  noAddress: { code: 200340, reason: '应用未配置回调地址' },
  timeout: { code: 200341, reason: '回调在 3 秒内没有应答' },
  connect: { code: 200342, reason: '连不上回调地址' },
  dns: { code: 200343, reason: '回调地址的域名无法解析' },
}

const TOAST_TYPES = ['info', 'success', 'error', 'warning'] as const

/** 《卡片回传交互回调》: the answer either means exactly what the grammar says, or the client shows a number. */
export function readAnswer(platform: Platform, answer: Answered | Unanswered): CallbackResult {
  if ('failed' in answer) return { pressed: FAILED[answer.failed] }
  if (answer.status !== 200) {
    return { pressed: { code: 200671, reason: `回调返回 HTTP ${answer.status}` } }
  }
  // The documentation allows “空值” as well as `{}`.
  const body = answer.text.trim() === '' ? {} : parseJson(answer.text)
  if (!isRecord(body)) return malformed('应答不是 JSON 对象')
  const unknown = Object.keys(body).find((key) => key !== 'toast' && key !== 'card')
  if (unknown !== undefined) return malformed(`应答里有未知字段 ${unknown}`)
  return withToast(body, cardOf(platform, body['card']))
}

const malformed = (reason: string): CallbackResult => ({ pressed: { code: 200672, reason } })
const badCard = (code: 200673 | 200830, reason: string): CallbackResult => ({
  pressed: { code, reason },
})

function withToast({ toast }: Json, result: CallbackResult): CallbackResult {
  if (toast === undefined || result.pressed.code !== undefined) return result
  if (!isRecord(toast)) return malformed('toast 必须是对象')
  const type = TOAST_TYPES.find((known) => known === (toast['type'] ?? 'info'))
  const content = textOf(recordOf(toast['i18n'])['zh_cn']) ?? textOf(toast['content'])
  if (type === undefined) return malformed('toast.type 不在枚举里')
  if (content === undefined) return malformed('toast.content 必须是字符串')
  return { ...result, pressed: { toast: { type, content } } }
}

function cardOf(platform: Platform, card: unknown): CallbackResult {
  if (card === undefined) return { pressed: {} }
  if (!isRecord(card) || typeof card['type'] !== 'string') {
    return malformed('card 必须是 {type, data}，不是卡片本身')
  }
  if (card['type'] !== 'raw')
    return badCard(200673, `本地飞书没有卡片模板（type: ${card['type']}）`)
  const { data } = card
  if (!isRecord(data)) return badCard(200673, 'card.data 必须是对象，不是字符串')
  if (data['schema'] !== '2.0') return badCard(200830, '2.0 卡片不能换成 1.0 卡片')
  const finding = findInCard(platform, JSON.stringify(data))
  if (finding === undefined) return { pressed: {}, card: data }
  return badCard(200673, `${finding.sub} ${finding.path} ${finding.message}`.trim())
}
