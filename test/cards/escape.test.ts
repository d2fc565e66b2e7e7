import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { clean, escape, shorten } from '../../cards/escape.ts'

const commonMark = new MarkdownIt({ html: true })

/** What a reader of CommonMark makes of it: the kinds of things, and the words. */
function read(source: string): { kinds: Set<string>; words: string } {
  const [block] = commonMark.parse(`督办事项 ${source}`, {}).filter(({ type }) => type === 'inline')
  const parts = (block?.children ?? []).map(({ type, content }) =>
    type === 'html_inline' && content === '<br>'
      ? { kind: 'line end', words: '\n' }
      : { kind: type, words: content },
  )
  return {
    kinds: new Set(parts.map(({ kind }) => kind)),
    words: parts.map(({ words }) => words).join(''),
  }
}

const PIECES =
  `<at id=all></at> <at id=ou_x></at> </font> <font_color='red'> <br> <hr> <!-- [x](http://evil) ![x](img)
  ** __ ~~ \` \`\`\` # > - 1. |a| --- === &#60;at id=all&#62; &lt; &amp; \\ $x$ :OK: \u202e \u0000 😀 公示 （ 。`
    .split(/\s+/)
    .concat(' ', '    ', '\n', '\r\n', '\n\n', '\u2028')

const anything = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join('')),
)

describe('escaped text', () => {
  test('is nothing but words and line ends to a reader of markdown', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { kinds } = read(escape(text))
        expect(
          [...kinds].filter((kind) => !['text', 'text_special', 'line end'].includes(kind)),
        ).toEqual([])
      }),
    )
  })

  test('keeps every word; only the tilde changes its shape, as Feishu wants it', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { words } = read(escape(text))
        expect(words.trim()).toBe(`督办事项 ${clean(text).replaceAll('~', '∼')}`.trim())
      }),
    )
  })

  test('is one paragraph to a reader of markdown, wherever it stands', () => {
    const blocks = (source: string) => commonMark.parse(source, {}).map(({ type }) => type)
    const paragraph = ['paragraph_open', 'inline', 'paragraph_close']
    fc.assert(
      fc.property(fc.constantFrom('', '1. ', '- ', '# ', '2) ', '> '), anything, (sign, text) => {
        const escaped = escape(`${sign}${text}\n${sign}${text}`)
        if (escaped === '') return
        expect(blocks(escaped)).toEqual(paragraph)
        expect(blocks(`**督办事项**\n${escaped}\n完`)).toEqual(paragraph)
        // Where a client takes <br> for a line end, no line begins a list either.
        for (const line of escaped.split('<br>').filter(Boolean))
          expect(blocks(line)).toEqual(paragraph)
      }),
    )
  })

  test('never begins a line of markdown', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(escape(text)).not.toMatch(/[\n\r]/)
      }),
    )
  })
})

test('clean text holds nothing invisible and no blank runs', () => {
  expect(clean('  一\t二 \r\n\r\n\r\n\r\n三\u202e\u0007四\u2028五  ')).toBe('一 二\n\n三四\n五')
})

test('shortening counts characters, not halves of them', () => {
  expect(shorten('😀😀😀', 3)).toBe('😀😀😀')
  expect(shorten('😀😀😀😀', 3)).toBe('😀😀…')
})
