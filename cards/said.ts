import { type Card, type Template, text } from './kit.ts'
import { fit } from './budget.ts'

export type Tone = 'done' | 'note' | 'refused'

const HEADING: Record<Tone, { title: string; template: Template }> = {
  done: { title: '办好了', template: 'green' },
  note: { title: '提示', template: 'grey' },
  refused: { title: '没有办成', template: 'red' },
}

/** A plain sentence. */
export const saidCard = (sentence: string, tone: Tone): Card =>
  fit((room) => ({
    ...HEADING[tone],
    summary: sentence,
    elements: [text(room.plain(sentence))],
  }))
