import packageFile from 'chinese-days/package.json' with { type: 'json' }
import y2019 from 'chinese-days/dist/years/2019.json' with { type: 'json' }
import y2020 from 'chinese-days/dist/years/2020.json' with { type: 'json' }
import y2021 from 'chinese-days/dist/years/2021.json' with { type: 'json' }
import y2022 from 'chinese-days/dist/years/2022.json' with { type: 'json' }
import y2023 from 'chinese-days/dist/years/2023.json' with { type: 'json' }
import y2024 from 'chinese-days/dist/years/2024.json' with { type: 'json' }
import y2025 from 'chinese-days/dist/years/2025.json' with { type: 'json' }
import y2026 from 'chinese-days/dist/years/2026.json' with { type: 'json' }
import type { Calendar, DayNotice } from '../domain/calendar.ts'
import type { Day } from '../domain/time.ts'

/** One year of the package: day → `National Day,国庆节,3`. */
interface YearFile {
  holidays: Readonly<Record<Day, string>>
  workdays: Readonly<Record<Day, string>>
}

/** Static imports, so that a bundle for Workers carries them. A new year is one line here and one above. */
const YEARS: Readonly<Record<number, YearFile>> = {
  2019: y2019,
  2020: y2020,
  2021: y2021,
  2022: y2022,
  2023: y2023,
  2024: y2024,
  2025: y2025,
  2026: y2026,
}

/** The State Council notices the bot ships with; only the days are taken, the arithmetic is ours. */
export const loadCalendar = (): Calendar => ({
  version: `chinese-days-${packageFile.version}`,
  years: Object.keys(YEARS).map(Number),
  notices: Object.fromEntries(Object.values(YEARS).flatMap(noticesOf)),
})

const noticesOf = ({ holidays, workdays }: YearFile): [Day, DayNotice][] => [
  ...marked('off', holidays),
  ...marked('work', workdays),
]

const marked = (kind: DayNotice['kind'], days: YearFile['holidays']): [Day, DayNotice][] =>
  Object.entries(days).map(([day, names]) => [day, { kind, name: chineseName(names) }])

const chineseName = (names: string): string => names.split(',')[1] ?? names
