import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Message, Person } from '../../wire.ts'
import { safeLink } from '../markdown/safe-link.ts'
import { useToast } from '../parts/toast.tsx'
import { press as postPress } from '../state/api.ts'
import { isRecord, type Json, recordOf, recordsOf, stringOf, textOf } from '../state/read-json.ts'
import { customColor } from './colors.ts'
import { collectForm, type FieldValue } from './form-values.ts'
import { toastFor } from './press-outcome.ts'
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

/**
 * One card on one person's screen. What was typed stays through patches by others; after the
 * person's own press the next revision starts over from the card's values.
 */
export const useCard = (message: Message, me: Person, members: readonly Person[]): CardState => {
  const notify = useToast()
  const [values, setValues] = useState<Readonly<Record<string, FieldValue>>>({})
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [busy, setBusy] = useState<string>()
  const [question, setQuestion] = useState<Question>()
  const [generation, setGeneration] = useState(0)
  /** Revision on which the own press was made, until it has been answered by a new one. */
  const pressedOn = useRef<number | undefined>(undefined)

  useEffect(() => {
    if (pressedOn.current === undefined || message.revision <= pressedOn.current) return
    pressedOn.current = undefined
    setValues({})
    setFaults({})
  }, [message.revision])

  const card = recordOf(message.body.type === 'interactive' ? message.body.card : {})
  const style = recordOf(recordOf(card['config'])['style'])

  const send = async ({ node, path, form, extra }: PressRequest): Promise<void> => {
    openLinks(node)
    if (!callsBack(node)) return
    const inForm = form && formAction(node) === 'submit'
    const { formValue } = inForm
      ? collectForm(form.node, (field) => values[fieldKey(form, field.node, '')])
      : { formValue: undefined }
    pressedOn.current = message.revision
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
      if (pressed.code) pressedOn.current = undefined
    } catch (error) {
      pressedOn.current = undefined
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
      if (busy === undefined) pressedOn.current = undefined
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
