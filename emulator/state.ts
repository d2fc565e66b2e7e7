import type { Mint } from './ids.ts'
import type { Seed } from './seed.ts'
import type { Chat, Message, Person } from './wire.ts'

/** What the platform remembers. Rows are replaced, never changed in place, so a told row stays as told. */
export interface State {
  people: Map<string, Person>
  chats: Map<string, Chat>
  /** In order of sending. */
  messages: Map<string, Message>
  resources: Map<string, Resource>
  /** Idempotency keys of sends, with the message they made. */
  uuids: Map<string, { message: string; at: number }>
  /** message → reader → moment. */
  reads: Map<string, Map<string, number>>
}

export interface Resource {
  key: string
  kind: 'image' | 'file'
  name: string
  contentType: string
  bytes: Uint8Array
  /** `app`, or the open_id of the person who sent it: an app may not download a person's key by itself. */
  owner: string
}

/** Golden angle: neighbours in the list never look alike. */
const HUE_STEP = 137

export function createState(seed: Seed, mint: Mint): State {
  const people = seed.people.map((person, index) => ({
    openId: person.openId ?? mint.named('ou_', person.name),
    unionId: mint.named('on_', person.name),
    userId: mint.named('', `user ${person.name}`).slice(0, 8),
    name: person.name,
    title: person.title,
    hue: person.hue ?? (index * HUE_STEP) % 360,
  }))
  const chats = seed.groups.map((group): Chat => ({
    id: group.id ?? mint.named('oc_', group.name),
    kind: 'group',
    name: group.name,
    members: group.members.map((member) => memberId(people, member, group.name)),
    botIn: group.botIn,
  }))
  return {
    people: new Map(people.map((person) => [person.openId, person])),
    chats: new Map(chats.map((chat) => [chat.id, chat])),
    messages: new Map(),
    resources: new Map(),
    uuids: new Map(),
    reads: new Map(),
  }
}

function memberId(people: Person[], member: string, group: string): string {
  const found = people.find((person) => person.openId === member || person.name === member)
  if (found === undefined) throw new Error(`seed: ${member} of ${group} is not in people`)
  return found.openId
}
