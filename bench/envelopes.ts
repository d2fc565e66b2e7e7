import { randomUUID } from 'node:crypto'
import { type Sealed, seal } from '../emulator/seal.ts'
import { DEMO_APP } from '../src/demo/seed.ts'

const TENANT = '2f8c1a7d4b5e6f90'
const CHATS = 200

const sealed = (type: string, event: unknown): Sealed => {
  const header = {
    event_id: randomUUID().replaceAll('-', ''),
    event_type: type,
    create_time: String(Date.now()),
    token: DEMO_APP.verificationToken,
    app_id: DEMO_APP.id,
    tenant_key: TENANT,
  }
  return seal({ schema: '2.0', header, event }, DEMO_APP.encryptKey)
}

/** What people say to each other in 200 groups, each once, encrypted and signed. */
export const messageEvents = (count: number): Sealed[] =>
  Array.from({ length: count }, (_, i) => messageEvent(i % CHATS))

function messageEvent(chat: number): Sealed {
  const now = String(Date.now())
  const id = randomUUID().replaceAll('-', '')
  return sealed('im.message.receive_v1', {
    sender: {
      sender_id: { union_id: `on_${id}`, open_id: `ou_${id}` },
      sender_type: 'user',
      tenant_key: TENANT,
    },
    message: {
      message_id: `om_${id}`,
      create_time: now,
      update_time: now,
      chat_id: `oc_${String(chat).padStart(32, '0')}`,
      chat_type: 'group',
      message_type: 'text',
      content: JSON.stringify({ text: '柳荫路服务站的收费公示已经重新张贴，照片稍后发到群里。' }),
      user_agent: 'bench',
    },
  })
}

export interface CardPress {
  by: string
  messageId: string
  chatId: string
  value: Record<string, unknown>
  form?: Record<string, string>
}

/** 《卡片回传交互回调》, encrypted and signed. */
export const pressEvent = ({ by, messageId, chatId, value, form }: CardPress): Sealed =>
  sealed('card.action.trigger', {
    operator: { tenant_key: TENANT, union_id: by.replace('ou', 'on'), open_id: by },
    token: `c-${randomUUID()}`,
    action: {
      tag: 'button',
      timezone: 'Asia/Shanghai',
      value,
      ...(form ? { form_value: form } : {}),
    },
    host: 'im_message',
    context: { open_message_id: messageId, open_chat_id: chatId },
  })
