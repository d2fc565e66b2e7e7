/** The chat's vocabulary as data: what people may type for what. Order matters only within a list; the first is the name shown. */
export const COMMANDS = {
  blue: ['蓝单', '蓝色督查单', '蓝色督办单'],
  green: ['绿单', '绿色督查单'],
  orange: ['橙单', '橙色督查单', '橙色督办单'],
  todo: ['待办', '我的待办'],
  find: ['查', '查询', '查单'],
  help: ['帮助', 'help', '怎么用', '?'],
  urge: ['催办'],
  withdraw: ['撤销', '撤单'],
  extend: ['延期', '申请延期'],
  sendBack: ['退单'],
  why: ['为什么'],
  digest: ['日报'],
  ledger: ['台账'],
  lookBack: ['回头看'],
  bind: ['绑定'],
  board: ['亮点', '亮点榜'],
} as const satisfies Record<string, readonly string[]>

export type CommandWord = keyof typeof COMMANDS

/** Labels of the annex (A1–A3) and the ways people shorten them. */
export const LABELS = {
  unit: ['责任单位（站点）', '责任单位', '单位'],
  site: ['站点', '站所', '服务站'],
  subject: ['督办项目', '督查项目', '项目'],
  inspectedOn: ['督查时间', '督查日期', '检查时间', '时间', '日期'],
  finding: ['督办事项', '督查事项', '事项', '问题'],
  requirement: ['整改要求', '要求'],
  highlight: ['服务创新及亮点', '亮点'],
  remark: ['备注', '备 注'],
  reason: ['签发理由', '更正原因', '理由', '原因'],
} as const satisfies Record<string, readonly string[]>

export type Label = keyof typeof LABELS

/** Days people name by a word, as an offset from today. */
export const DAY_WORDS: Readonly<Record<string, number>> = {
  今天: 0,
  今日: 0,
  昨天: -1,
  昨日: -1,
  前天: -2,
}
