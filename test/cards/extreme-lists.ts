import { boardCard } from '../../cards/board.ts'
import { draftApprovalCard } from '../../cards/draft-approval.ts'
import { draftCard } from '../../cards/draft.ts'
import { foundCard } from '../../cards/found.ts'
import type { Reading } from '../../cards/reading.ts'
import { reminderCard } from '../../cards/reminder.ts'
import { saidCard } from '../../cards/said.ts'
import { todoCard } from '../../cards/todo.ts'
import { periodFrom } from '../../src/domain/deadline.ts'
import type { Draft, DraftContent } from '../../src/domain/draft.ts'
import { RULE_BOOK_2026 } from '../../src/domain/rule-book-2026.ts'
import { filled, findings } from './filled.ts'
import type { Gallery } from './gallery.ts'
import { CALENDAR, draft, INSPECTOR } from './sample.ts'

const idOf = (i: number): string => `0b8f1c1e-4a55-4a0e-9a35-${String(i).padStart(12, '0')}`

interface Size {
  seed: string
  count: number
  length: number
}

/** Every card that lists, and every card about a draft, at a size. */
export function lists(read: Reading, { seed, count, length }: Size): Gallery {
  const { slip, unit, name, now } = read
  const [planned] = slip.plan
  const many = Array.from({ length: 45 }, (_, i) => ({
    slip: { ...slip, id: idOf(i) },
    unit,
  }))
  const mine = many.map((entry) => ({
    ...entry,
    slip: { ...entry.slip, stage: 'unserved' as const },
  }))
  const drafts = Array.from({ length: 25 }, (_, i) =>
    draft({ id: idOf(i) }, { unit: undefined, unitTyped: filled(seed, 60) }),
  )
  const units = Array.from({ length: 120 }, (_, i) => ({ ...unit, code: `u${i}` }))
  const text = filled(seed, Math.min(length, 500))
  const cells = { site: filled(seed, 40), findings: findings(seed, count, length) }
  const drafting = {
    draft: draft({}, cells),
    unit,
    subjects: RULE_BOOK_2026.subjects,
    name,
    now,
    preview: periodFrom(RULE_BOOK_2026.period.blue, CALENDAR, now),
    earlier: many.map((entry, i) => ({ ...entry, full: i % 2 === 0 })),
    similar: many,
  }
  const orange = { ...cells, colour: 'orange' as const, reason: text }
  const judged = {
    same: true,
    because: text,
    earlier: many.map(({ slip: { id, serial } }) => ({ id, serial })),
  }
  const green = { ...cells, colour: 'green' as const, findings: [], highlights: text, remark: text }
  const drafted = (
    content: Partial<DraftContent>,
    state: Draft['state'] = 'open',
    editing = false,
  ) => draftCard({ ...drafting, draft: draft({ state }, content), units, editing })
  const praised = many.map((entry) => ({
    ...entry,
    slip: { ...entry.slip, content: { ...entry.slip.content, ...green } },
  }))
  return {
    todo: todoCard({ person: INSPECTOR, name, now, slips: [...many, ...mine], drafts, units }),
    found: foundCard({ ...read, words: filled(seed, 500), slips: many, history: [] }),
    reminders: reminderCard(
      planned ? many.map((entry) => ({ reading: { ...read, slip: entry.slip }, planned })) : [],
      unit.contacts,
    ),
    draft: draftCard({ ...drafting, units, editing: false }),
    'draft form': draftCard({ ...drafting, units, editing: true }),
    'draft form, 60 units': draftCard({ ...drafting, units: units.slice(0, 60), editing: true }),
    'draft form, no subject': drafted({ ...cells, subject: undefined }),
    'draft cancelled': drafted(cells, 'cancelled'),
    'draft, hints only': draftCard({ ...drafting, units, editing: false, earlier: [] }),
    'draft, orange': drafted(orange),
    'draft, orange form': drafted(orange, 'open', true),
    'draft, orange awaiting': drafted(orange, 'awaiting'),
    'draft, orange declined': drafted({ ...orange, declined: text }, 'declined'),
    'draft, the same again': drafted({ ...orange, repeat: judged }),
    'draft, green': drafted(green),
    'draft, green form': drafted(green, 'open', true),
    'draft, correction': drafted({ ...cells, corrects: slip.id, reason: text }),
    'draft, correction form': drafted({ ...cells, corrects: slip.id, reason: text }, 'open', true),
    ...Object.fromEntries(
      (['awaiting', 'issued', 'declined'] as const).map((state) => [
        `approval, ${state}`,
        draftApprovalCard(
          {
            ...drafting,
            draft: draft({ state }, { ...orange, repeat: judged, declined: text }),
            units,
            editing: false,
          },
          unit.contacts,
        ),
      ]),
    ),
    board: boardCard({ since: '2026-11-01', now, slips: praised }),
    said: saidCard(filled(seed, 5000), 'note'),
  }
}
