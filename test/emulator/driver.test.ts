import { expect, test } from 'vitest'
import { button, card, form, input, markdown, plain, submit, type Element } from './cards.ts'
import { sdkClient, sendCard } from './sdk.ts'
import { stage, type Stage } from './tiny-bot.ts'

const options = [
  { text: plain('管理原因'), value: 'mgmt' },
  { text: plain('设备原因'), value: 'gear' },
]

const slip = card('BD-1 待整改', [
  markdown('**崂山路服务站**：<font color="red">超期</font> &#60;急&#62;'),
  form([
    input('note', '整改说明', { required: true, max_length: 5 }),
    markdown('完成日期'),
    { tag: 'date_picker', name: 'done', placeholder: plain('选择日期') },
    { tag: 'select_static', name: 'cause', placeholder: plain('原因'), options },
    { tag: 'select_person', name: 'owner', placeholder: plain('责任人'), options: [] },
    submit('提交', { confirm: { title: plain('确定？'), text: plain('提交后不能改') } }),
    button('清空', { name: 'clear', form_action_type: 'reset' }),
  ]),
  { tag: 'select_static', placeholder: plain('转给'), options },
  button('停用', { disabled: true }),
])

async function held({ fs }: Stage, shown: Element = slip) {
  await sendCard(sdkClient(fs), fs.chat('一热').id, shown)
  return fs
    .as('李文员')
    .in('一热')
    .card(/待整改/)
}

test('a card reads as a person would read it, with what has been filled in', async () => {
  await using s = await stage()
  const hand = await held(s)
  hand.fill('整改说明', '已清').pick('完成日期', '2026-11-24').pick('原因', '设备原因')
  expect(hand.text()).toBe(
    [
      'BD-1 待整改',
      '崂山路服务站：超期 <急>',
      '整改说明：已清',
      '完成日期',
      '2026-11-24',
      '设备原因',
      '‹责任人›',
      '[提交]',
      '[清空]',
      '‹转给›',
      '[停用]（不可用）',
    ].join('\n'),
  )
  expect(hand.buttons()).toEqual(['提交', '清空', '停用'])
})

test('an empty required field is refused before anything is sent', async () => {
  await using s = await stage()
  const hand = await held(s)
  await expect(hand.press('提交', { confirm: true })).rejects.toThrow('有必填项未填写：整改说明')
  expect(s.bot.received).toEqual([])
})

test('values leave in the platform’s formats and untouched optional fields stay away', async () => {
  await using s = await stage()
  const hand = await held(s)
  hand.fill('note', '已清').pick('done', '2026-11-24').pick('责任人', '李文员')
  await hand.press('提交', { confirm: true })
  expect(s.bot.received).toMatchObject([{ action: {} }])
  const { action } = s.bot.received[0] as { action: { form_value: unknown } }
  expect(action.form_value).toEqual({
    note: '已清',
    done: '2026-11-24 +0800',
    owner: s.fs.person('李文员').openId,
  })
})

test('several choices leave as a list, said in words or values; none at all stays away', async () => {
  await using s = await stage()
  const about = { tag: 'multi_select_static', name: 'about', placeholder: plain('请选择'), options }
  const asked = card('反馈', [
    form([
      markdown("本次反馈针对 <font color='red'>&#42;</font>"),
      { ...about, required: true },
      markdown('另见'),
      { ...about, name: 'also', selected_values: ['gear'] },
      markdown('原因'),
      { tag: 'select_static', name: 'cause', placeholder: plain('请选择'), options },
      markdown('责任人'),
      { tag: 'select_person', name: 'owner', placeholder: plain('请选择'), options: [] },
      submit('提交'),
    ]),
  ])
  await sendCard(sdkClient(s.fs), s.fs.chat('一热').id, asked)
  const hand = await s.fs.as('李文员').in('一热').card(/反馈/)
  await expect(hand.press('提交')).rejects.toThrow('有必填项未填写：本次反馈针对')
  hand.pick('本次反馈针对', ['mgmt', '设备原因']).pick('另见', [])
  expect(hand.text()).toContain('管理原因、设备原因')
  await hand.pick('原因', 'gear').pick('责任人', '张检').press('提交')
  const { action } = s.bot.received[0] as { action: { form_value: unknown } }
  expect(action.form_value).toEqual({
    about: ['mgmt', 'gear'],
    cause: 'gear',
    owner: s.fs.person('张检').openId,
  })
  expect(() => hand.pick('原因', ['mgmt', 'gear'])).toThrow('只能选一项')
})

test('a reset button stays in the client', async () => {
  await using s = await stage()
  expect(await (await held(s)).press('清空')).toEqual({})
  expect(s.bot.received).toEqual([])
})

test('what a client would not let you do throws', async () => {
  await using s = await stage()
  const hand = await held(s)
  expect(() => hand.fill('整改说明', '超过五个字了')).toThrow('最多 5 字')
  expect(() => hand.fill('没有', 'x')).toThrow('卡片上没有「没有」')
  expect(() => hand.pick('原因', '天气')).toThrow('只有：管理原因、设备原因')
  expect(() => hand.pick('完成日期', '明天')).toThrow('不收「明天」')
  expect(() => hand.pick('转给', '管理原因')).toThrow('不在表单里')
  await expect(hand.press('停用')).rejects.toThrow('不可用')
  await expect(hand.press('没有')).rejects.toThrow('只有：提交、清空、停用')
  await expect(hand.fill('note', '已').press('提交')).rejects.toThrow('二次确认')
  await s.fs.clock.advance({ by: '15d' })
  await expect(hand.press('清空')).rejects.toThrow('14 天')
  expect(s.bot.received).toEqual([])
})

test('a selector outside any form calls back at once', async () => {
  await using s = await stage()
  await (await held(s)).choose('转给', '管理原因')
  expect(s.bot.received).toMatchObject([{ action: { tag: 'select_static', option: 'mgmt' } }])
})

test('an updated card forgets what was typed', async () => {
  await using s = await stage()
  const hand = await held(s)
  hand.fill('note', '已清')
  const content = JSON.stringify(slip)
  await sdkClient(s.fs).im.v1.message.patch({ path: { message_id: hand.id }, data: { content } })
  await expect(hand.press('提交', { confirm: true })).rejects.toThrow('有必填项未填写')
})

test('waiting is for the change, whenever it comes', async () => {
  await using s = await stage()
  const waiting = s.fs
    .as('李文员')
    .in('一热')
    .card(/待整改/)
  const id = await sendCard(sdkClient(s.fs), s.fs.chat('一热').id, slip)
  const hand = await waiting
  expect(hand.id).toBe(id)
  const updated = hand.update(/已整改/)
  const data = { content: JSON.stringify(card('已整改', [])) }
  await sdkClient(s.fs).im.v1.message.patch({ path: { message_id: id }, data })
  expect((await updated).text()).toBe('已整改')
})

test('a wait in vain shows the chat', async () => {
  await using s = await stage({ waitMs: 10 })
  const li = s.fs.as('李文员').in('一热')
  await li.say('在吗')
  await expect(li.card(/BD-9/)).rejects.toThrow(/a card \/BD-9\/.*── 一热 ──.*李文员: 在吗/s)
})

test('a fresh look ignores what was there before one spoke', async () => {
  await using s = await stage()
  await held(s)
  const li = s.fs.as('李文员').in('一热')
  await li.say('再来一张')
  const waiting = li.card(/待整改/, { fresh: true })
  const id = await sendCard(sdkClient(s.fs), s.fs.chat('一热').id, slip)
  expect((await waiting).id).toBe(id)
})

test('nobody looks into a chat they are not in', async () => {
  await using s = await stage()
  expect(() => s.fs.as('王外人').in('一热')).toThrow('王外人 不在 一热 里')
})
