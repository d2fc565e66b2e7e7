import { z } from 'zod'

import type { CardPressed } from './inbound.ts'
import { isJsonObject, type JsonObject, parseJsonObject } from './json-object.ts'

/** `context` is under `event` by the field table, at the root in some samples. */
const Context = z
  .object({ open_message_id: z.string().min(1), open_chat_id: z.string().min(1) })
  .optional()

const Press = z.object({
  context: Context,
  event: z.object({
    context: Context,
    operator: z.object({ open_id: z.string().min(1) }),
    token: z.string().optional(),
    action: z.object({
      name: z.string().nullish(),
      option: z.string().nullish(),
      options: z.unknown().optional(),
      input_value: z.unknown().optional(),
      checked: z.unknown().optional(),
      value: z.unknown().optional(),
      form_value: z.unknown().optional(),
    }),
  }),
})

export type PressFields = Omit<CardPressed, 'kind' | 'eventId' | 'createdAt'>

/** 《卡片回传交互回调》; throws a ZodError when who pressed or what was pressed cannot be told. */
export function parseCardPress(plain: unknown): PressFields {
  const { event, context: rootContext } = Press.parse(plain)
  const context = Context.unwrap().parse(event.context ?? rootContext)
  const { action } = event
  return {
    operator: event.operator.open_id,
    messageId: context.open_message_id,
    chatId: context.open_chat_id,
    value: readValue(action.value),
    form: readForm(action),
    ...(event.token && { semanticKey: `press:${event.token}` }),
    ...(action.name && { name: action.name }),
    ...(action.option && { option: action.option }),
  }
}

function readValue(value: unknown): JsonObject {
  if (isJsonObject(value)) return value
  return (typeof value === 'string' ? parseJsonObject(value) : undefined) ?? {}
}

/** A component outside a form answers under its own name. */
function readForm(action: z.infer<typeof Press>['event']['action']): CardPressed['form'] {
  const alone = action.name
    ? { [action.name]: action.input_value ?? action.options ?? action.checked }
    : {}
  const form = isJsonObject(action.form_value) ? action.form_value : {}
  return Object.fromEntries(
    Object.entries({ ...alone, ...form }).flatMap(([name, raw]) => {
      const value = readField(raw)
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** Untouched fields come missing, as `""` or as null; some clients wrap the value in `{ value }`. */
function readField(raw: unknown): string | string[] | undefined {
  if (typeof raw === 'string') return raw.trim() === '' ? undefined : raw
  if (typeof raw === 'boolean' || typeof raw === 'number') return String(raw)
  if (Array.isArray(raw)) {
    const list = raw.filter((each) => typeof each === 'string' && each !== '')
    return list.length === 0 ? undefined : list
  }
  return isJsonObject(raw) && 'value' in raw ? readField(raw['value']) : undefined
}
