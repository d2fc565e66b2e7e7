import { expect, test } from 'vitest'
import { checkCard } from '../../emulator/card-rules.ts'
import { button, card, form, input, markdown, submit, type Element } from './cards.ts'

const known = {
  image: (key: string) => key === 'img_ours',
  person: (id: string) => id === 'ou_ours',
}
const check = (shown: unknown) => checkCard(JSON.stringify(shown), known)
const body = (...elements: Element[]) => card('x', elements)
const ours = [input('a', '甲'), submit('提交')]

test('a sound card passes', () => {
  const image = { tag: 'img', img_key: 'img_ours', alt: { tag: 'plain_text', content: '' } }
  expect(
    check(body(markdown('<at id=ou_ours></at>'), image, form(ours), button('看'))),
  ).toBeUndefined()
  expect(check({ schema: '2.0' })).toBeUndefined()
})

test('the bot’s own data is nobody’s component', () => {
  const behaviors = [{ type: 'callback', value: { tag: 'action' } }]
  expect(check(body(button('看', { behaviors })))).toBeUndefined()
})

test.each<[string, unknown, number]>([
  ['a list', [], 200621],
  ['a card stringified twice', JSON.stringify(body()), 200621],
  ['schema 1.0', { elements: [] }, 200621],
  ['update_multi false', { schema: '2.0', config: { update_multi: false } }, 200621],
  ['a removed tag', body({ tag: 'note', elements: [] }), 200861],
  ['an unknown tag', body({ tag: 'carousel' }), 200621],
  ['201 elements', body(...Array.from({ length: 200 }, () => markdown(''))), 11310],
  ['six tables', body(...Array.from({ length: 6 }, () => ({ tag: 'table' }))), 11310],
  [
    'a form in a column',
    body({ tag: 'column_set', columns: [{ tag: 'column', elements: [form(ours)] }] }),
    200621,
  ],
  ['a form without a name', body(form(ours, { name: '' })), 11310],
  ['a form without a submit button', body(form([input('a', '甲')])), 200621],
  ['a submit button outside a form', body(submit('提交')), 200621],
  ['a name twice in a form', body(form([...ours, input('a', '乙')])), 11310],
  ['a multi-select outside a form', body({ tag: 'multi_select_static', name: 'm' }), 200621],
  [
    'an element_id twice',
    body({ ...markdown(''), element_id: 'e' }, { ...markdown(''), element_id: 'e' }),
    200621,
  ],
  ['an element_id with a digit first', body({ ...markdown(''), element_id: '1' }), 200621],
  ['a picture of another app', body({ tag: 'img', img_key: 'img_theirs' }), 200570],
  ['a person nobody knows', body(markdown('<at id="ou_theirs"></at>')), 100290],
])('%s is refused', (_, shown, sub) => {
  expect(check(shown)).toMatchObject({ code: 230099, sub })
})

test('30 KB are counted in bytes', () => {
  expect(check(body(markdown('三'.repeat(10_300))))).toMatchObject({ code: 230025 })
  expect(check(body(markdown('三'.repeat(10_100))))).toBeUndefined()
})

test('the path is written as the platform writes it', () => {
  const finding = check(body(markdown(''), { tag: 'action' }))
  expect(finding?.path).toBe('ROOT -> body -> elements -> [1](tag: action)')
})
