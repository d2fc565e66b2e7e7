import { readAnswer, type CallbackResult } from './callback-answer.ts'
import { formAction, INTERACTIVE, nodesOf, type Node } from './card-tree.ts'
import { headerOf, outcomeOf } from './deliver.ts'
import { listOf, recordOf } from './json.ts'
import { replaceCard, showLock } from './messages.ts'
import { Impossible, personOf } from './people-act.ts'
import type { Platform } from './platform.ts'
import { seal } from './seal.ts'
import { userIds } from './shapes.ts'
import type { Message, Press, Pressed } from './wire.ts'

/** A 2.0 card lives 14 days from sending, for updates and for presses alike. */
export const CARD_LIFE_MS = 14 * 86_400_000

/** Synchronous, 3 s, never retried; the card is locked against updates until the answer is here. */
export async function press(platform: Platform, asked: Press): Promise<Pressed> {
  const { message, node, nodes } = findPressed(platform, asked)
  if (platform.clock.now() - message.createdAt > CARD_LIFE_MS) {
    return { reason: '该卡片发送时间已超过 14 天，无法进行互动' }
  }
  if (!callsBack(node)) return {}
  const unnamed = unnamedField(node, nodes)
  if (unnamed !== undefined) return { code: 200530, reason: `表单里的 ${unnamed.tag} 没有 name` }
  const { presses } = platform
  if (presses.pressing(message.id, asked.as)) return { reason: '卡片正在处理上一次点击' }

  presses.begin(message.id, asked.as)
  showLock(platform, message.id)
  try {
    const { pressed, card } = await callBack(platform, asked, message, node)
    if (card !== undefined) replaceCard(platform, message.id, card)
    return pressed
  } finally {
    presses.end(message.id, asked.as)
    showLock(platform, message.id)
  }
}

interface Found {
  message: Message
  node: Node
  nodes: Node[]
}

function findPressed(platform: Platform, { as, message: id, path }: Press): Found {
  const person = personOf(platform, as)
  const message = platform.state.messages.get(id)
  if (message?.body.type !== 'interactive') throw new Impossible(`No such card: ${id}`)
  const chat = platform.state.chats.get(message.chat)
  if (!chat?.members.includes(as)) throw new Impossible(`${person.name} does not see this card`)
  if (message.recalled) throw new Impossible('The card was recalled')
  const nodes = nodesOf(message.body.card)
  const node = nodes.find((candidate) => candidate.path === path)
  if (node === undefined || !INTERACTIVE.has(node.tag)) {
    throw new Impossible(`Nothing to press at ${path}`)
  }
  return { message, node, nodes }
}

/** Everything interactive calls back by default, except a checker, a reset, and a button that only opens a page. */
function callsBack(node: Node): boolean {
  const behaviors = listOf(node.value['behaviors']).map(recordOf)
  if (formAction(node) === 'reset') return false
  if (behaviors.length === 0) return node.tag !== 'checker'
  return behaviors.some(({ type }) => type === 'callback')
}

/** Accepted when sent, 200530 when pressed: that is how the platform does it. */
function unnamedField(node: Node, nodes: readonly Node[]): Node | undefined {
  if (node.form === undefined) return undefined
  return nodes.find(
    ({ form, tag, value }) => form === node.form && INTERACTIVE.has(tag) && !value['name'],
  )
}

async function callBack(
  platform: Platform,
  asked: Press,
  message: Message,
  node: Node,
): Promise<CallbackResult> {
  const { link, seed, settings, clock, traffic } = platform
  const envelope = envelopeOf(platform, asked, message, node)
  const sealed = seal(envelope, seed.app.encryptKey)
  const started = performance.now()
  const answer = await link.call('webhook', { method: 'POST', ...sealed }, settings.answerWithinMs)
  const result = readAnswer(platform, answer)
  const { code, reason } = result.pressed
  traffic.add({
    direction: 'feishu→bot',
    at: clock.now(),
    method: 'POST',
    path: link.path('webhook'),
    ...outcomeOf(answer),
    ...(code === undefined ? {} : { code, note: reason ?? '' }),
    ms: Math.round(performance.now() - started),
    request: envelope,
    event: { type: 'card.action.trigger', id: envelope.header['event_id'] ?? '', attempt: 1 },
  })
  return result
}

function envelopeOf(platform: Platform, asked: Press, message: Message, node: Node) {
  const now = platform.clock.now()
  return {
    schema: '2.0',
    header: headerOf(platform, {
      eventId: platform.mint.next(''),
      type: 'card.action.trigger',
      // Microseconds here, milliseconds in events: the platform's own inconsistency.
      createTime: `${now}000`,
    }),
    event: {
      operator: { tenant_key: platform.tenantKey, ...userIds(platform, asked.as) },
      token: platform.presses.issueToken(message.id, now),
      action: actionOf(asked, node),
      host: 'im_message',
      context: { open_message_id: message.id, open_chat_id: message.chat },
    },
  }
}

function actionOf(asked: Press, node: Node): Record<string, unknown> {
  const behaviors = listOf(node.value['behaviors']).map(recordOf)
  const value = behaviors.find(({ type }) => type === 'callback')?.['value']
  const optional = {
    value,
    name: node.value['name'],
    form_value: formAction(node) === 'submit' ? recordOf(asked.formValue) : undefined,
    option: asked.option,
    options: asked.options,
    input_value: asked.inputValue,
    checked: asked.checked,
  }
  const present = Object.entries(optional).filter(([, given]) => given !== undefined)
  return { tag: node.tag, timezone: 'Asia/Shanghai', ...Object.fromEntries(present) }
}
