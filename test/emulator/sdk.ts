import { Client, DefaultCache, LoggerLevel } from '@larksuiteoapi/node-sdk'
import type { Emulator } from '../../emulator/main.ts'
import { seed } from './seed.ts'

const silent = () => {}
const silentLogger = {
  error: silent,
  warn: silent,
  info: silent,
  debug: silent,
  trace: silent,
}

/** The official client, pointed at the emulator by nothing but its domain. */
export function sdkClient({ url }: Emulator): Client {
  return new Client({
    appId: seed.app.id,
    appSecret: seed.app.secret,
    domain: url,
    // The default cache is shared by the whole process and would carry tokens from test to test.
    cache: new DefaultCache(),
    logger: silentLogger,
    loggerLevel: LoggerLevel.error,
  })
}

export async function sendCard(
  client: Client,
  chat: string,
  card: unknown,
  uuid?: string,
): Promise<string> {
  const content = JSON.stringify(card)
  const data = { receive_id: chat, msg_type: 'interactive', content, ...(uuid && { uuid }) }
  const { data: sent } = await client.im.v1.message.create({
    params: { receive_id_type: 'chat_id' },
    data,
  })
  return sent?.message_id ?? ''
}

/** The code the platform refused with; the SDK throws an AxiosError for anything but 2xx. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ code: number; msg: string; status: number }> {
  try {
    await call
  } catch (error) {
    const { response } = error as {
      response: { status: number; data: { code: number; msg: string } }
    }
    return { ...response.data, status: response.status }
  }
  throw new Error('It was not refused')
}

/** For what the client cannot be made to ask. */
export async function tokenOf({ url }: Emulator): Promise<string> {
  const response = await fetch(`${url}/open-apis/auth/v3/tenant_access_token/internal`, {
    method: 'POST',
    body: JSON.stringify({ app_id: seed.app.id, app_secret: seed.app.secret }),
  })
  const { tenant_access_token } = (await response.json()) as { tenant_access_token: string }
  return tenant_access_token
}
