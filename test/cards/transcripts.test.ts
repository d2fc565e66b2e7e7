import { expect, test } from 'vitest'
import { GALLERIES } from './galleries.ts'
import { transcript } from './transcript.ts'

test.for(Object.entries(GALLERIES))(
  'the %s card says in each state what it says in its file',
  async ([card, gallery]) => {
    const texts = Object.entries(gallery).map(
      ([state, shown]) => `━━━ ${state}\n\n${transcript(shown)}\n`,
    )
    await expect(texts.join('\n')).toMatchFileSnapshot(`transcripts/${card}.txt`)
  },
)
