import { formatSerial, type Serial } from '../src/domain/serial.ts'
import type { Instant } from '../src/domain/time.ts'
import { type Element, footnote } from './kit.ts'
import { serviceFailureText } from './service-failure.ts'
import { stampText } from './when.ts'

/** What a message says of its own lateness. */
export const lateLine = (due: Instant): Element =>
  footnote(`（本应 ${stampText(due)} 发出，因飞书/系统故障迟到）`)

/** What a card says in the chat list. */
export interface Essentials {
  title: string
  summary: string
}

/** A card that Feishu refused, in plain words. `withheld`: its own words did not pass the audit. */
export function plainText(
  { title, summary }: Essentials,
  { serial, withheld }: { serial: Serial | undefined; withheld: boolean },
): string {
  const known = withheld || summary === title ? title : `${title}\n${summary}`
  const why = withheld ? '内容没有通过飞书审查，这里不能显示。' : '飞书没有接受这张卡片。'
  // A text message reads <at …> as a mention, whoever wrote it.
  return `${known.replaceAll('<', '＜')}\n${why}${serial ? `请发：${findLine(serial)}` : '请发：待办'}`
}

/** In place of a card that Feishu no longer lets us bring up to date. */
export const stuckText = (title: string, serial: Serial | undefined): string =>
  `“${title}”的卡片更新不了，上面显示的可能已经过时。最新情况请发：${serial ? findLine(serial) : '待办'}`

const findLine = (serial: Serial): string => `查 ${formatSerial(serial)}`

export interface Undelivered {
  /** What it was, as its title said. */
  title: string
  to: string
  /** Feishu's; 0 when nobody knows whether it arrived. */
  code: number
  reason: string
}

/** Said aloud to somebody who can do something about it. */
export function undeliveredText({ title, to, code, reason }: Undelivered): string {
  const asIs = (words: string) => words
  const room = { plain: asIs, markdown: asIs, holds: () => true, items: 1 }
  const why = serviceFailureText({ code, reason }, room)
  const what = `发往“${to}”的“${title}”`
  return code === 0
    ? `${what}不知是否送达：${why}。请向对方核实。`
    : `${what}没有送达：${why}。请换个方式告知，并请运维人员处理。`
}

/** The same for a card that stands in a chat and follows its slip no more. */
export const unpatchedText = (told: Undelivered): string =>
  undeliveredText({ ...told, title: `${told.title}（更新）` })

/** Where messages go, when no registry names it. */
export const PLACE = { office: '督查办公室', leaders: '领导群', unknown: '未登记的会话' }
export const UNTITLED = '一条消息'
