import { refusalText } from '../../cards/refusal.ts'
import { doneText, noSerialText } from '../../cards/toast.ts'
import * as slips from '../db/slips.ts'
import { maySee } from '../domain/authority.ts'
import type { Order } from '../domain/commands.ts'
import { refuse } from '../domain/decision.ts'
import { findUnit } from '../domain/organisation.ts'
import { readDay } from '../domain/read-day.ts'
import { takeSerial } from '../domain/serial.ts'
import type { Slip } from '../domain/slip.ts'
import { dayOf } from '../domain/time.ts'
import type { Deps } from './deps.ts'
import { handleCommand, type Scene } from './handle-command.ts'
import { type Asked, reply, replyPrivately } from './reply.ts'
import { viewFor } from './show-privately.ts'

type Typed = 'urge' | 'withdraw' | 'requestExtension' | 'requestReturn'

/** What stands behind the serial, as an order: 撤销 蓝2026-1 重复签发, 延期 蓝2026-1 11月20日 备件未到, 退单 蓝2026-1 滨河 不归我们管. */
const READ: Record<Typed, (rest: string, scene: Scene, asked: Asked) => Order> = {
  urge: () => ({ type: 'urge' }),
  withdraw: (reason) => ({ type: 'withdraw', reason }),
  requestExtension: (rest, _, { at }) => {
    const [day = '', ...reason] = rest.split(/[\s,，;；]+/)
    const until = readDay(day, dayOf(at), 'next') ?? day
    return { type: 'requestExtension', until, reason: reason.join(' ') }
  },
  requestReturn: (rest, { org }) => {
    const [name = '', ...reason] = rest.split(/[\s,，;；]+/)
    return {
      type: 'requestReturn',
      unit: findUnit(org, name)?.code ?? '',
      reason: reason.join(' '),
    }
  },
}

/** A typed twin of a button: 催办, 撤销, 延期, 退单, each with a serial. */
export async function typedOrder(
  deps: Deps,
  scene: Scene,
  asked: Asked,
  { what, text }: { what: Typed; text: string },
): Promise<void> {
  const named = await slipNamed(scene, asked, text)
  if (!named) return
  const { person: by, at } = asked
  const order = READ[what](named.rest, scene, asked)
  const outcome = await handleCommand(deps, scene, named.slip.id, { ...order, by, at })
  const said =
    'refused' in outcome
      ? ({ text: refusalText(outcome.refused), tone: 'refused' } as const)
      : ({ text: doneText({ do: what, slip: named.slip.id }) ?? '', tone: 'done' } as const)
  await reply(scene, asked, { card: 'said', ...said })
}

/** 为什么 编号. */
export async function explain(scene: Scene, asked: Asked, text: string): Promise<void> {
  const named = await slipNamed(scene, asked, text)
  if (named) await replyPrivately(scene, asked, { card: 'why', slip: named.slip.id })
}

/** 回头看 编号: the card on which the visit is reported. */
export async function openForVisit(scene: Scene, asked: Asked, text: string): Promise<void> {
  const named = await slipNamed(scene, asked, text)
  if (named) await replyPrivately(scene, asked, viewFor(named.slip, asked.person))
}

/** The slip a line begins with, if this person may see it; else they are told. */
async function slipNamed(
  scene: Scene,
  asked: Asked,
  text: string,
): Promise<{ slip: Slip; rest: string } | undefined> {
  const taken = takeSerial(text)
  if (!taken) {
    await reply(scene, asked, { card: 'said', text: noSerialText, tone: 'note' })
    return undefined
  }
  const slip = await slips.findBySerial(scene.tx, taken.serial)
  if (slip && maySee(asked.person, slip.content.unit)) return { slip, rest: taken.rest }
  const no = refusalText(refuse('D8', { is: 'notVisible' }))
  await reply(scene, asked, { card: 'said', text: no, tone: 'refused' })
  return undefined
}
