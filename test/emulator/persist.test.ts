import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { onePixelPng } from '../../emulator/driver.ts'
import { stage } from './tiny-bot.ts'

async function dataFile(): Promise<{ file: string } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-'))
  const remove = () => rm(folder, { recursive: true })
  return { file: join(folder, 'feishu.json'), [Symbol.asyncDispose]: remove }
}

test('with a data file everything is there after a restart: talk, pictures, time, unaccepted events', async () => {
  await using data = await dataFile()
  const first = await stage({ dataFile: data.file })
  await first.fs.clock.advance({ by: '3d' })
  const photo = await first.fs.as('张检').in('一热').photo(onePixelPng, '现场.png')
  first.bot.status = 500
  await first.fs.as('张检').in('一热').say('没人接')
  const before = first.fs.clock.now()
  await first.fs.close()

  await using second = await stage({ dataFile: data.file })
  expect(
    second.fs
      .as('张检')
      .in('一热')
      .messages()
      .map(({ text }) => text),
  ).toEqual(['[图片]', '没人接'])
  expect(second.fs.clock.now()).toBeGreaterThanOrEqual(before)
  const { body } = photo.message
  const key = body.type === 'image' ? body.imageKey : ''
  const bytes = await (await fetch(`${second.fs.url}/__emu/resources/${key}`)).bytes()
  expect(Buffer.from(bytes).equals(onePixelPng)).toBe(true)
  await second.fs.clock.advance({ toNext: true })
  expect(second.bot.received).toMatchObject([{ event_type: 'im.message.receive_v1' }])
  const again = await second.fs.as('张检').in('一热').say('新的一句')
  expect(again.id).not.toBe(photo.id)
})

test('a data file of another time is set aside, not guessed at', async () => {
  await using data = await dataFile()
  await writeFile(data.file, '{"half')
  await using s = await stage({ dataFile: data.file })
  expect(s.fs.as('张检').in('一热').messages()).toEqual([])
})
