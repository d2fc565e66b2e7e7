import { createServer, type IncomingMessage } from 'node:http'

interface Asked {
  method: string
  path: string
  authorization: string | undefined
  body: unknown
}

export interface Said {
  status?: number
  headers?: Record<string, string>
  /** Objects are sent as JSON. */
  body?: unknown
  /** `silence` never answers; `hangUp` closes the connection after reading the request. */
  instead?: 'silence' | 'hangUp'
}

export interface StubFeishu {
  url: string
  /** Every call but those for a token. */
  calls: Asked[]
  /** How many tokens were handed out; the newest is `t-<count>`. */
  tokens: number
  /** Answers calls. */
  answer: (asked: Asked) => Said
  /** Answers for tokens, instead of handing one out. */
  token?: Said | undefined
  close(): Promise<void>
}

/** A wire-level stand-in to provoke what the emulator has no reason to do. */
export async function startStubFeishu(): Promise<StubFeishu> {
  const server = createServer((request, response) => {
    void read(request).then((asked) => {
      const said = isToken(asked) ? handOutToken() : (stub.calls.push(asked), stub.answer(asked))
      if (said.instead === 'silence') return
      if (said.instead === 'hangUp') {
        request.socket.destroy()
        return
      }
      const text = typeof said.body === 'string' ? said.body : JSON.stringify(said.body ?? {})
      const type = typeof said.body === 'string' ? 'text/html' : 'application/json'
      response.writeHead(said.status ?? 200, { 'content-type': type, ...said.headers }).end(text)
    })
  })
  function handOutToken(): Said {
    if (stub.token) return stub.token
    stub.tokens += 1
    return {
      body: { code: 0, msg: 'ok', tenant_access_token: `t-${stub.tokens}`, expire: 7200 },
    }
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const stub: StubFeishu = {
    url: `http://127.0.0.1:${address.port}`,
    calls: [],
    tokens: 0,
    answer: () => ({ status: 404, body: 'nothing here' }),
    async close() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
  return stub
}

function isToken(asked: Asked): boolean {
  return asked.path === '/open-apis/auth/v3/tenant_access_token/internal'
}

async function read(request: IncomingMessage): Promise<Asked> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) chunks.push(chunk)
  const text = Buffer.concat(chunks).toString()
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    authorization: request.headers.authorization,
    body: text === '' ? undefined : JSON.parse(text),
  }
}
