import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Stage } from '../support/stage.ts'
import { PHONE } from '../support/browser.ts'
import type { Screen } from './screen.ts'
import { closeBrowser, openWorld, type World } from './world.ts'

const UNIT = '滨河热力公司服务督查群'
const OFFICE = '督查办公室'
const BLUE = '督查蓝〔2026〕001号'
const LINE = '蓝单 滨河热力公司/柳荫路服务站 服务窗口 收费公示未上墙；要求：三日内上墙公示'

/** An inspector types one line to the bot and presses 签发. */
async function issue(screen: Screen): Promise<void> {
  await screen.open('三色督查')
  await screen.say(LINE)
  const draft = screen.card('蓝单草稿')
  await draft.shows('柳荫路服务站')
  await draft.shows('11月12日（周四）24:00')
  await draft.press('签发', { confirm: '签发蓝单' })
  await screen.card(BLUE).shows('已送达')
}

/** A clerk signs, forgets the form, fills it in and sends it. */
async function answer(screen: Screen, { feishu }: Stage): Promise<void> {
  await screen.open(UNIT)
  const slip = screen.card(BLUE)
  await slip.press('签收')
  await screen.toast('已签收')
  await slip.shows(/签收　穆晓棠/)

  const sent = () => feishu.traffic().filter(({ direction }) => direction === 'feishu→bot').length
  const before = sent()
  await slip.press('提交反馈')
  await screen.toast('有必填项未填写')
  expect(sent()).toBe(before)

  await slip.fill('问题原因', '公示栏更换后未及时张贴')
  await slip.fill('整改措施', '重新制作并张贴收费公示')
  await slip.fill('整改结果', '已上墙，现场已核对')
  await slip.fill('责任人', '穆晓棠')
  await slip.fill(/日期/, '2026-11-09')
  await slip.press('提交反馈', { confirm: '提交反馈' })
  await screen.toast('已提交')
  await slip.shows('待审核')
}

describe('I3–I5 · a whole story by clicking and typing', () => {
  let world: World
  beforeEach(async () => {
    world = await openWorld()
  })
  afterEach(() => world.close())
  afterAll(closeBrowser)

  test('at a desk: issued, signed, answered, judged, proposed for orange', async () => {
    const screen = await world.open('沈念慈')
    await issue(screen)
    await screen.become('穆晓棠')
    await answer(screen, world.stage)

    await screen.become('顾清源')
    await screen.open(OFFICE)
    const review = screen.card(BLUE)
    await review.shows('已上墙，现场已核对')
    await review.fill('审核意见', '现场没有看到公示')
    await review.press('整改不达标', { confirm: '整改不达标' })
    await review.shows('现场没有看到公示')

    await screen.become('邢怀瑾')
    await screen.open(OFFICE)
    const proposal = screen.card('提请转橙')
    await proposal.shows('确认转橙')
    expect(await proposal.locator.textContent()).toContain('现场没有看到公示')
  })

  test('on a phone the clerk does the same', async () => {
    const inspector = world.stage.feishu.as('沈念慈').inDm()
    await inspector.say(LINE)
    await (await inspector.card(/蓝单草稿/)).press('签发', { confirm: true })
    const screen = await world.open('穆晓棠', PHONE)
    await answer(screen, world.stage)
    const overhang = 'document.documentElement.scrollWidth - innerWidth'
    expect(await screen.page.evaluate(overhang)).toBe(0)
  })

  test('nobody answers: three days by the clock buttons, and the director turns it orange', async () => {
    const screen = await world.open('沈念慈')
    await issue(screen)
    await screen.become('邢怀瑾')
    await screen.open(OFFICE)
    for (const _ of [1, 2, 3, 4]) await screen.clock('+1 天')
    const proposal = screen.card('提请转橙')
    await proposal.shows('反馈　没有收到')
    await proposal.press('确认转橙', { confirm: '确认转为橙单' })
    await screen.toast('橙')

    await screen.become('穆晓棠')
    await screen.open(UNIT)
    const orange = screen.card('督查橙〔2026〕001号')
    await orange.press('签收')
    // The duty line speaks of 提交反馈 before there is a form: wait for what only the form has.
    await orange.shows('会议情况及原因分析')
    expect(await orange.locator.textContent()).toContain('提交反馈')
  })

  test('two windows at once: what one does the other sees without a reload', async () => {
    const inspector = await world.open('沈念慈')
    const clerk = await world.open('穆晓棠')
    let reloads = 0
    inspector.page.on('domcontentloaded', () => (reloads += 1))
    await issue(inspector)
    await inspector.open(UNIT)
    await clerk.open(UNIT)
    await clerk.card(BLUE).press('签收')
    await inspector.card(BLUE).shows(/签收　穆晓棠/)
    expect(reloads).toBe(0)
  })
})
