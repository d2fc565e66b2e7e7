import { describe, expect, test } from 'vitest'
import { parseAction } from '../../cards/actions.ts'
import { checkCard } from '../../emulator/card-rules.ts'
import { faultsOf } from './check-card.ts'
import { extremes } from './extremes.ts'
import { GALLERIES } from './galleries.ts'
import type { Gallery } from './gallery.ts'
import { transcript } from './transcript.ts'
import { isRecord, type Json, ofTag, tagged } from './tree.ts'

const NASTY =
  '<at id=all></at>[x](http://evil)**b**</font>`c`&#60;at&#62;~~d~~\n# h\n- l\n| t |\n<br>😀'

const ORDINARY: Gallery = Object.fromEntries(
  Object.entries(GALLERIES).flatMap(([card, gallery]) =>
    Object.entries(gallery).map(([state, shown]) => [`${card}: ${state}`, shown]),
  ),
)

/** Made once: several laws look at it. */
const LONG = extremes('收费公示未上墙，', 30, 500)

const SIZES: Record<string, () => Gallery> = {
  'cards as people meet them': () => ORDINARY,
  'cards with nasty texts': () => extremes(NASTY, 3, 200),
  'cards with 30 findings of 500 characters': () => LONG,
  'cards with 30 nasty findings of 500 characters': () => extremes(NASTY, 30, 500),
  'cards with 40 findings of 500 signs that escape to six': () => extremes('<', 40, 500),
}

const buttonsOf = (card: Json): Json[] => ofTag(card, 'button')

function valueOf(button: Json): Json {
  const behaviors = Array.isArray(button['behaviors']) ? button['behaviors'] : []
  const [{ value } = {}]: { value?: unknown }[] = behaviors
  return isRecord(value) ? value : {}
}

const eachIn = (gallery: Gallery, fault: (card: Json) => unknown): Json =>
  Object.fromEntries(
    Object.entries(gallery)
      .map(([state, card]) => [state, fault(card)] as const)
      .filter(([, found]) => found !== undefined && !(Array.isArray(found) && found.length === 0)),
  )

describe.for(Object.entries(SIZES))('%s', ([, make]) => {
  const gallery = make()

  test('keep the rules of Card JSON 2.0', () => {
    expect(eachIn(gallery, faultsOf)).toEqual({})
  })

  test('are taken by the local Feishu', () => {
    const known = { image: () => false, person: (id: string) => id.startsWith('ou_') }
    expect(eachIn(gallery, (card) => checkCard(JSON.stringify(card), known))).toEqual({})
  })

  test('carry buttons that are understood by value, and by name alone', () => {
    const misread = (card: Json) =>
      buttonsOf(card).filter((button) => {
        const value = valueOf(button)
        const byValue = parseAction(value)
        const byName = parseAction({}, String(button['name']))
        return !byValue || JSON.stringify([value, value]) !== JSON.stringify([byValue, byName])
      })
    expect(eachIn(gallery, misread)).toEqual({})
  })

  test('open no form while the slip is still to be signed for', () => {
    const both = (card: Json) => {
      const verbs = buttonsOf(card).map((button) => valueOf(button)['do'])
      return (verbs.includes('signFor') && verbs.includes('submitFeedback')) || undefined
    }
    expect(eachIn(gallery, both)).toEqual({})
  })

  test('mention nobody but those they were told to', () => {
    const strange = (card: Json) =>
      ofTag(card, 'markdown')
        .flatMap((node) => String(node['content']).match(/<at[^>]*>/g) ?? [])
        .filter((mention) => !/^<at id=ou_\w+>$/.test(mention))
    expect(eachIn(gallery, strange)).toEqual({})
  })

  test('hold no markup but ours', () => {
    const ours = /<(font color='(?:grey|red)'|\/font|at id=ou_\w+|\/at|br)>/g
    const strange = (card: Json) =>
      ofTag(card, 'markdown')
        .map((node) => String(node['content']))
        .filter(
          (text) =>
            !text.startsWith('```') &&
            !text.startsWith('> ') &&
            /[<>[\]`~]/.test(text.replaceAll(ours, '')),
        )
    expect(eachIn(gallery, strange)).toEqual({})
  })
})

test('a card that had to shorten says so, one that had not does not', () => {
  const wordsOf = (card: Json) => JSON.stringify(tagged(card).map(([node]) => node['content']))
  expect(wordsOf(LONG['slip, blue begun'] ?? {})).toContain('只显示了开头')
  expect(eachIn(ORDINARY, (card) => wordsOf(card).includes('只显示了开头') || undefined)).toEqual(
    {},
  )
})

test('what is edited is never a shortened copy', () => {
  const shortened = (card: Json) =>
    ofTag(card, 'input').filter(({ default_value: given }) =>
      JSON.stringify(given ?? '').endsWith('…"'),
    )
  expect(eachIn(LONG, shortened)).toEqual({})
})

test('no card says that nothing was answered where something was', () => {
  const NOTHING = /未收到整改反馈|逾期未反馈|没有收到反馈|反馈　没有收到/
  const answeredOnes = Object.fromEntries(
    Object.entries(ORDINARY).filter(([state]) => /handed back/.test(state)),
  )
  expect(Object.keys(answeredOnes).length).toBeGreaterThan(8)
  expect(eachIn(answeredOnes, (card) => NOTHING.exec(transcript(card))?.[0])).toEqual({})
})

test('every rule is cited by its name', () => {
  const bare = /〔[A-Z]\d|依据 [A-Z]\d/
  expect(eachIn(ORDINARY, (card) => bare.exec(transcript(card))?.[0])).toEqual({})
})

test('no sentence of ours shouts', () => {
  expect(
    eachIn(ORDINARY, (card) => (/[!！]/.test(JSON.stringify(card)) ? 'shouts' : undefined)),
  ).toEqual({})
})
