import type { ProblemType, Subject } from './rule-book.ts'

type Line = readonly [name: string, requirement: string, hints: readonly string[], days?: number]

/** The regulation's own demands, turned into what an inspector finds missing. Order gives the codes, so lines are only ever added at the end. */
const LINES: readonly { rule: Subject['rule']; name: string; lines: readonly Line[] }[] = [
  {
    rule: 'R1',
    name: '服务机构',
    lines: [
      [
        '分管领导或服务管理机构未明确',
        '明确分管领导和服务管理机构并报备',
        ['分管', '机构', '部门'],
      ],
      ['服务管理人员配置不足', '按要求配齐服务管理人员', ['人员', '缺岗', '配置']],
      ['督查工具装备不全', '配齐服务督查所需工具装备', ['工具', '装备', '记录仪']],
    ],
  },
  {
    rule: 'R2',
    name: '服务制度规范',
    lines: [
      ['服务制度缺失', '制定并发布缺失的服务制度', ['制度缺失', '无制度', '没有制度']],
      ['岗位服务规范未覆盖', '补齐岗位服务工作规范', ['规范', '岗位', '流程']],
      ['考核制度未落实', '按考核制度落实并留存记录', ['考核', '台账缺失', '记录不全']],
    ],
  },
  {
    rule: 'R3',
    name: '服务窗口',
    lines: [
      ['制度或收费公示未上墙', '三日内将制度、收费标准公示上墙', ['公示', '上墙', '收费', '价格']],
      [
        '物品未定置或环境卫生秩序差',
        '整理到位，保持环境整洁有序',
        ['卫生', '环境', '脏', '杂乱', '定置', '秩序', '湿滑'],
      ],
      [
        '便民设施缺失或损坏',
        '补齐或修复便民设施',
        ['便民', '老花镜', '药箱', '饮水', '座椅', '设施'],
      ],
      [
        '排队无序或超过服务时限',
        '优化流程，确保在服务时限内办理',
        ['排队', '叫号', '等候', '时限', '久'],
      ],
      [
        '着装、挂牌或文明用语不规范',
        '按服务规范着装、挂牌、用语',
        ['着装', '工装', '挂牌', '工牌', '用语', '态度'],
      ],
    ],
  },
  {
    rule: 'R4',
    name: '服务培训',
    lines: [
      ['年度培训计划未制订或未落实', '制订并落实年度服务培训计划', ['计划']],
      ['培训率未达 100%', '对未参训人员补训，培训率达到 100%', ['培训率', '未培训', '补训']],
      ['培训资料、台账不完善', '完善培训资料和台账', ['台账', '资料', '签到']],
    ],
  },
  {
    rule: 'R5',
    name: '施工服务',
    lines: [
      ['施工前未做工程公示', '补做工程公示并告知用户', ['公示', '告知', '通知']],
      ['未征求用户意见', '征求用户意见并留存记录', ['意见', '征求']],
      ['施工现场不规范', '按施工规范整改现场', ['现场', '围挡', '材料', '垃圾']],
      ['施工安全隐患', '立即消除隐患并排查同类问题', ['安全', '隐患', '坑', '无防护', '警示'], 1],
    ],
  },
  {
    rule: 'R6',
    name: '服务信息管理',
    lines: [
      ['热线工单受理或转办不及时', '按时限受理、转办热线工单', ['受理', '转办', '热线', '96556']],
      ['工单落实反馈不及时或不实', '据实落实并按时反馈', ['反馈', '不实', '超时']],
      ['未按要求回访', '补做回访并记录结果', ['回访']],
      [
        '突发事件信息未及时提报',
        '立即提报信息落实情况',
        ['突发', '抢修', '提报', '停暖', '停气'],
        1,
      ],
    ],
  },
]

/** A finding that fits no line; D5 never calls two of these the same problem. */
const OTHER: Line = ['其他问题', '', []]

export const CHECKLISTS_2026: readonly Subject[] = LINES.map(({ rule, name, lines }) => ({
  rule,
  name,
  types: [...lines.map((line, i) => typeOf(`${rule}.${i + 1}`, line)), typeOf(`${rule}.0`, OTHER)],
}))

function typeOf(code: string, [name, requirement, hints, days]: Line): ProblemType {
  const period = days === undefined ? {} : { period: { days, count: 'calendar' as const } }
  return { code, name, requirement, hints, ...period }
}
