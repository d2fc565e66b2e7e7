import type { Person } from '../src/domain/authority.ts'
import type { Role } from '../src/domain/organisation.ts'
import { bold, type Card, card, type Element, hr, markdown } from './kit.ts'
import { ROLE } from './wording.ts'

/** What this person may do, and nothing else. */
export function helpCard(person: Person | undefined, inGroup: boolean): Card {
  if (!person || person.roles.length === 0) return stranger()
  const parts = SHOWN.filter((role) => person.roles.includes(role)).map((role) => HELP[role])
  const lead = `你是${person.roles.map((role) => ROLE[role]).join('、')}，可以这样用。`
  return card({
    title: '三色督查怎么用',
    template: 'blue',
    summary: '三色督查怎么用',
    elements: [
      markdown(inGroup ? `${lead}\n在群里请先 @ 我，单独找我则不用。` : lead),
      ...[...new Set(parts)].flatMap((part) => part()),
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

const SHOWN: readonly Role[] = ['inspector', 'contact', 'head', 'reviewer', 'director', 'leader']

const COMMON = [
  `${bold('都可以用')}`,
  '发“待办”：看轮到我的事',
  '发“查 蓝2026-1”或“查 收费公示”：找单、看经过',
  '发“帮助”：看这张卡片',
].join('\n')

const example = (lines: readonly string[]): string => ['```', ...lines, '```'].join('\n')

const issuing = (): Element[] => [
  markdown(`${bold('开蓝单')}\n一句话发给我，复制后改一改即可：`),
  markdown('> 蓝单 第一热力公司/崂山路服务站 服务窗口 收费公示未上墙；要求：三日内上墙公示'),
  markdown('也可以一行一格：'),
  markdown(
    example([
      '蓝单',
      '责任单位：第一热力公司',
      '站点：崂山路服务站',
      '督办项目：服务窗口',
      '督查时间：今天',
      '督办事项：收费公示未上墙',
      '整改要求：三日内上墙公示',
    ]),
  ),
  markdown('我会把内容整理成草稿给你看，你按“签发”才算数。'),
]

const answering = (): Element[] => [
  markdown(
    [
      bold('收到督查落实单'),
      '1. 在单位工作群的卡片上按“签收”。',
      '2. 整改后在同一张卡片上填写整改结果，按“提交反馈”。',
      '3. 被退回补正的，期限不变，改好后再提交一次。',
      '',
      '期限写在卡片上，点“期限怎么算的”能看到每一天怎么算。',
    ].join('\n'),
  ),
]

const HELP: Record<Role, () => Element[]> = {
  inspector: issuing,
  contact: answering,
  head: answering,
  reviewer: () => [
    markdown(
      `${bold('审核反馈')}\n反馈到了，办公室群会有审核卡片。写下审核意见，再按“通过”“退回补正”或“整改不达标”。不能审核自己提交的和本单位的反馈。`,
    ),
  ],
  director: () => [
    markdown(
      `${bold('决定转橙')}\n逾期或不达标时，办公室群会有提请卡片：按“确认转橙”，或写明理由、另给期限“不予转橙”。不处理的，到卡片上写的时间按规则自动转橙。`,
    ),
  ],
  leader: () => [
    markdown(`${bold('了解情况')}\n各单位的单你都能查。逾期未办的会提醒到领导小组群。`),
  ],
}
