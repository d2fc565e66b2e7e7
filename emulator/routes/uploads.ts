import { Hono, type Context } from 'hono'
import { Refusal } from '../errors.ts'
import { splitMultipart, type Part } from '../multipart.ts'
import type { Platform } from '../platform.ts'
import { imageType, keepResource } from '../resources.ts'
import { ok } from './answers.ts'

const IMAGE_BYTES = 10 * 1024 * 1024
const FILE_BYTES = 30 * 1024 * 1024
const FILE_TYPES = new Set(['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream'])

/** 《上传图片》《下载图片》. */
export function imageRoutes(platform: Platform): Hono {
  return new Hono()
    .post('/', async (c) => {
      const parts = await partsOf(c)
      if (!/^(message|avatar)$/.test(field(parts, 'image_type'))) throw new Refusal(234001)
      const bytes = contentOf(parts, 'image', IMAGE_BYTES)
      const contentType = imageType(bytes)
      if (contentType === undefined) throw new Refusal(234011)
      const given = { kind: 'image', name: 'image', contentType, bytes, owner: 'app' } as const
      return ok(c, { image_key: keepResource(platform, given).key })
    })
    .get('/:key', (c) => ownUpload(platform, c, c.req.param('key')))
}

/** 《上传文件》《下载文件》. */
export function fileRoutes(platform: Platform): Hono {
  return new Hono()
    .post('/', async (c) => {
      const parts = await partsOf(c)
      const name = field(parts, 'file_name')
      if (!FILE_TYPES.has(field(parts, 'file_type')) || name === '') throw new Refusal(234001)
      const bytes = contentOf(parts, 'file', FILE_BYTES)
      const contentType = 'application/octet-stream'
      const given = { kind: 'file', name, contentType, bytes, owner: 'app' } as const
      return ok(c, { file_key: keepResource(platform, given).key })
    })
    .get('/:key', (c) => ownUpload(platform, c, c.req.param('key')))
}

async function partsOf(c: Context): Promise<Part[]> {
  const body = new Uint8Array(await c.req.arrayBuffer())
  return splitMultipart(c.req.header('content-type') ?? '', body)
}

function field(parts: readonly Part[], name: string): string {
  const part = parts.find((candidate) => candidate.name === name)
  return part === undefined ? '' : Buffer.from(part.bytes).toString('utf8')
}

function contentOf(parts: readonly Part[], name: string, bytesMax: number): Uint8Array {
  const part = parts.find((candidate) => candidate.name === name)
  if (part === undefined) throw new Refusal(234001, `${name} is missing`)
  if (part.bytes.length === 0) throw new Refusal(234010)
  if (part.bytes.length > bytesMax) throw new Refusal(234006)
  return new Uint8Array(part.bytes)
}

/** A person's picture is reached through its message only. */
function ownUpload({ state }: Platform, c: Context, key: string): Response {
  const resource = state.resources.get(key)
  if (resource?.owner !== 'app') throw new Refusal(234008)
  return c.body(new Uint8Array(resource.bytes), 200, { 'content-type': resource.contentType })
}
