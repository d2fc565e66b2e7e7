/** Feishu's own table for text inside markdown; `&` first among equals, or a typed `&#60;` would come alive. */
const ENTITY: Record<string, string> = {
  '&': '&#38;',
  '<': '&#60;',
  '>': '&#62;',
  '*': '&#42;',
  _: '&#95;',
  '~': '&sim;',
  '`': '&#96;',
  '[': '&#91;',
  ']': '&#93;',
  '(': '&#40;',
  ')': '&#41;',
  '#': '&#35;',
  ':': '&#58;',
  '!': '&#33;',
  '-': '&#45;',
  '\\': '&#92;',
  $: '&#36;',
  '|': '&#124;',
  '+': '&#43;',
  '=': '&#61;',
}

/** Control characters, and the ones that turn the direction of writing around. */
const INVISIBLE = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu
const LINE_END = /\r\n?|[\u2028\u2029]/g

/** User text as Feishu should show it anywhere: nothing invisible, no blank runs. */
export const clean = (text: string): string =>
  text
    .replace(LINE_END, '\n')
    .split('\n')
    .map((line) => line.replace(/\t/g, ' ').replace(INVISIBLE, '').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

/** User text inside a markdown element: no mention, link or format of theirs survives. A line end is `<br>`, and what could begin a list or a heading is none, so no line of theirs ever begins a block. */
export const escape = (text: string): string =>
  clean(text)
    .replace(/[&<>*_~`[\]()#:!\-\\$|+=]/g, (char) => ENTITY[char] ?? char)
    .replace(/^(\d+)\./gm, '$1&#46;')
    .replace(/\n/g, '<br>')

/** At most so many characters, with an ellipsis where the rest was. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  const whole = Array.from(text.slice(0, 2 * max + 2))
  return whole.length <= max ? text : `${whole.slice(0, max - 1).join('')}…`
}
