import { staleText } from '../../cards/stale.ts'
import {
  noOrganisationText,
  notUnderstoodText,
  notYetText,
  textOnlyText,
} from '../../cards/toast.ts'
import { type Person, personOf } from '../domain/authority.ts'
import { type ChatLine, readChat } from '../domain/read-chat.ts'
import { dayOf, type Instant, MINUTE, monthsBefore } from '../domain/time.ts'
import type { View } from '../domain/view.ts'
import { COMMANDS, type CommandWord } from '../domain/vocabulary.ts'
import type { MessageReceived } from '../feishu/inbound.ts'
import { plainText } from '../feishu/plain-text.ts'
import type { OpenScene } from './answer-press.ts'
import type { Deps } from './deps.ts'
import { findSlips } from './find-slips.ts'
import type { Scene } from './handle-command.ts'
import { type Asked, reply, replyPrivately } from './reply.ts'
import { startDraft } from './start-draft.ts'
import { explain, openForVisit, typedOrder } from './typed-order.ts'

type Answer = (deps: Deps, scene: Scene, asked: Asked, rest: string) => Promise<void>

/** What a chat command does. A word without a line here is answered like any other text. */
const ANSWERS: Partial<Record<CommandWord, Answer>> = {
  blue: (deps, scene, asked, rest) => startDraft(deps, scene, asked, 'blue', rest),
  green: (deps, scene, asked, rest) => startDraft(deps, scene, asked, 'green', rest),
  orange: (deps, scene, asked, rest) => startDraft(deps, scene, asked, 'orange', rest),
  urge: (deps, scene, asked, text) => typedOrder(deps, scene, asked, { what: 'urge', text }),
  withdraw: (deps, scene, asked, text) =>
    typedOrder(deps, scene, asked, { what: 'withdraw', text }),
  extend: (deps, scene, asked, text) =>
    typedOrder(deps, scene, asked, { what: 'requestExtension', text }),
  sendBack: (deps, scene, asked, text) =>
    typedOrder(deps, scene, asked, { what: 'requestReturn', text }),
  why: (_, scene, asked, rest) => explain(scene, asked, rest),
  lookBack: (_, scene, asked, rest) => openForVisit(scene, asked, rest),
  board: (_, scene, asked) => reply(scene, asked, boardSince(asked)),
  todo: (_, scene, asked) =>
    replyPrivately(scene, asked, { card: 'todo', person: asked.person.id }),
  find: (_, scene, asked, rest) => findSlips(scene, asked, rest),
  help: (_, scene, asked) => reply(scene, asked, helpFor(asked)),
}

/** Answers what somebody said to the bot: in a direct message, or in a group with @. Other talk is none of its business. */
export async function answerMessage(
  deps: Deps,
  { org, ...scene }: OpenScene,
  message: MessageReceived,
  { at, self }: { at: Instant; self: string },
): Promise<void> {
  if (message.senderType === 'bot' || !isForUs(message, self)) return
  const nobody: Person = {
    kind: 'person',
    id: message.sender,
    roles: [],
    units: [],
    standsInFor: [],
  }
  const person = org ? personOf(org, message.sender, dayOf(at)) : nobody
  const asked = { message, person, at }
  if (!org) return reply(scene, asked, { card: 'said', text: noOrganisationText, tone: 'refused' })
  await answerLine(deps, { ...scene, org }, asked, readChat(plainText(message, self)))
}

async function answerLine(deps: Deps, scene: Scene, asked: Asked, line: ChatLine): Promise<void> {
  const { person } = asked
  const isKnown = person.roles.length > 0
  const answer = line.command && ANSWERS[line.command]
  if (!isKnown) return reply(scene, asked, helpFor(asked))
  if (answer && isStale(deps, asked, line)) return reply(scene, asked, staleAnswer(asked, line))
  if (answer) return answer(deps, scene, asked, line.rest)
  await reply(scene, asked, saidOf(asked, line))
}

/** Longer than anybody waits before doing it another way. */
const STALE = 10 * MINUTE

/** Nothing happens by these, so they are answered however late. */
const READING: readonly CommandWord[] = ['todo', 'find', 'help', 'why', 'board']

const isStale = ({ clock }: Deps, { message }: Asked, { command }: ChatLine): boolean =>
  command !== undefined && !READING.includes(command) && clock.now() - message.createdAt > STALE

/** What was written before an outage is not done blindly after it: the writer is asked. */
function staleAnswer({ message }: Asked, { command, rest }: ChatLine): View {
  const word = command ? COMMANDS[command][0] : ''
  return {
    card: 'said',
    text: staleText(`${word} ${rest}`.trim(), message.createdAt),
    tone: 'note',
  }
}

/** I2: the highlights of the last year. */
const boardSince = ({ at }: Asked): View => ({
  card: 'board',
  since: monthsBefore(dayOf(at), 12),
})

/** A bare call is a question what one can do; a word we know and a photo each get their own answer. */
function saidOf(asked: Asked, { command, rest }: ChatLine): View {
  const { body } = asked.message
  const isText = body.type === 'text' || body.type === 'post'
  if (isText && !command && rest === '') return helpFor(asked)
  const text = !isText ? textOnlyText : command ? notYetText : notUnderstoodText(rest)
  return { card: 'said', text, tone: 'note' }
}

const isForUs = ({ chatType, mentions }: MessageReceived, self: string): boolean =>
  chatType === 'p2p' || mentions.some(({ openId }) => openId === self)

const helpFor = ({ person, message }: Asked): View => ({
  card: 'help',
  person: person.id,
  inGroup: message.chatType === 'group',
})
