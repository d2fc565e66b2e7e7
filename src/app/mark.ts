import { isJsonObject } from '../feishu/json-object.ts'
import type { Card } from '../feishu/port.ts'

/**
 * The uuid of a logical message, written where nobody sees it and Feishu gives it back: the `element_id` of the card's
 * first element (letters, digits, underscore, 20 at most). A chat's history returns it with `user_card_content`.
 */
const markOf = (uuid: string): string => `m_${uuid.replaceAll('-', '').slice(0, 16)}`

const MARK = /"element_id":"(m_[0-9a-f]{16})"/

/** The card with its mark; one without elements has nowhere to carry it. */
export function withMark(card: Card, uuid: string): Card {
  const mark = { element_id: markOf(uuid) }
  return withElements(card, (elements) =>
    elements.map((element, i) =>
      i === 0 && isJsonObject(element) ? { ...element, ...mark } : element,
    ),
  )
}

/** Whether a content may be the message of this uuid: it bears its mark, or none at all (a text, a recalled message). */
export function mayBe(content: string, uuid: string): boolean {
  const mark = MARK.exec(content)?.[1]
  return mark === undefined || mark === markOf(uuid)
}

/** A card with other elements in its body. */
export function withElements(
  card: Card,
  change: (elements: readonly unknown[]) => readonly unknown[],
): Card {
  const { body } = card
  if (!isJsonObject(body) || !Array.isArray(body['elements'])) return card
  return { ...card, body: { ...body, elements: change(body['elements']) } }
}
