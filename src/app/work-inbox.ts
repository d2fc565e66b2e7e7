import type { ClaimedArrival } from '../db/inbox.ts'
import * as inbox from '../db/inbox.ts'
import type { Inbound } from '../feishu/inbound.ts'
import { parseEvent } from '../feishu/parse-event.ts'
import { answerMessage } from './answer-message.ts'
import { answerPress } from './answer-press.ts'
import type { Deps } from './deps.ts'
import { type Done, inTurn, nameOf } from './in-turn.ts'
import { patchPressed } from './render-pressed.ts'

const AT_ONCE = 10

/** Works off what has been received, the oldest of each chat first. Gives how many were taken. */
export async function workInbox(deps: Deps): Promise<number> {
  const claims = await inbox.claimNext(deps.db, AT_ONCE)
  // A failed one has been given back and logged; the others go on.
  await Promise.allSettled(claims.map((claim) => workOff(deps, claim)))
  return claims.length
}

async function workOff(deps: Deps, claim: ClaimedArrival): Promise<void> {
  const event = parseEvent(claim.payload, claim.receivedAt)
  // Asked before the transaction opens: no network call inside one.
  const self = event.kind === 'message' ? await whoWeAre(deps, claim) : undefined
  if (event.kind === 'message' && !self) return
  await inTurn(deps, claim, (tx, org) => act(deps, { tx, org }, event, claim.receivedAt, self))
}

const ASK_AGAIN_MS = 10_000

/** Until Feishu has said once who the bot is, nobody can tell whether it was called: the message waits, and its chat with it. */
async function whoWeAre(
  deps: Deps,
  claim: ClaimedArrival,
): Promise<{ openId: string } | undefined> {
  try {
    return await deps.feishu.bot()
  } catch (error) {
    const reason = nameOf(error)
    deps.log.warn({ inbox: claim.id, error: reason }, 'Feishu has not said who the bot is')
    const wait = { at: deps.clock.now(), error: reason, retryInMs: ASK_AGAIN_MS }
    await inbox.fail(deps.db, claim, wait)
    return undefined
  }
}

type Scene = Parameters<typeof answerPress>[1]

async function act(
  deps: Deps,
  scene: Scene,
  event: Inbound,
  at: number,
  self: { openId: string } | undefined,
): Promise<Done> {
  switch (event.kind) {
    case 'message':
      if (self) await answerMessage(deps, scene, event, { at, self: self.openId })
      return {}
    case 'press': {
      // Nobody waits for this answer any more; the card itself tells the presser.
      const pressed = await answerPress(deps, scene, event, at)
      await patchPressed(deps, scene.tx, event.messageId)
      return pressed
    }
    case 'recalled':
    case 'botAdded':
    case 'botRemoved':
    case 'other':
      return {}
  }
}
