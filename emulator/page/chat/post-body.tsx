import { MarkdownView } from '../markdown/markdown-view.tsx'
import { safeLink } from '../markdown/safe-link.ts'
import { usePeople } from '../parts/people.ts'
import { Picture } from '../parts/picture.tsx'
import { type Json, recordsOf, stringOf } from '../state/read-json.ts'

const Part = ({ part }: { part: Json }) => {
  const people = usePeople()
  const text = stringOf(part['text'])
  switch (part['tag']) {
    case 'a': {
      const href = safeLink(part['href'])
      if (!href) return <>{text}</>
      return (
        <a href={href} target="_blank" rel="noopener noreferrer">
          {text}
        </a>
      )
    }
    case 'at': {
      const id = stringOf(part['user_id'])
      return <span class="at">@{stringOf(part['user_name']) || people.nameOf(id)}</span>
    }
    case 'img':
      return <Picture imageKey={stringOf(part['image_key'])} alt="图片" class="message-picture" />
    case 'md':
      return <MarkdownView text={text} />
    case 'hr':
      return <hr />
    case 'code_block':
      return <pre class="md-code">{text}</pre>
    default:
      return <>{text}</>
  }
}

interface PostBodyProps {
  title: string
  paragraphs: readonly unknown[][]
}

export const PostBody = ({ title, paragraphs }: PostBodyProps) => (
  <div class="post">
    {title && <div class="post-title">{title}</div>}
    {paragraphs.map((paragraph, i) => (
      <div key={i} class="pre-line">
        {recordsOf(paragraph).map((part, p) => (
          <Part key={p} part={part} />
        ))}
      </div>
    ))}
  </div>
)
