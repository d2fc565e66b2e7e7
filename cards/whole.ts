import { type Element, type Field, footnote, input, markdown } from './kit.ts'

/** A field whose text stands in it whole, or no field: what is edited must never be a shortened copy. */
export function whole(field: Field & { max: number }): Element[] {
  if ((field.initial ?? '').length <= field.max) return [input(field)]
  return [markdown(field.label), footnote('这段文字太长，不在这里修改，保存后保持原样。')]
}
