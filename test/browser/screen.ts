import type { Locator, Page } from 'playwright-core'

/** One window on the local Feishu, worked by what a screen reader would say. Every wait is bounded by the context's timeout. */
export interface Screen {
  page: Page
  become(person: string): Promise<void>
  open(chat: string): Promise<void>
  say(text: string): Promise<void>
  /** The newest card in the open chat with this heading. */
  card(heading: string | RegExp): CardOnScreen
  /** The passing word at the top. */
  toast(text: string | RegExp): Promise<void>
  /** One of the clock's buttons; it waits by itself until the walk before is over. */
  clock(button: string): Promise<void>
}

export interface CardOnScreen {
  locator: Locator
  shows(text: string | RegExp): Promise<void>
  fill(field: string | RegExp, value: string): Promise<void>
  /** Presses; `confirm` names the question that comes first, and says yes to it. */
  press(button: string, choice?: { confirm: string }): Promise<void>
}

export function screenOf(page: Page): Screen {
  const button = (name: string | RegExp, exact = false) => page.getByRole('button', { name, exact })
  return {
    page,
    async become(person) {
      await button(/^切换身份/).click()
      await button(`切换为 ${person}`, true).click()
      await page.getByRole('region', { name: `${person}的客户端` }).waitFor()
    },
    async open(chat) {
      const list = page.getByRole('navigation', { name: '会话列表' })
      const pane = page.getByRole('region', { name: chat, exact: true })
      // A phone shows the list or a chat, never both.
      const back = button('返回会话列表')
      await list.or(back).first().waitFor()
      if (await back.isVisible()) await back.click()
      await list.getByRole('button', { name: new RegExp(`^${chat}`) }).click()
      await pane.waitFor()
    },
    async say(text) {
      await page.getByRole('textbox', { name: '消息' }).fill(text)
      await button('发送', true).click()
    },
    card: (heading) =>
      cardOf(
        page,
        page
          .getByRole('article', { name: '卡片' })
          .filter({ has: page.getByRole('heading', { name: heading }) })
          .last(),
      ),
    toast: (text) => page.getByRole('status').getByText(text).waitFor(),
    clock: (name) => button(name, true).click(),
  }
}

function cardOf(page: Page, locator: Locator): CardOnScreen {
  return {
    locator,
    shows: (text) => locator.getByText(text).first().waitFor(),
    fill: (field, value) => locator.getByRole('textbox', { name: field, exact: true }).fill(value),
    async press(name, choice) {
      await locator.getByRole('button', { name, exact: true }).click()
      if (choice === undefined) return
      const question = page.getByRole('dialog', { name: choice.confirm })
      await question.getByRole('button', { name: '确定' }).click()
      await question.waitFor({ state: 'hidden' })
    },
  }
}
