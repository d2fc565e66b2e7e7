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
  subjects: [
    { rule: 'R1', name: '服务机构' },
    { rule: 'R2', name: '服务制度规范' },
    { rule: 'R3', name: '服务窗口' },
    { rule: 'R4', name: '服务培训' },
    { rule: 'R5', name: '施工服务' },
    { rule: 'R6', name: '服务信息管理' },
  ],
}
