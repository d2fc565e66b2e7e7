import { Client, DefaultCache, LoggerLevel, withTenantToken } from '@larksuiteoapi/node-sdk'
import { z } from 'zod'

import { createAccessToken } from './access-token.ts'
import { failureOf } from './failure.ts'
import { createHttpInstance } from './http-instance.ts'
import type { Log } from './log.ts'
import type {
  Content,
  Feishu,
  Looked,
  OwnMessage,
  Patched,
  Refused,
  Sent,
  Unknown,
} from './port.ts'
import { redactingLogger } from './redacting-logger.ts'

export interface FeishuSettings {
  appId: string
  appSecret: string
  /** Base URL, `https://open.feishu.cn`. */
  domain: string
  log: Log
  timeoutMs?: number
}

/** The limit of `users/basic_batch`. */
const NAMES_PER_CALL = 10
/** The limit of `im/v1/messages`. */
const MESSAGES_PER_PAGE = 50
/** Two thousand messages; a chat that has said more since then is not looked through. */
const PAGES_MAX = 40
const STALE_TOKEN = 99991663

type RequestOptions = ReturnType<typeof withTenantToken>
type Answer = { outcome: 'answered'; body: unknown } | Refused | Unknown

const SentMessage = z.object({ data: z.object({ message_id: z.string(), chat_id: z.string() }) })
const BotInfo = z.object({ bot: z.object({ open_id: z.string(), app_name: z.string() }) })
const Names = z.object({
  data: z.object({ users: z.array(z.object({ user_id: z.string(), name: z.string().nullish() })) }),
})
const History = z.object({
  data: z.object({
    has_more: z.boolean(),
    page_token: z.string().optional(),
    items: z.array(
      z.object({
        message_id: z.string(),
        create_time: z.coerce.number(),
        sender: z.object({ id: z.string() }),
        body: z.object({ content: z.string() }).optional(),
      }),
    ),
  }),
})

/** The official SDK behind our port, with its traps closed (design §3.5). */
export function createFeishu(settings: FeishuSettings): Feishu {
  const { log } = settings
  const domain = settings.domain.replace(/\/+$/, '')
  const cache = new DefaultCache()
  const client = new Client({
    appId: settings.appId,
    appSecret: settings.appSecret,
    domain,
    // Its own: the default one is shared by every client of the process, whatever their domain.
    cache,
    httpInstance: createHttpInstance(domain, settings.timeoutMs),
    logger: redactingLogger(log),
    loggerLevel: LoggerLevel.warn,
    // Each call is handed its token: `accessToken` fetches once for all who wait.
    disableTokenCache: true,
    source: 'sanse',
  })
  const accessToken = createAccessToken(client, cache)
  const { message } = client.im.v1
  let self: Promise<{ openId: string; name: string }> | undefined

  async function call(request: (options: RequestOptions) => Promise<unknown>): Promise<Answer> {
    const first = await attempt(request)
    if (first.outcome !== 'refused' || first.code !== STALE_TOKEN) return first
    // Refused before anything was done, so once more is safe.
    return attempt(request)
  }

  async function attempt(request: (options: RequestOptions) => Promise<unknown>): Promise<Answer> {
    let token: string
    try {
      token = await accessToken.current()
    } catch (error) {
      return withoutToken(failureOf(error))
    }
    try {
      return { outcome: 'answered', body: await request(withTenantToken(token)) }
    } catch (error) {
      const failure = failureOf(error)
      if (failure.outcome === 'refused' && failure.code === STALE_TOKEN) {
        await accessToken.drop(token)
      }
      return failure
    }
  }

  async function askBot() {
    const answer = await call((options) =>
      client.request({ method: 'GET', url: '/open-apis/bot/v3/info' }, options),
    )
    if (answer.outcome !== 'answered') throw new Error(`bot info: ${explain(answer)}`)
    const { bot } = BotInfo.parse(answer.body)
    return { openId: bot.open_id, name: bot.app_name }
  }

  async function askNames(openIds: readonly string[]): Promise<[string, string][]> {
    const answer = await call((options) =>
      client.contact.v3.user.basicBatch(
        { params: { user_id_type: 'open_id' }, data: { user_ids: [...openIds] } },
        options,
      ),
    )
    const names = answer.outcome === 'answered' ? Names.safeParse(answer.body).data : undefined
    if (names) return names.data.users.map((user) => [user.user_id, user.name ?? ''])
    const reason = answer.outcome === 'answered' ? 'answer not understood' : explain(answer)
    log.warn({ reason, asked: openIds.length }, 'feishu did not give the names')
    return []
  }

  const askHistory = (chatId: string, since: number, pageToken: string | undefined) =>
    call((options) =>
      message.list(
        {
          params: {
            container_id_type: 'chat',
            container_id: chatId,
            start_time: String(Math.floor(since / 1000)),
            sort_type: 'ByCreateTimeAsc',
            page_size: MESSAGES_PER_PAGE,
            card_msg_content_type: 'user_card_content',
            ...(pageToken === undefined ? {} : { page_token: pageToken }),
          },
        },
        options,
      ),
    )

  return {
    async send(to, content, uuid) {
      const data = { receive_id: to.id, uuid, ...wire(content) }
      const params = { receive_id_type: to.type }
      return sentFrom(await call((options) => message.create({ params, data }, options)))
    },
    async reply(messageId, content, uuid) {
      const payload = { path: pathOf(messageId), data: { uuid, ...wire(content) } }
      return sentFrom(await call((options) => message.reply(payload, options)))
    },
    async patch(messageId, card) {
      const payload = { path: pathOf(messageId), data: { content: JSON.stringify(card) } }
      return patchedFrom(await call((options) => message.patch(payload, options)))
    },
    async recentOwn(chatId, since): Promise<Looked> {
      const own: OwnMessage[] = []
      let pageToken: string | undefined
      for (let page = 0; page < PAGES_MAX; page++) {
        const answer = await askHistory(chatId, since, pageToken)
        if (answer.outcome !== 'answered') return answer
        const history = History.safeParse(answer.body).data?.data
        if (!history) return { outcome: 'unknown', cause: 'history not understood' }
        for (const { message_id: messageId, create_time: createdAt, sender, body } of history.items)
          if (sender.id === settings.appId)
            own.push({ messageId, createdAt, content: body?.content ?? '' })
        if (!history.has_more) return { outcome: 'found', messages: own }
        pageToken = history.page_token
      }
      return { outcome: 'unknown', cause: 'history too long to look through' }
    },
    bot() {
      self ??= askBot().catch((error: unknown) => {
        self = undefined
        throw error
      })
      return self
    },
    async names(openIds) {
      const wanted = [...new Set(openIds)]
      const names = new Map<string, string>()
      for (let at = 0; at < wanted.length; at += NAMES_PER_CALL) {
        // One after the other: the API allows five a second.
        for (const [id, name] of await askNames(wanted.slice(at, at + NAMES_PER_CALL))) {
          if (name !== '') names.set(id, name)
        }
      }
      return names
    },
  }
}

function wire(content: Content): { msg_type: string; content: string } {
  if (content.type === 'card') {
    return { msg_type: 'interactive', content: JSON.stringify(content.card) }
  }
  return { msg_type: 'text', content: JSON.stringify({ text: content.text }) }
}

/** The SDK puts path parameters into the URL as they are. */
function pathOf(messageId: string): { message_id: string } {
  return { message_id: encodeURIComponent(messageId) }
}

function sentFrom(answer: Answer): Sent {
  if (answer.outcome !== 'answered') return answer
  const sent = SentMessage.safeParse(answer.body).data
  if (!sent) return { outcome: 'unknown', cause: 'accepted, but the answer has no message_id' }
  return { outcome: 'accepted', messageId: sent.data.message_id, chatId: sent.data.chat_id }
}

function patchedFrom(answer: Answer): Patched {
  return answer.outcome === 'answered' ? { outcome: 'accepted' } : answer
}

/** Without a token the request itself was never made. */
function withoutToken(failure: Refused | Unknown): Refused | Unknown {
  if (failure.outcome === 'refused') return failure
  return { outcome: 'unknown', cause: `no access token: ${failure.cause}`, sent: false }
}

function explain(failure: Refused | Unknown): string {
  return failure.outcome === 'refused' ? `code ${failure.code}` : failure.cause
}
