import type { Message, Person } from '../../wire.ts'
import { CardView } from '../card/card-view.tsx'
import { Boundary } from '../parts/boundary.tsx'
import { Icon } from '../parts/icon.tsx'
import { Picture } from '../parts/picture.tsx'
import { resourceUrl } from '../state/api.ts'
import { PostBody } from './post-body.tsx'
import { TextBody } from './text-body.tsx'

interface MessageBodyProps {
  message: Message
  me: Person
  members: readonly Person[]
}

export const MessageBodyView = ({ message, me, members }: MessageBodyProps) => {
  const { body } = message
  switch (body.type) {
    case 'text':
      return (
        <div class="bubble">
          <TextBody text={body.text} mentions={message.mentions} me={me.openId} />
        </div>
      )
    case 'post':
      return (
        <div class="bubble">
          <PostBody title={body.title} paragraphs={body.paragraphs} />
        </div>
      )
    case 'image':
      return <Picture imageKey={body.imageKey} alt="图片" class="message-picture" />
    case 'file':
      return (
        <a class="bubble file" href={resourceUrl(body.fileKey)} download={body.name}>
          <Icon name="file" size={28} />
          <span>{body.name}</span>
        </a>
      )
    case 'interactive':
      return (
        <Boundary instead="卡片无法显示" attempt={body.card}>
          <CardView message={message} me={me} members={members} />
        </Boundary>
      )
    default:
      return body satisfies never
  }
}
