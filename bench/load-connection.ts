import { connect } from 'node:net'
import { once } from 'node:events'

export interface Answer {
  status: number
  text: string
}

/** A keep-alive connection with one request under way at a time; far cheaper than `node:http`, so that the server is what is measured. */
export interface Connection {
  exchange(request: Buffer): Promise<Answer>
  close(): void
}

export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  let received: Buffer = Buffer.alloc(0)
  let waiting: PromiseWithResolvers<Answer> | undefined
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const answer = answerIn(received)
    if (answer === undefined) return
    received = Buffer.alloc(0)
    waiting?.resolve(answer)
  })
  socket.on('error', (error) => waiting?.reject(error))
  socket.on('close', () => waiting?.reject(new Error('the server hung up')))
  return {
    exchange(request) {
      waiting = Promise.withResolvers<Answer>()
      socket.write(request)
      return waiting.promise
    },
    close: () => void socket.destroy(),
  }
}

const HEAD_END = '\r\n\r\n'

/** Undefined while more is to come. */
function answerIn(received: Buffer): Answer | undefined {
  const end = received.indexOf(HEAD_END)
  if (end < 0) return undefined
  const head = received.toString('latin1', 0, end)
  const body = received.subarray(end + HEAD_END.length)
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  const isWhole =
    length === undefined ? body.toString('latin1').endsWith('0\r\n\r\n') : body.length >= +length
  return isWhole ? { status: Number(head.slice(9, 12)), text: body.toString() } : undefined
}
