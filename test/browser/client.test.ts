import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { button, card, form, input, markdown, plain, submit } from '../emulator/cards.ts'
import { sdkClient, sendCard } from '../emulator/sdk.ts'
import { seed } from '../emulator/seed.ts'
import { stage, type Stage } from '../emulator/tiny-bot.ts'
import { PHONE } from '../support/browser.ts'
import { closeBrowser, type Windows, windowsOn } from './world.ts'

const GROUP = '一热'
const HINT = '登记 一热/崂山路服务站'

const problems = ['收费公示未上墙', '台账缺失', '设施陈旧'].map((text, i) => ({
  text: plain(text),
  value: String(i + 1),
}))

const slip = card('反馈', [
  form([
    input('note', '整改说明'),
    markdown("本次反馈针对 <font color='red'>&#42;</font>"),
    {
      tag: 'multi_select_static',
      name: 'about',
      required: true,
      placeholder: plain('请选择'),
      options: problems,
    },
    markdown('完成日期'),
    { tag: 'date_picker', name: 'done', placeholder: plain('选择日期') },
    markdown('复查日期'),
    { tag: 'date_picker', name: 'again', placeholder: plain('选择日期') },
    submit('提交'),
  ]),
  button('查看'),
])

const tall = (title: string) =>
  card(
    title,
    Array.from({ length: 60 }, (_, i) => markdown(`第 ${i + 1} 行`)),
  )

describe('the client on the screen', () => {
  let s: Stage & AsyncDisposable
  let windows: Windows
  beforeEach(async () => {
    s = await stage({ seed: { ...seed, start: { as: '李文员', hint: HINT } } })
    windows = await windowsOn(s.fs.url, async () => s[Symbol.asyncDispose]())
  })
  afterEach(() => windows.close())
  afterAll(closeBrowser)

  const send = (what: unknown) => sendCard(sdkClient(s.fs), s.fs.chat(GROUP).id, what)

  test('a newcomer lands with the bot and is told what to say', async () => {
    const { page } = await windows.visit('')
    await page.getByRole('region', { name: '李文员的客户端' }).waitFor()
    await page.getByRole('region', { name: '三色', exact: true }).waitFor()
    expect(await page.getByRole('complementary', { name: '检查器' }).count()).toBe(0)
    await page.getByRole('button', { name: HINT }).click()
    expect(await page.getByRole('textbox', { name: '消息' }).inputValue()).toBe(HINT)
    await page.keyboard.press('Enter')
    await page.getByRole('log').getByText(HINT).waitFor()
    expect(s.bot.received).toHaveLength(1)
  })

  test('a phone begins there too, goes back to the list, and offers nothing that has no room', async () => {
    const { page } = await windows.visit('', PHONE)
    await page.getByRole('button', { name: '返回会话列表' }).click()
    await page.getByRole('navigation', { name: '会话列表' }).waitFor()
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('button', { name: '切换为深色' }).waitFor()
    expect(await page.getByRole('button', { name: '切换为手机宽度' }).count()).toBe(0)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^切换身份/ }).click()
    await page.getByRole('button', { name: '切换为 张检' }).waitFor()
    expect(await page.getByRole('button', { name: /并排打开/ }).count()).toBe(0)
  })

  test('several problems are ticked, dates are told apart, and all of it leaves as one form', async () => {
    await send(slip)
    const screen = await windows.open('李文员')
    const shown = screen.card('反馈')
    await shown.press('提交')
    await screen.toast('有必填项未填写')
    await shown.locator.getByRole('button', { name: '本次反馈针对：请选择' }).click()
    await shown.locator.getByRole('checkbox', { name: '收费公示未上墙' }).check()
    await shown.locator.getByRole('checkbox', { name: '台账缺失' }).check()
    await screen.page.keyboard.press('Escape')
    await shown.locator
      .getByRole('button', { name: '本次反馈针对：收费公示未上墙、台账缺失' })
      .waitFor()
    await shown.locator.getByLabel('完成日期', { exact: true }).fill('2026-11-24')
    await shown.locator.getByLabel('复查日期', { exact: true }).fill('2026-11-25')
    s.bot.answer = () => ({ toast: { type: 'success', content: '已提交' } })
    await shown.press('提交')
    await screen.toast('已提交')
    expect(await screen.page.locator('.toast').count()).toBe(1)
    expect(s.bot.received).toMatchObject([
      {
        action: {
          form_value: {
            note: '',
            about: ['1', '2'],
            done: '2026-11-24 +0800',
            again: '2026-11-25 +0800',
          },
        },
      },
    ])
  })

  test('a refused press keeps what was typed, over other people’s presses and other seats', async () => {
    await send(slip)
    const screen = await windows.open('李文员')
    const shown = screen.card('反馈')
    const note = shown.locator.getByRole('textbox', { name: '整改说明' })
    await shown.fill('整改说明', '已张贴')
    s.bot.answer = () => ({ toast: { type: 'error', content: '只有联络员能反馈' } })
    await shown.press('查看')
    await screen.toast('只有联络员能反馈')
    s.bot.answer = () => ({ card: { type: 'raw', data: slip } })
    const other = await s.fs.as('张检').in(GROUP).card(/反馈/)
    await other.press('查看')
    await shown.locator.and(screen.page.locator('[data-revision="1"]')).waitFor()
    expect(await note.inputValue()).toBe('已张贴')
    await screen.become('张检')
    expect(await note.inputValue()).toBe('')
    await screen.become('李文员')
    expect(await note.inputValue()).toBe('已张贴')
    await shown.press('查看')
    await shown.locator.and(screen.page.locator('[data-revision="2"]')).waitFor()
    await expect.poll(() => note.inputValue()).toBe('')
  })

  test('a chat opens where reading begins: at the first unread, at the top of a tall card', async () => {
    await send(tall('甲'))
    const first = await windows.open('李文员')
    const seen = (heading: string) => first.page.getByRole('heading', { name: heading })
    const isSeen = async (heading: string) => {
      await expect.poll(() => seen(heading).evaluate(isInView)).toBe(true)
    }
    await isSeen('甲')
    await send(tall('乙'))
    await first.page.getByRole('button', { name: '有新消息' }).click()
    await isSeen('乙')

    // 张检 has read neither.
    await first.become('张检')
    await isSeen('甲')
    await first.become('李文员')
    await isSeen('乙')
  })
})

/** Runs in the page. */
interface InPage {
  getBoundingClientRect(): { top: number; bottom: number }
  closest(selector: string): InPage | null
}

const isInView = (node: InPage): boolean => {
  const log = node.closest('.log')?.getBoundingClientRect()
  const { top, bottom } = node.getBoundingClientRect()
  return log !== undefined && top >= log.top && bottom <= log.bottom
}
