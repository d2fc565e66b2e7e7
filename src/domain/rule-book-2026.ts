import { CHECKLISTS_2026 } from './checklists-2026.ts'
import type { RuleBook } from './rule-book.ts'

/** The first rule book: the regulation as issued, with the readings D1–D15. */
export const RULE_BOOK_2026: RuleBook = {
  version: '2026-1',
  effectiveFrom: '2026-01-01',
  period: { blue: { days: 3, count: 'calendar' }, orange: { days: 3, count: 'calendar' } },
  officeHours: { from: '08:30', to: '17:30', afternoon: '13:00' },
  reminders: {
    plan: [
      { when: 'share', share: 0.5, to: ['contact'] },
      { when: 'lastHalfDay', to: ['contact', 'head'] },
      { when: 'due', to: ['contact', 'head', 'inspector'] },
      { when: 'after', days: 1, to: ['head', 'reviewer'] },
      { when: 'after', days: 2, to: ['head', 'director'] },
      { when: 'after', days: 3, to: ['director', 'leader'] },
    ],
    finally: 'director',
  },
  silenceHours: 24,
  verdictWorkingDays: 1,
  countersign: ['orange'],
  repeat: { months: 12 },
  extensionDaysMax: 15,
  urgeEveryHours: 4,
  lookBack: {
    always: ['orange'],
    sample: { colour: 'blue', share: 0.3, seed: '2026-1' },
    afterDays: 15,
    againAfterDays: 7,
  },
  subjects: CHECKLISTS_2026,
}
