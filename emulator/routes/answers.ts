import type { Context } from 'hono'
import { Refusal } from '../errors.ts'
import { isRecord, parseJson, type Json } from '../json.ts'

export function ok(c: Context, data: unknown): Response {
  return c.json({ code: 0, msg: 'success', data })
}

export async function bodyOf(c: Context): Promise<Json> {
  const body = parseJson(await c.req.text())
  if (!isRecord(body)) throw new Refusal(99992402, 'the request body is not a JSON object')
  return body
}

export interface Page<T> {
  items: T[]
  has_more: boolean
  page_token: string
}

/** The token is the offset; a caller that treats it as opaque never notices. */
export function pageOf<T>(c: Context, all: readonly T[], sizeMax: number): Page<T> {
  const size = Math.min(sizeMax, Math.max(1, Number(c.req.query('page_size') ?? 20) || 20))
  const start = Number(c.req.query('page_token') || 0) || 0
  const items = all.slice(start, start + size)
  const next = start + items.length
  const has_more = next < all.length
  return { items, has_more, page_token: has_more ? String(next) : '' }
}
