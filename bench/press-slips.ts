import type { Emulator } from '../emulator/main.ts'
import { connect } from '../src/db/connect.ts'
import { type Organisation, unitByCode } from '../src/domain/organisation.ts'

/** A slip in its unit's group, and who may answer it. */
export interface IssuedSlip {
  slip: string
  messageId: string
  chatId: string
  clerk: string
}

/** Every inspector writes and signs so many slips, one after the other, as in an office; the cards go out at Feishu's pace. */
export async function issueSlips(feishu: Emulator, org: Organisation, each: number): Promise<void> {
  const inspector = async (openId: string, n: number) => {
    const unit = org.units[n]
    if (!unit) throw new Error('fewer units than inspectors')
    const desk = feishu.as(openId).inDm()
    for (let i = 0; i < each; i++) {
      await desk.say(
        `蓝单 ${unit.name}/${unit.sites[0]} 服务窗口 收费公示未上墙（${i}）；要求：三日内上墙公示`,
      )
      const draft = await desk.card(/蓝单草稿/, { fresh: true })
      await draft.press('签发', { confirm: true })
    }
  }
  await Promise.all(org.office.inspectors.map(inspector))
}

interface Row {
  slip: string
  message: string
  chat: string
  unit: string
}

/** The slips whose card Feishu has accepted into the unit's group, shuffled over the units. */
export async function servedSlips(url: string, org: Organisation): Promise<IssuedSlip[]> {
  const client = connect(url, 1)
  const rows = await client<Row[]>`
    select c.slip_id as slip, c.message_id as message, c.chat_id as chat, s.unit as unit
    from card_messages c join slips s on s.id = c.slip_id
    where c.chat_id like 'oc_unit_%' and s.stage = 'rectifying' order by md5(c.message_id)`
  await client.end()
  return rows.map(({ slip, message, chat, unit }) => ({
    slip,
    messageId: message,
    chatId: chat,
    clerk: unitByCode(org, unit)?.contacts[0] ?? '',
  }))
}

/** Nothing is waiting to be sent. */
export async function isQuiet(url: string): Promise<boolean> {
  const client = connect(url, 1)
  const waiting = await client`select from outbox where state = 'pending' limit 1`
  await client.end()
  return waiting.length === 0
}
