import type { Mention } from '../../wire.ts'

interface TextBodyProps {
  text: string
  mentions: readonly Mention[]
  /** The reader: a mention of them stands out. */
  me: string
}

const PIECES = /(@_user_\d+|@_all|https?:\/\/[^\s<>"'，。；、）]+)/g

/** Plain text with mentions coloured and addresses clickable; nothing else has a meaning. */
export const TextBody = ({ text, mentions, me }: TextBodyProps) => (
  <span class="pre-line">
    {text.split(PIECES).map((piece, i) => {
      if (piece.startsWith('http')) {
        return (
          <a key={i} href={piece} target="_blank" rel="noopener noreferrer">
            {piece}
          </a>
        )
      }
      if (piece === '@_all') return <MentionMark key={i} name="所有人" own />
      const mention = mentions.find((each) => each.key === piece)
      if (!mention) return piece
      return <MentionMark key={i} name={mention.name} own={mention.openId === me} />
    })}
  </span>
)

const MentionMark = ({ name, own }: { name: string; own: boolean }) => (
  <span class={own ? 'at is-own' : 'at'}>@{name}</span>
)
