import y2019 from 'chinese-days/dist/years/2019.json' with { type: 'json' }
import y2020 from 'chinese-days/dist/years/2020.json' with { type: 'json' }
import y2021 from 'chinese-days/dist/years/2021.json' with { type: 'json' }
import y2022 from 'chinese-days/dist/years/2022.json' with { type: 'json' }
import y2023 from 'chinese-days/dist/years/2023.json' with { type: 'json' }
import y2024 from 'chinese-days/dist/years/2024.json' with { type: 'json' }
import y2025 from 'chinese-days/dist/years/2025.json' with { type: 'json' }
import y2026 from 'chinese-days/dist/years/2026.json' with { type: 'json' }

/**
 * A slow, obvious second opinion on days: a list of all days from 2019 to a week into 2027, each marked off or working.
 * It shares no line with `src/domain`, not even the arithmetic of dates.
 */
const FILES = [y2019, y2020, y2021, y2022, y2023, y2024, y2025, y2026]
const OFF = new Set([...FILES.flatMap((file) => Object.keys(file.holidays)), '2027-01-01'])
const WORK = new Set(FILES.flatMap((file) => Object.keys(file.workdays)))

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const two = (n: number) => String(n).padStart(2, '0')

function* allDays() {
  for (let year = 2019; year <= 2026; year++)
    for (const [index, length] of MONTH_LENGTHS.entries()) {
      const leap = year % 4 === 0 && index === 1 ? 1 : 0
      for (let date = 1; date <= length + leap; date++)
        yield `${year}-${two(index + 1)}-${two(date)}`
    }
  for (let date = 1; date <= 31; date++) yield `2027-01-${two(date)}`
}

/** 1 January 2019 was a Tuesday. */
const isWeekend = (index: number) => (index + 2) % 7 === 0 || (index + 2) % 7 === 6

export interface WalkedDay {
  day: string
  working: boolean
}

export const DAYS: readonly WalkedDay[] = [...allDays()].map((day, index) => ({
  day,
  working: WORK.has(day) || (!OFF.has(day) && !isWeekend(index)),
}))

/** The last day of the period of three days that begins with service on the nth day, walked with the finger on the calendar. */
export function walkedDeadline(nth: number, count: 'calendar' | 'working'): string | undefined {
  let finger = nth
  let left = 3
  while (left > 0) {
    finger++
    if (count === 'calendar' || DAYS[finger]?.working) left--
  }
  while (!DAYS[finger]?.working) finger++
  return DAYS[finger]?.day
}
