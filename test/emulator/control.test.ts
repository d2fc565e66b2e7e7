import { request } from 'node:http'
import { expect, test } from 'vitest'
import type { Delta, Snapshot } from '../../emulator/wire.ts'
import { parseSeed } from '../../emulator/seed.ts'
import { seed } from './seed.ts'
import { stage } from './tiny-bot.ts'

/** node:http, because fetch does not let one lie about the Host. */
function ask(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}

test('only the emulator’s own page may drive it', async () => {
  await using s = await stage()
  const url = `${s.fs.url}/__emu/state`
  expect(await ask(url, {})).toBe(200)
  expect(await ask(url, { origin: s.fs.url })).toBe(200)
  expect(await ask(url, { origin: 'https://evil.example' })).toBe(403)
  expect(await ask(url, { origin: 'null' })).toBe(403)
  expect(await ask(url, { host: 'evil.example' })).toBe(403)
  expect(await ask(url, { host: 'evil.example:4310', origin: 'http://evil.example:4310' })).toBe(
    403,
  )
})

test('the page comes with a policy that allows nothing inline and nothing foreign', async () => {
  const page = async () => ({ html: '<!doctype html>', js: '', css: '' })
  await using s = await stage({ page })
  const policy = (await fetch(s.fs.url)).headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe|\*/)
})

test('a snapshot and the stream after it tell the same story without a gap', async () => {
  await using s = await stage()
  const stream = await fetch(`${s.fs.url}/__emu/stream`)
  const deltas = readDeltas(stream)
  const snapshot = (await (await fetch(`${s.fs.url}/__emu/state`)).json()) as Snapshot
  const post = (path: string, body: unknown) =>
    fetch(`${s.fs.url}/__emu/${path}`, { method: 'POST', body: JSON.stringify(body) })
  const chat = s.fs.chat('一热').id
  await post('say', { as: s.fs.person('张检').openId, chat, text: '@三色 在吗' })
  const { value: first } = await deltas.next()
  expect(first).toMatchObject({
    seq: snapshot.seq + 1,
    type: 'message',
    message: { body: { text: '@_user_1 在吗' } },
  })
  const { value: second } = await deltas.next()
  expect(second).toMatchObject({ seq: snapshot.seq + 2, type: 'traffic' })
})

test('the page is told whom a newcomer plays and what is worth a try', async () => {
  const start = { as: '李文员', hint: '登记 一热' }
  await using s = await stage({ seed: { ...seed, start } })
  const { start: told } = (await (await fetch(`${s.fs.url}/__emu/state`)).json()) as Snapshot
  expect(told).toEqual({ as: s.fs.person('李文员').openId, hint: '登记 一热' })
  expect(() => parseSeed({ ...seed, start: { as: '谁' } })).toThrow('not in people')
})

test('a bad request is told what is wrong with it', async () => {
  await using s = await stage()
  const body = JSON.stringify({ as: 'ou_nobody', chat: s.fs.chat('一热').id, text: 'x' })
  const response = await fetch(`${s.fs.url}/__emu/say`, { method: 'POST', body })
  expect([response.status, await response.text()]).toEqual([400, 'No such person: ou_nobody'])
})

test('a reset brings back the seed', async () => {
  await using s = await stage()
  await s.fs.as('张检').in('一热').say('嗯')
  await fetch(`${s.fs.url}/__emu/reset`, { method: 'POST' })
  expect(s.fs.as('张检').in('一热').messages()).toEqual([])
})

async function* readDeltas(response: Response): AsyncGenerator<Delta, undefined> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of response.body ?? []) {
    const events = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
    rest = events.pop() ?? ''
    for (const event of events) {
      if (event.startsWith('data: ')) yield JSON.parse(event.slice(6)) as Delta
    }
  }
  return undefined
}
