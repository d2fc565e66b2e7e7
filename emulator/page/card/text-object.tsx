import { LarkMdView } from '../markdown/markdown-view.tsx'
import { isRecord, textOf } from '../state/read-json.ts'

/** `plain_text` as it is, `lark_md` with its small subset. */
export const TextObject = ({ text }: { text: unknown }) => {
  const content = textOf(text)
  if (isRecord(text) && text['tag'] === 'lark_md') return <LarkMdView text={content} />
  return <span class="pre-line">{content}</span>
}
