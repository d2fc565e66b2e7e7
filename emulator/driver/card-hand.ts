import { CARD_LIFE_MS, press } from '../callback.ts'
import { cardText } from '../card-text.ts'
import type { Node } from '../card-tree.ts'
import type { Platform } from '../platform.ts'
import { withNames } from '../transcript.ts'
import type { Message, Press, Pressed } from '../wire.ts'
import { buttonsOf, buttonText, findButton, formValueOf, type ButtonChoice } from './buttons.ts'
import { chosenValue, findField, initialValue } from './fields.ts'
import { waitFor } from './wait.ts'

/** One person's hand on one card: refuses whatever that person's client would refuse. */
export interface CardHand {
  readonly id: string
  /** The message as it is now. */
  message(): Message
  card(): unknown
  /** The card read aloud, with what has been filled in so far. */
  text(): string
  buttons(): string[]
  fill(field: string, value: string): CardHand
  /** An option by its words or value, a person by name or open_id, a date as `2026-11-24`. */
  pick(field: string, choice: string | readonly string[]): CardHand
  check(field: string, on?: boolean): CardHand
  press(button: string, choice?: ButtonChoice): Promise<Pressed>
  /** A selector outside any form: it calls back at once. */
  choose(field: string, choice: string): Promise<Pressed>
  /** An input outside any form, sent with its own arrow. */
  enter(field: string, value: string): Promise<Pressed>
  /** Waits until this very message reads so. */
  update(pattern: RegExp): Promise<CardHand>
}

interface Held {
  platform: Platform
  as: string
  id: string
  waitMs: number
}

const INPUT_LENGTH_MAX = 1000

export function holdCard({ platform, as, id, waitMs }: Held): CardHand {
  const typed = new Map<string, unknown>()
  let revision = messageOf(platform, id).revision

  const message = () => {
    const now = messageOf(platform, id)
    // A card that was replaced shows its own values again.
    if (now.revision !== revision) typed.clear()
    revision = now.revision
    return now
  }
  const card = () => cardOf(message())
  const send = (node: Node, rest: Partial<Press>) => {
    usable(platform, message(), as)
    return press(platform, { as, message: id, path: node.path, ...rest })
  }
  const outside = (called: string) => {
    const node = findField(card(), called)
    if (node.form !== undefined) throw new Error(`「${called}」在表单里，用 fill 或 pick`)
    return editable(node, called)
  }
  const inside = (called: string) => {
    const node = findField(card(), called)
    if (node.form === undefined) throw new Error(`「${called}」不在表单里，用 choose 或 enter`)
    return editable(node, called)
  }
  const set = (node: Node, value: unknown) => {
    typed.set(node.path, value)
    return hand
  }

  const hand: CardHand = {
    id,
    message,
    card,
    text: () => withNames(platform, readAloud(card(), typed)),
    buttons: () => buttonsOf(card()).map(buttonText),
    fill: (field, value) => {
      const node = inside(field)
      return set(node, typedText(node, value))
    },
    pick: (field, choice) => {
      const node = inside(field)
      return set(node, chosenValue(node, choice, membersOf(platform, id)))
    },
    check: (field, on = true) => set(inside(field), on),
    async press(button, choice = {}) {
      const node = findButton(card(), button, choice)
      const formValue = formValueOf(card(), node, typed)
      return send(node, formValue === undefined ? {} : { formValue })
    },
    async choose(field, choice) {
      const node = outside(field)
      return send(node, { option: String(chosenValue(node, choice, membersOf(platform, id))) })
    },
    async enter(field, value) {
      const node = outside(field)
      return send(node, { inputValue: typedText(node, value) })
    },
    async update(pattern) {
      const probe = () => (pattern.test(hand.text()) ? true : undefined)
      const what = `the card ${id} to read ${pattern}; it reads:\n${hand.text()}\n`
      await waitFor(platform, { what, chat: message().chat, ms: waitMs, probe })
      return hand
    },
  }
  return hand
}

function messageOf({ state }: Platform, id: string): Message {
  const message = state.messages.get(id)
  if (message === undefined) throw new Error(`The card ${id} is gone`)
  return message
}

function cardOf({ body }: Message): unknown {
  return body.type === 'interactive' ? body.card : undefined
}

function readAloud(card: unknown, typed: ReadonlyMap<string, unknown>): string {
  return cardText(card, (value, path) => {
    const node = { tag: String(value['tag']), value, path, inside: [] }
    return typed.get(path) ?? initialValue(node)
  })
}

function usable({ clock, presses }: Platform, message: Message, as: string): void {
  if (message.recalled) throw new Error('卡片已撤回')
  if (presses.pressing(message.id, as)) throw new Error('卡片正在处理上一次点击')
  if (clock.now() - message.createdAt > CARD_LIFE_MS) {
    throw new Error('该卡片发送时间已超过 14 天，无法进行互动')
  }
}

function editable(node: Node, called: string): Node {
  if (node.value['disabled'] === true) throw new Error(`「${called}」不可用`)
  return node
}

function typedText({ tag, value }: Node, text: string): string {
  if (tag !== 'input') throw new Error(`${tag} 不能输入文字，用 pick`)
  const max = typeof value['max_length'] === 'number' ? value['max_length'] : INPUT_LENGTH_MAX
  if (text.length > max) throw new Error(`最多 ${max} 字，给了 ${text.length} 字`)
  return text
}

function membersOf(platform: Platform, id: string): Map<string, string> {
  const chat = platform.state.chats.get(messageOf(platform, id).chat)
  const { people } = platform.state
  return new Map((chat?.members ?? []).map((member) => [member, people.get(member)?.name ?? '']))
}
