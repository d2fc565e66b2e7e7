import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Chat, Message, Person } from '../../wire.ts'
import { Icon } from '../parts/icon.tsx'
import { usePeople } from '../parts/people.ts'
import { useToast } from '../parts/toast.tsx'
import { say, sendPhoto } from '../state/api.ts'
import { messageSummary } from '../state/summary.ts'
import { askingAt, withMention } from './mention-text.ts'
import { type Candidate, MentionPicker } from './mention-picker.tsx'
import { titleOf } from './open-chat.ts'

/** A line put into the composer from outside; each click makes a new one. */
export interface Offer {
  text: string
}

interface ComposerProps {
  chat: Chat
  me: Person
  members: readonly Person[]
  replyTo: Message | undefined
  offered: Offer | undefined
  onReplied: () => void
}

const filesIn = (files: FileList | undefined | null): File[] => [...(files ?? [])]

export const Composer = (props: ComposerProps) => {
  const { chat, me, members, replyTo, offered, onReplied } = props
  const people = usePeople()
  const notify = useToast()
  const [text, setText] = useState('')
  const [cursor, setCursor] = useState(0)
  const [active, setActive] = useState(0)
  const [dismissed, setDismissed] = useState(false)
  const [sending, setSending] = useState(0)
  const [dragging, setDragging] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  /** Where the cursor belongs after text was put in for the person: before the next key is typed. */
  const caret = useRef<number | undefined>(undefined)

  useLayoutEffect(() => {
    const element = area.current
    if (!element) return
    if (caret.current !== undefined) {
      element.focus()
      element.setSelectionRange(caret.current, caret.current)
      caret.current = undefined
    }
    element.style.height = 'auto'
    element.style.height = `${Math.min(element.scrollHeight, 180)}px`
  }, [text])

  useLayoutEffect(() => {
    if (replyTo) area.current?.focus()
  }, [replyTo])

  useLayoutEffect(() => {
    if (!offered) return
    area.current?.focus()
    if (offered.text !== text) put(offered.text, offered.text.length)
  }, [offered])

  const everybody: Candidate[] = [
    ...(chat.botIn && chat.kind === 'group'
      ? [{ name: people.bot.name, title: '机器人', person: undefined }]
      : []),
    ...members
      .filter((person) => person.openId !== me.openId)
      .map((person) => ({ name: person.name, title: person.title, person })),
  ]
  const asking = dismissed ? undefined : askingAt(text, cursor)
  const candidates = asking ? everybody.filter(({ name }) => name.includes(asking.query)) : []
  const chosen = candidates[Math.min(active, candidates.length - 1)]
  const deaf = chat.kind === 'group' && !text.includes(`@${people.bot.name}`)

  const track = (element: HTMLTextAreaElement) => {
    setText(element.value)
    setCursor(element.selectionStart)
    setDismissed(false)
    setActive(0)
  }

  const put = (next: string, at: number) => {
    caret.current = at
    setText(next)
    setCursor(at)
  }

  const pick = ({ name }: Candidate) => {
    if (!asking) return
    put(withMention(text, asking, name), asking.from + name.length + 2)
    setDismissed(true)
  }

  const during = async (work: () => Promise<unknown>): Promise<boolean> => {
    setSending((count) => count + 1)
    try {
      await work()
      return true
    } catch (error) {
      notify('error', `发送失败：${error instanceof Error ? error.message : '连接不上本地飞书'}`)
      return false
    } finally {
      setSending((count) => count - 1)
    }
  }

  const target = { as: me.openId, chat: chat.id }

  const send = async () => {
    const typed = text.trim()
    if (!typed) return
    setText('')
    onReplied()
    const sent = await during(() =>
      say({ ...target, text: typed, ...(replyTo && { replyTo: replyTo.id }) }),
    )
    if (!sent) setText((now) => now || typed)
  }

  const sendFiles = async (files: readonly File[]) => {
    onReplied()
    for (const file of files) {
      await during(() => sendPhoto({ ...target, file, replyTo: replyTo?.id }))
    }
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (chosen) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step) {
        event.preventDefault()
        setActive((active + step + candidates.length) % candidates.length)
        return
      }
      if (event.key === 'Enter' || event.key === 'Tab') {
        event.preventDefault()
        pick(chosen)
        return
      }
      if (event.key === 'Escape') {
        event.stopPropagation()
        setDismissed(true)
        return
      }
    }
    if (event.key === 'Escape' && replyTo) onReplied()
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      void send()
    }
  }

  return (
    <div
      class={dragging ? 'composer is-dragging' : 'composer'}
      onDragOver={(event) => {
        event.preventDefault()
        setDragging(true)
      }}
      onDragLeave={() => setDragging(false)}
      onDrop={(event) => {
        event.preventDefault()
        setDragging(false)
        void sendFiles(filesIn(event.dataTransfer?.files))
      }}
    >
      {chosen && <MentionPicker candidates={candidates} active={active} onPick={pick} />}
      {replyTo && (
        <div class="replying">
          <span>
            回复 {replyTo.from.kind === 'bot' ? people.bot.name : people.nameOf(replyTo.from.id)}：
            {messageSummary(replyTo)}
          </span>
          <button type="button" aria-label="取消回复" onClick={onReplied}>
            <Icon name="close" size={14} />
          </button>
        </div>
      )}
      <textarea
        ref={area}
        rows={1}
        value={text}
        aria-label="消息"
        aria-autocomplete="list"
        aria-controls={chosen ? 'mention-picker' : undefined}
        placeholder={`发送给 ${titleOf(chat, people.bot.name)}`}
        onInput={(event) => track(event.currentTarget)}
        onClick={(event) => setCursor(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const files = filesIn(event.clipboardData?.files)
          if (files.length === 0) return
          event.preventDefault()
          void sendFiles(files)
        }}
      />
      <div class="composer-bar">
        {chat.kind === 'group' && (
          <button
            type="button"
            class="icon-button"
            aria-label="提及成员"
            title="@ 成员或机器人"
            onClick={() => {
              setDismissed(false)
              put(`${text.slice(0, cursor)}@${text.slice(cursor)}`, cursor + 1)
            }}
          >
            <Icon name="at" size={19} />
          </button>
        )}
        <button
          type="button"
          class="icon-button"
          aria-label="发送图片"
          title="发送图片（也可粘贴或拖入）"
          onClick={() => picker.current?.click()}
        >
          <Icon name="image" size={19} />
        </button>
        <input
          ref={picker}
          type="file"
          accept="image/*"
          multiple
          hidden
          aria-label="选择图片"
          onChange={(event) => {
            const files = filesIn(event.currentTarget.files)
            event.currentTarget.value = ''
            void sendFiles(files)
          }}
        />
        {deaf && chat.botIn && (
          <button
            type="button"
            class="ask-bot"
            title={`@ ${people.bot.name}，让它知道这句是对它说的`}
            onClick={() =>
              put(`@${people.bot.name} ${text}`, people.bot.name.length + 2 + text.length)
            }
          >
            @{people.bot.name}
          </button>
        )}
        <span class="composer-hint">Enter 发送，Shift + Enter 换行</span>
        <button
          type="button"
          class="send-button"
          aria-label="发送"
          disabled={!text.trim()}
          onClick={() => void send()}
        >
          {sending > 0 ? <span class="spinner" /> : <Icon name="send" size={17} />}
        </button>
      </div>
    </div>
  )
}
