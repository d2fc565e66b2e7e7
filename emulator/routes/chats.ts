import { Hono } from 'hono'
import { Refusal } from '../errors.ts'
import type { Platform } from '../platform.ts'
import type { Chat } from '../wire.ts'
import { ok, pageOf } from './answers.ts'
import { chatOf, idOf } from './find.ts'

/** 《获取机器人所在的群列表》《获取群信息》《获取群成员列表》. */
export function chatRoutes(platform: Platform): Hono {
  return new Hono()
    .get('/', (c) => {
      const mine = [...platform.state.chats.values()].filter(
        ({ kind, botIn }) => kind === 'group' && botIn,
      )
      const page = pageOf(c, mine, 100)
      const items = page.items.map((chat) => ({ chat_id: chat.id, ...face(platform, chat) }))
      return ok(c, { ...page, items })
    })
    .get('/:id', (c) => ok(c, details(platform, chatOf(platform, c.req.param('id')))))
    .get('/:id/members', (c) => {
      const chat = chatOf(platform, c.req.param('id'))
      if (!chat.botIn) throw new Refusal(232011)
      const members = membersOf(platform, chat, c.req.query('member_id_type') ?? 'open_id')
      return ok(c, { ...pageOf(c, members, 100), member_total: members.length })
    })
}

function face({ tenantKey }: Platform, { name }: Chat): Record<string, unknown> {
  const description = ''
  return {
    name,
    description,
    avatar: '',
    external: false,
    tenant_key: tenantKey,
    chat_status: 'normal',
  }
}

/** From outside one sees the face only. */
function details(platform: Platform, chat: Chat): Record<string, unknown> {
  const counts = { user_count: String(chat.members.length), bot_count: chat.botIn ? '1' : '0' }
  const outside = { ...face(platform, chat), ...counts }
  if (!chat.botIn) return outside
  return {
    ...outside,
    chat_mode: chat.kind,
    chat_type: 'private',
    group_message_type: 'chat',
    ...(chat.kind === 'group' ? { owner_id: chat.members[0] ?? '', owner_id_type: 'open_id' } : {}),
    user_manager_id_list: [],
    bot_manager_id_list: [],
    urgent_setting: 'all_members',
    moderation_permission: 'all_members',
  }
}

/** Bots are not counted among the members. */
function membersOf({ state, tenantKey }: Platform, { members }: Chat, type: string): unknown[] {
  return members.flatMap((openId) => {
    const person = state.people.get(openId)
    if (person === undefined) return []
    const member_id = idOf(person, type)
    return { member_id_type: type, member_id, name: person.name, tenant_key: tenantKey }
  })
}
