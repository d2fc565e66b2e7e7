import type { Finding } from './slip.ts'
import type { Typed } from './typed.ts'
import { type Label, LABELS } from './vocabulary.ts'

const BY_WORD = new Map<string, Label>(
  Object.entries(LABELS).flatMap(([label, words]) => words.map((word) => [word, label as Label])),
)
const WORDS = [...BY_WORD.keys()].toSorted((a, b) => b.length - a.length)
const LABEL_AT_START = new RegExp(`^\\s*(${WORDS.join('|')})\\s*\\d*\\s*[:：]`)

interface Cell {
  label: Label
  text: string
}

/** Whether a text uses the annex's labels: at least one line begins with 标签：. A lone 要求： inside a sentence does not count. */
export const isLabelled = (text: string): boolean =>
  linesOf(text).some((line) => LABEL_AT_START.test(line))

/** Reads 责任单位：… line by line; a line without a label goes on with the cell before. 督办事项 may come several times, each with its 整改要求. */
export function readLabels(text: string): Typed {
  const cells = linesOf(text).reduce<Cell[]>(addLine, [])
  const last = (label: Label) => cells.findLast((cell) => cell.label === label)?.text
  return {
    unit: last('unit'),
    site: last('site'),
    subject: last('subject'),
    inspectedOn: last('inspectedOn'),
    findings: findingsOf(cells),
    highlights: last('highlight'),
    remark: last('remark'),
    reason: last('reason'),
  }
}

const linesOf = (text: string): string[] => text.split(/\n/).filter((line) => line.trim() !== '')

function addLine(cells: readonly Cell[], line: string): Cell[] {
  const [matched, word = ''] = LABEL_AT_START.exec(line) ?? []
  const label = BY_WORD.get(word)
  if (matched && label) return [...cells, { label, text: line.slice(matched.length).trim() }]
  const open = cells.at(-1)
  if (!open) return []
  return [...cells.slice(0, -1), { ...open, text: `${open.text}\n${line.trim()}`.trim() }]
}

function findingsOf(cells: readonly Cell[]): Finding[] {
  return cells.reduce<Finding[]>((findings, { label, text }) => {
    if (label === 'finding') return [...findings, { text, requirement: '' }]
    const open = findings.at(-1)
    if (label !== 'requirement') return findings
    if (!open) return [{ text: '', requirement: text }]
    return [...findings.slice(0, -1), { ...open, requirement: text }]
  }, [])
}
