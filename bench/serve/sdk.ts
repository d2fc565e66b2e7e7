import { createServer } from 'node:http'
import { adaptDefault, EventDispatcher, LoggerLevel } from '@larksuiteoapi/node-sdk'
import postgres from 'postgres'
import { listenFor, settings } from './answer-parent.ts'

export interface SdkSettings {
  encryptKey: string
  verificationToken: string
  /** Store each event with one INSERT; otherwise nothing is stored. */
  databaseUrl?: string
  /** What every press is answered with. */
  pressAnswer?: unknown
}

/** The peer: the official SDK's own adaptor, as its documentation shows it. */
const { encryptKey, verificationToken, databaseUrl, pressAnswer } = settings<SdkSettings>()

type Insert = (event: { event_id?: string }) => Promise<void>

async function insertInto(url: string): Promise<Insert> {
  const sql = postgres(url, { max: 10, onnotice: () => {} })
  await sql`create table received (
    id bigint generated always as identity primary key,
    event_id text not null unique,
    payload jsonb not null,
    received_at timestamptz not null default now())`
  return async (event) => {
    // The JSON of an object is its own copy: postgres.js's type asks for a plain one.
    const payload = sql.json(JSON.parse(JSON.stringify(event)))
    await sql`insert into received (event_id, payload)
      values (${event.event_id ?? ''}, ${payload}) on conflict do nothing`
  }
}

const store = databaseUrl === undefined ? async () => {} : await insertInto(databaseUrl)
const dispatcher = new EventDispatcher({
  encryptKey,
  verificationToken,
  loggerLevel: LoggerLevel.error,
}).register({
  'im.message.receive_v1': (event) => store(event),
  'card.action.trigger': () => pressAnswer,
})
const handle = adaptDefault('/webhook/feishu', dispatcher, { autoChallenge: true })
listenFor(createServer((request, response) => void handle(request, response)))
