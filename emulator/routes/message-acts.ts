import { Hono } from 'hono'
import { Refusal } from '../errors.ts'
import { textsOf } from '../json.ts'
import { urge } from '../messages.ts'
import type { Platform } from '../platform.ts'
import type { Resource } from '../state.ts'
import type { Message } from '../wire.ts'
import { bodyOf, ok, pageOf } from './answers.ts'
import { chatOf, findPerson, idOf, messageOf, ownMessage } from './find.ts'

const READ_WINDOW_MS = 7 * 86_400_000
const URGENT_PEOPLE_MAX = 200

/** What one does with a message besides writing it: 加急, 已读, 资源文件. */
export function messageActRoutes(platform: Platform): Hono {
  return new Hono()
    .patch('/:id/urgent_app', async (c) => {
      const { user_id_list } = await bodyOf(c)
      const type = c.req.query('user_id_type') ?? 'open_id'
      const message = ownMessage(platform, c.req.param('id'))
      return ok(c, { invalid_user_id_list: buzz(platform, message, type, textsOf(user_id_list)) })
    })
    .get('/:id/read_users', (c) => {
      const message = ownMessage(platform, c.req.param('id'))
      if (platform.clock.now() - message.createdAt > READ_WINDOW_MS) throw new Refusal(230033)
      const readers = readersOf(platform, message, c.req.query('user_id_type') ?? 'open_id')
      return ok(c, pageOf(c, readers, 100))
    })
    .get('/:id/resources/:key', (c) => {
      const message = messageOf(platform, c.req.param('id'))
      const resource = resourceOf(platform, message, c.req.param('key'), c.req.query('type'))
      return c.body(new Uint8Array(resource.bytes), 200, {
        'content-type': resource.contentType,
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(resource.name)}`,
      })
    })
}

function buzz(
  platform: Platform,
  message: Message,
  type: string,
  ids: readonly string[],
): string[] {
  if (ids.length === 0 || ids.length > URGENT_PEOPLE_MAX) throw new Refusal(230001)
  const { members } = chatOf(platform, message.chat)
  const found = ids.map((id) => ({ id, openId: findPerson(platform, type, id)?.openId ?? '' }))
  const invalid = found.filter(({ openId }) => !members.includes(openId)).map(({ id }) => id)
  if (invalid.length === ids.length) throw new Refusal(230001, 'all ids are invalid')
  urge(
    platform,
    message.id,
    members.filter((member) => found.some(({ openId }) => openId === member)),
  )
  return invalid
}

function readersOf(platform: Platform, { id }: Message, type: string): unknown[] {
  const reads = [...(platform.state.reads.get(id) ?? [])]
  return reads.flatMap(([openId, at]) => {
    const person = platform.state.people.get(openId)
    if (person === undefined) return []
    const user_id = idOf(person, type)
    return { user_id_type: type, user_id, timestamp: String(at), tenant_key: platform.tenantKey }
  })
}

function resourceOf(
  platform: Platform,
  message: Message,
  key: string,
  type: string | undefined,
): Resource {
  const { body, chat } = message
  if (platform.state.chats.get(chat)?.botIn !== true) throw new Refusal(234004)
  if (body.type === 'interactive') throw new Refusal(234043)
  if (type !== 'image' && type !== 'file') throw new Refusal(234001, 'type must be image or file')
  const held = {
    image: body.type === 'image' ? body.imageKey : '',
    file: body.type === 'file' ? body.fileKey : '',
  }
  const resource = platform.state.resources.get(key)
  if (message.recalled || held[type] !== key || resource === undefined) throw new Refusal(234003)
  return resource
}
