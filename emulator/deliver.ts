import type { Answered, Unanswered } from './link.ts'
import { parseJson } from './json.ts'
import type { Platform } from './platform.ts'
import { deliveriesOf, nextRetryAt, RETRY_AFTER_MS, type PendingEvent } from './retries.ts'
import { seal } from './seal.ts'

/** Events are retried by the virtual clock with the same event_id; each attempt is signed anew (the platform does not say). */
export async function deliverEvent(
  platform: Platform,
  type: string,
  event: unknown,
): Promise<void> {
  const eventId = platform.mint.next('')
  const now = platform.clock.now()
  const envelope = {
    schema: '2.0',
    header: headerOf(platform, { eventId, type, createTime: String(now) }),
    event,
  }
  const pushed = { eventId, type, envelope, attempt: 1, nextAt: now, lastError: '' }
  await attempt(platform, pushed)
  const fault = platform.faults.take(`deliver ${type}`)
  if (fault !== undefined && 'twice' in fault) await attempt(platform, pushed)
}

export function headerOf(
  platform: Platform,
  { eventId, type, createTime }: { eventId: string; type: string; createTime: string },
): Record<string, string> {
  return {
    event_id: eventId,
    event_type: type,
    create_time: createTime,
    token: platform.seed.app.verificationToken,
    app_id: platform.seed.app.id,
    tenant_key: platform.tenantKey,
  }
}

/** 《请求网址校验》: unsigned even with an Encrypt Key, one second to echo. */
export async function verifyUrl(platform: Platform): Promise<boolean> {
  const challenge = platform.mint.next('')
  const { verificationToken, encryptKey } = platform.seed.app
  const sealed = seal({ challenge, token: verificationToken, type: 'url_verification' }, encryptKey)
  const init = {
    method: 'POST',
    body: sealed.body,
    headers: { 'content-type': 'application/json;charset=utf-8' },
  }
  const answer = await platform.link.call('webhook', init, 1000)
  return 'status' in answer && answer.status === 200 && answer.text.includes(challenge)
}

export async function runDueRetries(platform: Platform): Promise<void> {
  const { pending, trying } = platform.retries
  const now = platform.clock.now()
  const due = [...pending.values()].filter(({ nextAt }) => nextAt <= now)
  for (const event of due.toSorted((a, b) => a.nextAt - b.nextAt)) {
    if (trying.has(event.eventId)) continue
    trying.add(event.eventId)
    await attempt(platform, { ...event, attempt: event.attempt + 1 })
    trying.delete(event.eventId)
  }
}

/** The ladder also runs while nobody touches the clock. */
export function armRetries(platform: Platform): void {
  const { retries, clock } = platform
  clearTimeout(retries.timer)
  const next = nextRetryAt(retries)
  if (next === undefined || clock.held()) return
  retries.timer = setTimeout(() => void runDueRetries(platform), Math.max(0, next - clock.now()))
  retries.timer.unref()
}

async function attempt(platform: Platform, event: PendingEvent): Promise<void> {
  const { link, seed, settings, clock, traffic } = platform
  const sealed = seal(event.envelope, seed.app.encryptKey)
  const started = performance.now()
  const answer = await link.call('webhook', { method: 'POST', ...sealed }, settings.answerWithinMs)
  traffic.add({
    direction: 'feishu→bot',
    at: clock.now(),
    method: 'POST',
    path: link.path('webhook'),
    ...outcomeOf(answer),
    ms: Math.round(performance.now() - started),
    request: event.envelope,
    event: { type: event.type, id: event.eventId, attempt: event.attempt },
  })
  settle(platform, event, 'status' in answer && answer.status === 200 ? undefined : errorOf(answer))
}

function settle(platform: Platform, event: PendingEvent, error: string | undefined): void {
  const { retries, clock, bus } = platform
  const wait = RETRY_AFTER_MS[event.attempt - 1]
  const known = retries.pending.delete(event.eventId)
  if (error !== undefined && wait !== undefined) {
    retries.pending.set(event.eventId, { ...event, nextAt: clock.now() + wait, lastError: error })
  }
  if (error === undefined && !known) return
  bus.publish({ type: 'deliveries', deliveries: deliveriesOf(retries) })
  armRetries(platform)
}

function errorOf(answer: Answered | Unanswered): string {
  return 'status' in answer ? `HTTP ${answer.status}` : `${answer.failed}: ${answer.detail}`
}

/** Columns of a traffic row; status 0 means that nothing came back. */
export function outcomeOf(answer: Answered | Unanswered): {
  status: number
  response: unknown
  note?: string
} {
  if ('status' in answer) {
    const { status, text } = answer
    return { status, response: parseJson(text) ?? text }
  }
  return { status: 0, response: null, note: errorOf(answer) }
}
