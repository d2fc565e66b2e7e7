import { expect, test } from 'vitest'
import { parseLarkMd, parseMarkdown } from '../../emulator/page/markdown/parse-markdown.ts'

const PROBES = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](data:text/html,<script>alert(1)</script>)',
  '[x](vbscript:alert(1))',
  '![x](https://evil.example/track.png)',
  '![x](javascript:alert(1))',
  '<a href="javascript:alert(1)">x</a>',
  "<link url='javascript:alert(1)'>x</link>",
  '<a href="https://ok.example" onclick="alert(1)">x</a>',
  '<font color="red" style="position:fixed">x</font>',
  '<iframe src="https://evil.example"></iframe>',
  '<svg/onload=alert(1)>',
  '<https://example.com/"onmouseover="alert(1)>',
]

const KNOWN_KINDS = new Set(
  [
    'text strong em del code break rule link image at person font tag number time',
    'paragraph heading quote list table',
  ].flatMap((kinds) => kinds.split(' ')),
)

const kindsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(kindsIn)
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(kindsIn)
  return 'kind' in value ? [String(value.kind), ...inner] : inner
}

const hrefsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(hrefsIn)
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(hrefsIn)
  return 'href' in value ? [String(value.href), ...inner] : inner
}

test.each(PROBES)('%s becomes known nodes with harmless addresses only', (probe) => {
  for (const nodes of [parseMarkdown(probe), parseLarkMd(probe)]) {
    expect(kindsIn(nodes).filter((kind) => !KNOWN_KINDS.has(kind))).toEqual([])
    expect(hrefsIn(nodes).filter((href) => !/^https?:\/\//.test(href))).toEqual([])
    expect(JSON.stringify(nodes)).not.toMatch(/"(onclick|onerror|style)":/)
  }
})

test('tags the platform does not know stay as the text they are', () => {
  const text = '<script>alert(1)</script>'
  expect(parseMarkdown(text)).toEqual([{ kind: 'paragraph', children: [{ kind: 'text', text }] }])
})

test('a picture from elsewhere is only its words', () => {
  expect(parseMarkdown('![图](https://evil.example/a.png)')).toEqual([
    { kind: 'paragraph', children: [{ kind: 'text', text: '图' }] },
  ])
})

test('nested tags keep their order, and emphasis works inside them', () => {
  expect(parseLarkMd("<font color='red'>逾期 **2** 天 <at id=ou_a></at></font>")).toEqual([
    {
      kind: 'font',
      color: 'red',
      children: [
        { kind: 'text', text: '逾期 ' },
        { kind: 'strong', children: [{ kind: 'text', text: '2' }] },
        { kind: 'text', text: ' 天 ' },
        { kind: 'at', ids: ['ou_a'] },
      ],
    },
  ])
})

test('an open tag without its close is text', () => {
  expect(kindsIn(parseLarkMd("<font color='red'>没有关上"))).not.toContain('font')
})

test('escaped user text never becomes a tag', () => {
  const kinds = kindsIn(
    parseMarkdown('&#60;at id=all&#62;&#60;/at&#62; &#91;x&#93;&#40;http://a&#41;'),
  )
  expect(kinds).toEqual(['paragraph', 'text'])
})

test('every tag of the platform is read', () => {
  const nodes = parseLarkMd(
    [
      "<text_tag color='blue'>蓝单</text_tag>",
      "<number_tag background_color='red'>3</number_tag>",
      "<person id='ou_a' show_avatar=false style='capsule'></person>",
      "<local_datetime millisecond='1795455000000' format_type='date_num'></local_datetime>",
      "<a href='https://example.com'>去看</a><br><hr><at ids=ou_a,ou_b></at>",
    ].join(''),
  )
  expect(nodes.map(({ kind }) => kind)).toEqual(
    'tag number person time link break rule at'.split(' '),
  )
  expect(nodes.at(-1)).toEqual({ kind: 'at', ids: ['ou_a', 'ou_b'] })
})

test('blocks: headings, lists with numbers, quotes, tables with alignment, code', () => {
  const blocks = parseMarkdown(
    '# 一\n\n3. 甲\n4. 乙\n\n> 引\n\n|左|右|\n|:--|--:|\n|1|2|\n\n```\n<b>\n```\n\n---',
  )
  expect(blocks.map(({ kind }) => kind)).toEqual('heading list quote table code rule'.split(' '))
  expect(blocks[1]).toMatchObject({ start: 3 })
  expect(blocks[3]).toMatchObject({ align: ['left', 'right'] })
})
