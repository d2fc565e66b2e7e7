import { randomUUID } from 'node:crypto'
import type { Person } from '../../src/domain/authority.ts'
import type { SlipEvent } from '../../src/domain/events.ts'
import { evolve } from '../../src/domain/evolve.ts'
import type { Slip } from '../../src/domain/slip.ts'
import type { Instant } from '../../src/domain/time.ts'
import type { Message } from '../../src/db/outbox.ts'
import type { Arrival } from '../../src/db/inbox.ts'

export const NOW: Instant = Date.parse('2026-11-23T10:00:00+08:00')

const INSPECTOR: Person = {
  kind: 'person',
  id: 'ou_inspector',
  roles: ['inspector'],
  units: [],
  standsInFor: [],
}

export const content: Slip['content'] = {
  colour: 'blue',
  unit: 'rl1',
  site: '崂山路服务站',
  subject: '服务窗口',
  inspectedOn: '2026-11-22',
  findings: [{ text: '收费公示未上墙', requirement: '三日内上墙公示' }],
}

let numbers = 0

/** A slip just issued, numbered anew each time. */
export function someSlip(change: Partial<Slip> = {}): Slip {
  const serial = { colour: 'blue', year: 2026, number: ++numbers } as const
  const born = { content, serial, inspector: INSPECTOR.id, rules: '2026', at: NOW, by: INSPECTOR }
  const id = change.id ?? randomUUID()
  return { ...evolve(id, undefined, { type: 'issued', rule: 'I3', ...born }), ...change }
}

export const issued = (slip: Slip): SlipEvent => ({
  type: 'issued',
  content: slip.content,
  serial: slip.serial,
  inspector: slip.inspector,
  rules: slip.rules,
  at: NOW,
  by: INSPECTOR,
  rule: 'I3',
})

export const closed: SlipEvent = { type: 'closed', at: NOW + 1, by: INSPECTOR, rule: 'I7' }

export function someMessage(change: Partial<Message> = {}): Message {
  return {
    key: randomUUID(),
    lane: 'oc_1',
    kind: 'send',
    destination: { type: 'chat_id', id: 'oc_1' },
    view: { card: 'slip', slip: randomUUID() },
    slipId: undefined,
    priority: 1,
    notBefore: NOW,
    ...change,
  }
}

export function someArrival(change: Partial<Arrival> = {}): Arrival {
  return {
    eventId: randomUUID(),
    semanticKey: undefined,
    kind: 'im.message.receive_v1',
    lane: 'oc_1',
    payload: { text: '待办' },
    receivedAt: NOW,
    ...change,
  }
}
