import { readFile, writeFile } from 'node:fs/promises'
import type { Report, Table } from './measurement.ts'

const DOCUMENT = new URL('../docs/performance.md', import.meta.url)

const HEADING = `# Performance

Written by \`npm run bench [name…]\` (see \`bench/\`); every section keeps the date and the machine of its own last run.
Each number stands beside its peer's, taken in turns in the same run on loopback: machines differ and other work disturbs,
so trust the ratios within one table; the ranges show how steady they were. Latencies at a given pace count from the
moment the request was due. \`BENCH_CPU_PROF=folder npm run bench\` leaves CPU profiles there.
`

export function printed({ title, how, tables, goals, notes }: Report): string {
  const verdicts = goals.map(({ what, target, measured, met, reason }) => [
    what,
    target,
    measured,
    met ? 'met' : `**missed**${reason ? `: ${reason}` : ''}`,
  ])
  return [
    `## ${title}`,
    how,
    ...tables.map(tableText),
    tableText({ head: ['goal', 'to reach', 'measured', ''], rows: verdicts }),
    notes.map((note) => `- ${note}`).join('\n'),
  ].join('\n\n')
}

const tableText = ({ head, rows }: Table): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** Replaces the measurement's own section and leaves the others as they were. */
export async function record(name: string, report: Report, machine: string): Promise<void> {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`]
  const before = await readFile(DOCUMENT, 'utf8').catch(() => HEADING)
  const section = `${begin}\n\n${printed(report)}\n\n${machine}\n\n${end}`
  const [start, stop] = [before.indexOf(begin), before.indexOf(end)]
  const after =
    start < 0
      ? `${before}\n${section}\n`
      : before.slice(0, start) + section + before.slice(stop + end.length)
  await writeFile(DOCUMENT, after)
}
