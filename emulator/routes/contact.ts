import { Hono } from 'hono'
import { Refusal } from '../errors.ts'
import { textsOf } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { Person } from '../wire.ts'
import { bodyOf, ok } from './answers.ts'
import { findPerson, idOf } from './find.ts'

/** 《获取单个用户信息》《批量获取用户信息》《批量获取用户基本信息》. */
export function contactRoutes(platform: Platform): Hono {
  const find = (type: string | undefined, id: string) => findPerson(platform, type ?? 'open_id', id)
  return new Hono()
    .get('/batch', (c) => {
      const ids = c.req.queries('user_ids') ?? []
      if (ids.length === 0 || ids.length > 50) throw new Refusal(40001, 'user_ids: 1 to 50')
      const people = ids.flatMap((id) => find(c.req.query('user_id_type'), id) ?? [])
      return ok(c, { items: people.map(userOf) })
    })
    .post('/basic_batch', async (c) => {
      const ids = textsOf((await bodyOf(c))['user_ids'])
      if (ids.length === 0 || ids.length > 10) throw new Refusal(40001, 'user_ids: 1 to 10')
      const type = c.req.query('user_id_type') ?? 'open_id'
      const people = ids.flatMap((id) => find(type, id) ?? [])
      return ok(c, { users: people.map((person) => basicOf(person, type)) })
    })
    .get('/:id', (c) => {
      const person = find(c.req.query('user_id_type'), c.req.param('id'))
      if (person === undefined) throw new Refusal(41012)
      return ok(c, { user: userOf(person) })
    })
}

function userOf({ openId, unionId, name, title }: Person): unknown {
  return { open_id: openId, union_id: unionId, name, en_name: '', job_title: title, avatar: {} }
}

function basicOf(person: Person, type: string): unknown {
  const { name } = person
  return { user_id: idOf(person, type), name, i18n_name: { zh_cn: name, en_us: '', ja_jp: '' } }
}
