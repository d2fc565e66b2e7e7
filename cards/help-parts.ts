import type { Role } from '../src/domain/organisation.ts'
import { clean, escape } from './escape.ts'
import { bold, type Element, markdown } from './kit.ts'

const example = (lines: readonly string[]): string => ['```', ...lines, '```'].join('\n')

const lines = (title: string, ...said: readonly string[]): Element =>
  markdown([bold(title), ...said].join('\n'))

/** A unit and a site of theirs to copy from. */
export interface Example {
  unit: string
  site?: string
}

const NEUTRAL: Example = { unit: '单位名称', site: '站点名称' }

const placeOf = ({ unit, site }: Example): string => [unit, site].filter(Boolean).join('/')

/** A code block shows everything as it is, but for what would end it. */
const inCode = (text: string): string => clean(text).replace(/[\n`]/g, ' ')

const issuing = (at: Example): Element[] => [
  lines('开蓝单', '一句话发给我，复制后改一改即可：'),
  markdown(`> 蓝单 ${escape(placeOf(at))} 服务窗口 收费公示未上墙；要求：三日内上墙公示`),
  markdown('也可以一行一格：'),
  markdown(
    example([
      '蓝单',
      `责任单位：${inCode(at.unit)}`,
      ...(at.site ? [`站点：${inCode(at.site)}`] : []),
      '督办项目：服务窗口',
      '督查时间：今天',
      '督办事项：收费公示未上墙',
      '整改要求：三日内上墙公示',
    ]),
  ),
  lines('开绿单', '没有发现问题、服务有亮点的，发绿单表扬：'),
  markdown(`> 绿单 ${escape(placeOf(at))} 推出一窗通办，群众少跑腿；备注：可推广`),
  lines('开橙单', '蓝单逾期或不达标的会自动提请；要直接签发的，写明理由，报主任会签：'),
  markdown(
    `> 橙单 ${escape(at.unit)} 施工服务 路面开挖无防护；要求：立即围挡；理由：有安全隐患，群众多次反映`,
  ),
  markdown('我会把内容整理成草稿给你看，你按了才算数。以前有同类问题的，请先认定是不是同一问题。'),
  lines(
    '回头看',
    '到时间会有卡片，写明情况后选保持良好、部分反弹或问题复发。',
    '发“回头看 蓝2026-1”：打开这张单的回头看',
  ),
]

const URGE = '发“催办 蓝2026-1”：催责任单位，不能催得太密'

/** What the office may do with slips of its own, with any, or with none. */
const managing = (): Element[] => [
  lines(
    '办公室常用',
    URGE,
    '发“撤销 蓝2026-1 理由”：撤销自己签发的单，编号保留，列为作废',
    '更正、重新送达：打开单子，按“更多办理”',
  ),
]

const overseeing = (): Element[] => [
  lines(
    '办公室主任常用',
    URGE,
    '发“撤销 蓝2026-1 理由”：撤销一张单，编号保留，列为作废',
    '更正、重新送达：打开单子，按“更多办理”',
  ),
]

const urging = (): Element[] => [
  lines('办公室常用', URGE, '没有送达的单：打开单子，按“更多办理”重新送达'),
]

const answering = (): Element[] => [
  lines(
    '收到督查落实单',
    '1. 在单位工作群的卡片上按“签收”。',
    '2. 整改后在同一张卡片上填写整改结果，按“提交反馈”；有几项的可以分次反馈。',
    '3. 被退回补正的，期限不变，改好后再提交一次。',
    '',
    '期限写在卡片上，点“期限怎么算的”能看到每一天怎么算。',
  ),
  lines(
    '还可以',
    '发“延期 蓝2026-1 2026-12-01 理由”：期限前申请延期，只能一次',
    '发“退单 蓝2026-1 应承办的单位 理由”：认为不该本单位办，只能一次',
    '中间答复、转交同事：按卡片上的“更多办理”',
  ),
]

const ORDER: readonly Role[] = ['inspector', 'contact', 'head', 'reviewer', 'director', 'leader']

type Part = (at: Example) => Element[]

/** What somebody of these roles may do; what two roles share, or one covers, is told once. */
export function helpFor(roles: readonly Role[], example = NEUTRAL): Element[] {
  const parts = new Set(ORDER.filter((role) => roles.includes(role)).flatMap((role) => HELP[role]))
  if (parts.has(overseeing)) parts.delete(managing)
  if (parts.has(overseeing) || parts.has(managing)) parts.delete(urging)
  return [...parts].flatMap((part) => part(example))
}

const HELP: Record<Role, readonly Part[]> = {
  inspector: [issuing, managing],
  contact: [answering],
  head: [answering],
  reviewer: [
    () => [
      lines(
        '审核反馈',
        '反馈到了，办公室群会有审核卡片。写下审核意见，再按“通过”“退回补正”或“整改不达标”。不能审核自己提交的和本单位的反馈。',
      ),
      lines('审定延期和退单', '责任单位提出后，办公室群会有卡片，一个工作日内审定，写明意见。'),
    ],
    urging,
  ],
  director: [
    () => [
      lines(
        '决定转橙',
        '逾期或不达标时，办公室群会有提请卡片：按“确认转橙”，或写明理由、另给期限“不予转橙”。不处理的，到卡片上写的时间按规则自动转橙。',
      ),
      lines('会签', '直接签发的橙单、橙单的办结，都要你会签；不同意的，请写明理由。'),
    ],
    overseeing,
  ],
  leader: [() => [lines('了解情况', '各单位的单你都能查。逾期未办的会提醒到领导小组群。')]],
}
