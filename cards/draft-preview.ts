import type { Deadline } from '../src/domain/deadline.ts'
import type { Instant } from '../src/domain/time.ts'
import { workingPanel } from './deadline-working.ts'
import { type DraftReading, typeOf } from './draft-reading.ts'
import { escape } from './escape.ts'
import { bold, type Element, markdown } from './kit.ts'
import { dueText } from './when.ts'

/** When it would be due if it were served now. */
export function deadlinePreview(reading: DraftReading): Element[] {
  const { preview, now, draft } = reading
  if (draft.content.corrects) return [markdown('更正后期限不变。')]
  if (!preview || draft.content.colour === 'green') return []
  return [markdown(previewLines(reading, preview, now).join('\n')), workingPanel(preview, now)]
}

/** D1: a type with a period of its own shortens the whole slip's. */
function previewLines({ draft, subjects }: DraftReading, preview: Deadline, now: Instant) {
  const types = draft.content.findings.flatMap(({ type }) => typeOf(subjects, type) ?? [])
  const own = types.flatMap(({ name, period }) =>
    period ? [`“${escape(name)}”期限 ${period.days} 天`] : [],
  )
  const because = own.length > 0 ? `${[...new Set(own)].join('、')}，取最短的一项。` : ''
  return [`若现在送达，${bold(dueText(preview.dueAt, now))} 到期。${because}`]
}
