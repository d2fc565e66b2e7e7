import { useEffect, useRef } from 'preact/hooks'
import type { Message, Person } from '../../wire.ts'
import { Confirm } from '../parts/confirm.tsx'
import { safeLink } from '../markdown/safe-link.ts'
import { recordOf, stringOf } from '../state/read-json.ts'
import { Elements } from './elements.tsx'
import { Header } from './header.tsx'
import { stackStyle } from './layout.ts'
import { CardScope } from './scope.ts'
import { useCard } from './use-card.ts'

interface CardViewProps {
  message: Message
  me: Person
  members: readonly Person[]
}

const WIDTHS = ['compact', 'fill']

export const CardView = ({ message, me, members }: CardViewProps) => {
  const { scope, question, answer, generation } = useCard(message, me, members)
  const article = useRef<HTMLElement>(null)
  useEffect(() => {
    // Only from the button: whoever already types in a field is not pulled out of it.
    if (document.activeElement?.closest('.field')) return
    article.current
      ?.querySelector<HTMLElement>('.is-faulty :is(input, textarea, select, button)')
      ?.focus()
  }, [scope.faults])
  const card = recordOf(message.body.type === 'interactive' ? message.body.card : {})
  const wanted = stringOf(recordOf(card['config'])['width_mode'])
  const width = WIDTHS.includes(wanted) ? wanted : 'default'
  const body = recordOf(card['body'])
  const link = safeLink(recordOf(card['card_link'])['pc_url'] || recordOf(card['card_link'])['url'])
  return (
    <CardScope.Provider value={scope}>
      <article
        ref={article}
        class={`card is-${width}`}
        aria-label="卡片"
        aria-busy={scope.busy !== undefined}
        data-message={message.id}
        data-revision={message.revision}
      >
        <Header header={card['header']} />
        {card['schema'] === '2.0' || !('elements' in card) ? (
          <div class="card-body" key={generation} style={{ padding: '12px', ...stackStyle(body) }}>
            <Elements nodes={body['elements']} path="body.elements" />
          </div>
        ) : (
          <div class="unknown">卡片 JSON 1.0 未模拟</div>
        )}
        {link && (
          <a class="card-link" href={link} target="_blank" rel="noopener noreferrer">
            查看详情
          </a>
        )}
      </article>
      {question && (
        <Confirm
          title={question.title}
          text={question.text}
          onYes={() => answer(true)}
          onNo={() => answer(false)}
        />
      )}
    </CardScope.Provider>
  )
}
