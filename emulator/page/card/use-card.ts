import { useEffect, useMemo, useState } from 'preact/hooks'
import type { Message, Person } from '../../wire.ts'
import { safeLink } from '../markdown/safe-link.ts'
import { useToast } from '../parts/toast.tsx'
import { press as postPress } from '../state/api.ts'
import { isRecord, type Json, recordOf, recordsOf, stringOf, textOf } from '../state/read-json.ts'
import { customColor } from './colors.ts'
import { collectForm, type FieldValue } from './form-values.ts'
import { isRefused, toastFor } from './press-outcome.ts'
import { renderElement } from './render-element.tsx'
import { fieldKey, type FormPlace, type PressRequest, type Scope } from './scope.ts'

interface Question {
  title: string
  text: string
  request: PressRequest
}

export interface CardState {
  scope: Scope
  question: Question | undefined
  answer: (yes: boolean) => void
  /** Rises with a form's reset: half-typed dates live in the browser's control and go only with it. */
  generation: number
}

const REQUIRED = '有必填项未填写'

const formAction = (node: Json): 'submit' | 'reset' | undefined => {
  const action = stringOf(node['form_action_type']) || stringOf(node['action_type'])
  if (action === 'submit' || action === 'form_submit') return 'submit'
  return action === 'reset' || action === 'form_reset' ? 'reset' : undefined
}

const namesOf = (
  value: unknown,
  pick: (entry: Json) => string | undefined,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(recordOf(value)).flatMap(([name, entry]) => {
      const picked = pick(recordOf(entry))
      return picked ? [[name, picked]] : []
    }),
  )

const openLinks = (node: Json): void => {
  for (const behavior of recordsOf(node['behaviors'])) {
    const href = safeLink(behavior['pc_url'] || behavior['default_url'])
    if (behavior['type'] === 'open_url' && href) window.open(href, '_blank', 'noopener')
  }
}

/** Without behaviours every component calls back; with some, only a `callback` does. */
const callsBack = (node: Json): boolean =>
  !Array.isArray(node['behaviors']) ||
  recordsOf(node['behaviors']).some((behavior) => behavior['type'] === 'callback')

type Values = Readonly<Record<string, FieldValue>>

/** What each person has typed into each card: still there when they come back to the chat. */
const typedEarlier = new Map<string, Values>()

/**
 * One card on one person's screen. What was typed stays through patches by others and through
 * presses the bot refused; only the revision that follows the person's own press starts over from
 * the card's values.
 */
export const useCard = (message: Message, me: Person, members: readonly Person[]): CardState => {
  const notify = useToast()
  const mine = `${me.openId} ${message.id}`
  const [values, setValues] = useState<Values>(() => typedEarlier.get(mine) ?? {})
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [busy, setBusy] = useState<string>()
  const [question, setQuestion] = useState<Question>()
  const [generation, setGeneration] = useState(0)
  /** Revision on which the person made a press the bot took, until a new one has come. */
  const [tookOn, setTookOn] = useState<number>()

  useEffect(() => {
    if (tookOn === undefined || message.revision <= tookOn) return
    setTookOn(undefined)
    setValues({})
    setFaults({})
  }, [message.revision, tookOn])

  useEffect(() => void typedEarlier.set(mine, values), [mine, values])

  const card = recordOf(message.body.type === 'interactive' ? message.body.card : {})
  const style = recordOf(recordOf(card['config'])['style'])

  const send = async ({ node, path, form, extra }: PressRequest): Promise<void> => {
    openLinks(node)
    if (!callsBack(node)) return
    const inForm = form && formAction(node) === 'submit'
    const { formValue } = inForm
      ? collectForm(form.node, (field) => values[fieldKey(form, field.node, '')])
      : { formValue: undefined }
    setBusy(path)
    try {
      const pressed = await postPress({
        as: me.openId,
        message: message.id,
        path,
        ...(formValue && { formValue }),
        ...extra,
      })
      const toast = toastFor(pressed)
      if (toast) notify(toast.kind, toast.text)
      if (!isRefused(pressed)) setTookOn(message.revision)
    } catch (error) {
      notify('error', `出错了，请稍后重试：${error instanceof Error ? error.message : ''}`)
    } finally {
      setBusy(undefined)
    }
  }

  const missingIn = (form: FormPlace): string[] =>
    collectForm(form.node, (field) => values[fieldKey(form, field.node, '')]).missing

  const begin = (request: PressRequest): void => {
    const { node, form } = request
    if (busy !== undefined || node['disabled'] === true) return
    if (form && formAction(node) === 'reset') return scope.reset(form)
    if (form && formAction(node) !== 'submit' && node['tag'] !== 'button') return
    if (form && formAction(node) === 'submit') {
      const missing = missingIn(form)
      setFaults(Object.fromEntries(missing.map((name) => [fieldKey(form, { name }, ''), REQUIRED])))
      if (missing.length > 0) return notify('error', REQUIRED)
    }
    const confirm = node['confirm']
    if (isRecord(confirm)) {
      setQuestion({ title: textOf(confirm['title']), text: textOf(confirm['text']), request })
    } else {
      void send(request)
    }
  }

  const scope: Scope = {
    message,
    card,
    members,
    colors: useMemo(
      () =>
        namesOf(style['color'], (entry) =>
          customColor(stringOf(entry['light_mode']), stringOf(entry['dark_mode'])),
        ),
      [style['color']],
    ),
    sizes: useMemo(
      () => namesOf(style['text_size'], (entry) => stringOf(entry['pc'] ?? entry['default'])),
      [style['text_size']],
    ),
    busy,
    faults,
    typed: (key) => values[key],
    type: (key, value) => {
      if (busy === undefined) setTookOn(undefined)
      setValues((all) => ({ ...all, [key]: value }))
      setFaults((all) => Object.fromEntries(Object.entries(all).filter(([each]) => each !== key)))
    },
    press: begin,
    reset: (form) => {
      const own = `${stringOf(form.node['name'])}/`
      setValues((all) =>
        Object.fromEntries(Object.entries(all).filter(([key]) => !key.startsWith(own))),
      )
      setFaults({})
      setGeneration((count) => count + 1)
    },
    element: renderElement,
  }

  return {
    scope,
    question,
    generation,
    answer: (yes) => {
      setQuestion(undefined)
      if (yes && question) void send(question.request)
    },
  }
}
