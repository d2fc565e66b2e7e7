import type { Person } from '../src/domain/authority.ts'
import { bold, type Card, card, hr, markdown } from './kit.ts'
import { type Example, helpFor } from './help-parts.ts'
import { ROLE } from './wording.ts'

/** What this person may do, and nothing else. `example`: a unit and a site of theirs for the lines to copy. */
export function helpCard(person: Person | undefined, inGroup: boolean, example?: Example): Card {
  if (!person || person.roles.length === 0) return stranger()
  const lead = `你是${person.roles.map((role) => ROLE[role]).join('、')}，可以这样用。`
  return card({
    title: '三色督查怎么用',
    template: 'blue',
    summary: '三色督查怎么用',
    elements: [
      markdown(inGroup ? `${lead}\n在群里请先 @ 我，单独找我则不用。` : lead),
      ...helpFor(person.roles, example),
      hr,
      markdown(COMMON),
    ],
  })
}

const stranger = (): Card =>
  card({
    title: '还不认识你',
    template: 'grey',
    summary: '还不认识你',
    elements: [
      markdown(
        '名册里还没有你，所以暂时帮不上忙。\n责任单位的同事，请找本单位联络员或分管服务领导；办公室的同事，请找服务督查办公室登记。',
      ),
    ],
  })

const COMMON = [
  `${bold('都可以用')}`,
  '发“待办”：看轮到我的事',
  '发“查 蓝2026-1”或“查 收费公示”：找单、看经过',
  '发“为什么 蓝2026-1”：看依据哪条规则、期限怎么算、接下来会怎样',
  '发“亮点”：看亮点榜',
  '发“帮助”：看这张卡片',
].join('\n')
