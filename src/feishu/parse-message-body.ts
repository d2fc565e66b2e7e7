import { z } from 'zod'

import type { MessageBody } from './inbound.ts'
import { type JsonObject, parseJsonObject } from './json-object.ts'

const Text = z.object({ text: z.string() })
const Image = z.object({ image_key: z.string().min(1) })
const File = z.object({ file_key: z.string().min(1), file_name: z.string().optional() })
/** Received posts carry no locale key; elements we do not know must not cost us the rest. */
const Post = z.object({
  title: z.string().nullish(),
  content: z.array(z.array(z.record(z.string(), z.unknown()))),
})

/** `content` is JSON in a string, and empty when the message was recalled before it reached us. */
export function parseMessageBody(feishuType: string, content: unknown): MessageBody {
  const object = typeof content === 'string' ? parseJsonObject(content) : undefined
  return (object && readBody(feishuType, object)) ?? { type: 'unread', feishuType }
}

function readBody(feishuType: string, content: JsonObject): MessageBody | undefined {
  switch (feishuType) {
    case 'text': {
      const text = Text.safeParse(content).data
      return text && { type: 'text', text: text.text }
    }
    case 'image': {
      const image = Image.safeParse(content).data
      return image && { type: 'image', imageKey: image.image_key }
    }
    case 'file':
    case 'media': {
      const file = File.safeParse(content).data
      return file && { type: feishuType, fileKey: file.file_key, name: file.file_name ?? '' }
    }
    case 'post':
      return readPost(content)
    default:
      return undefined
  }
}

function readPost(content: JsonObject): MessageBody | undefined {
  const post = Post.safeParse(content).data ?? Post.safeParse(Object.values(content)[0]).data
  if (!post) return undefined
  const lines = post.content.map((paragraph) => paragraph.map(postElementText).join(''))
  const imageKeys = post.content
    .flat()
    .flatMap((element) => (element['tag'] === 'img' ? [field(element, 'image_key')] : []))
    .filter((key) => key !== '')
  const text = [post.title ?? '', ...lines].join('\n').trim()
  return { type: 'post', text, imageKeys }
}

function postElementText(element: JsonObject): string {
  switch (element['tag']) {
    case 'at':
      return mentionText(field(element, 'user_id'), field(element, 'user_name'))
    case 'a':
      return linkText(field(element, 'text'), field(element, 'href'))
    case 'emotion':
      return `[${field(element, 'emoji_type')}]`
    default:
      return field(element, 'text')
  }
}

/** Keep the placeholder, as text messages do: whom it means is in `mentions`. */
function mentionText(userId: string, name: string): string {
  return userId.startsWith('@_') || name === '' ? userId : `@${name}`
}

/** The form in which text messages bring their links. */
function linkText(text: string, href: string): string {
  if (text === '' || text === href) return href
  return `[${text}](${href})`
}

function field(element: JsonObject, name: string): string {
  const value = element[name]
  return typeof value === 'string' ? value : ''
}
