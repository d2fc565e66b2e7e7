import { expect, test } from 'vitest'
import { COVERAGE } from '../../emulator/coverage.ts'
import { openApis } from '../../emulator/open-apis.ts'
import { refusal, sdkClient } from './sdk.ts'
import { stage } from './tiny-bot.ts'

test('the coverage table is exactly what is registered', async () => {
  await using s = await stage()
  const registered = openApis(s.fs.platform)
    .routes.filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`)
  expect(registered.toSorted()).toEqual(
    COVERAGE.map(({ method, path }) => `${method} ${path}`).toSorted(),
  )
})

test('what is not emulated is a 404 and a marked row, never a silent success', async () => {
  await using s = await stage()
  const call = sdkClient(s.fs).im.v1.pin.create({ data: { message_id: 'om_x' } })
  expect(await refusal(call)).toMatchObject({ status: 404 })
  expect(s.fs.traffic().at(-1)).toMatchObject({
    path: '/open-apis/im/v1/pins',
    note: 'not emulated',
  })
})
