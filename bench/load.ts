import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { type Connection, openConnection } from './load-connection.ts'

/** Requests to be sent, each once, over a number of keep-alive connections. */
export interface Job {
  port: number
  path: string
  requests: readonly { body: string; headers: Record<string, string> }[]
  connections: number
  /** Sent on the beat; without it each connection sends as soon as it was answered. */
  perSecond?: number
  /** What every answer must contain besides status 200. */
  expects: readonly string[]
}

export interface Load {
  seconds: number
  /** Milliseconds of each request; on the beat they count from the beat, so that a stalled server is charged for all who waited. */
  latencies: Float64Array
  /** Answers that were not 200 or did not contain what was expected. */
  failures: number
  firstFailure: string
}

async function run(job: Job): Promise<Load> {
  const { port, requests, connections, perSecond } = job
  const bytes = requests.map((request) => written(job, request))
  const pool = await Promise.all(Array.from({ length: connections }, () => openConnection(port)))
  const load = { seconds: 0, latencies: new Float64Array(bytes.length), failures: 0 }
  let firstFailure = ''
  let next = 0

  const exchange = async (connection: Connection, index: number, due: number) => {
    const { status, text } = await connection.exchange(bytes[index] ?? Buffer.alloc(0))
    load.latencies[index] = performance.now() - due
    if (status === 200 && job.expects.every((part) => text.includes(part))) return
    load.failures += 1
    firstFailure ||= `${status} ${text.slice(0, 300)}`
  }
  const work = async (connection: Connection) => {
    while (next < bytes.length) {
      const index = next++
      const due = perSecond === undefined ? performance.now() : begun + (index / perSecond) * 1000
      const wait = due - performance.now()
      // A timer may fire up to a millisecond early.
      if (wait > 0) await pause(Math.ceil(wait))
      await exchange(connection, index, due)
    }
  }
  const begun = performance.now()
  await Promise.all(pool.map(work))
  load.seconds = (performance.now() - begun) / 1000
  for (const connection of pool) connection.close()
  return { ...load, firstFailure }
}

function written({ path }: Job, { body, headers }: Job['requests'][number]): Buffer {
  const lines = Object.entries({
    host: '127.0.0.1',
    ...headers,
    'content-length': String(Buffer.byteLength(body)),
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
}

// The parent sends nothing but jobs.
process.on('message', (job: Job) => void run(job).then((load) => process.send?.(load)))
process.once('disconnect', () => process.exit(0))
process.send?.('ready')
