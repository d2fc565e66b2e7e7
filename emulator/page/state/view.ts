/** What the address bar says. Every state worth linking to is in here. */
export interface View {
  /** Name or open_id of the person played. */
  as: string | undefined
  /** Id or name of a chat, or `bot` for the person's own chat with the bot. */
  chat: string | undefined
  /** A second person, shown beside the first. */
  beside: string | undefined
  besideChat: string | undefined
  tab: Tab | 'none' | undefined
  /** Message whose card the inspector shows. */
  card: string | undefined
  theme: 'light' | 'dark' | undefined
  width: 'phone' | 'desktop'
}

const TABS = ['traffic', 'deliveries', 'card', 'clock'] as const
export type Tab = (typeof TABS)[number]

const oneOf = <T extends string>(value: string | null, allowed: readonly T[]): T | undefined =>
  allowed.find((each) => each === value)

export const parseView = (search: string): View => {
  const query = new URLSearchParams(search)
  const text = (key: string): string | undefined => query.get(key) || undefined
  return {
    as: text('as'),
    chat: text('chat'),
    beside: text('beside'),
    besideChat: text('besideChat'),
    tab: oneOf(query.get('tab'), [...TABS, 'none'] as const),
    card: text('card'),
    theme: oneOf(query.get('theme'), ['light', 'dark'] as const),
    width: oneOf(query.get('width'), ['phone'] as const) ?? 'desktop',
  }
}

export const formatView = (view: View): string => {
  const query = new URLSearchParams()
  const keys = ['as', 'chat', 'beside', 'besideChat', 'tab', 'card', 'theme'] as const
  for (const key of keys) {
    const value = view[key]
    if (value) query.set(key, value)
  }
  if (view.width === 'phone') query.set('width', 'phone')
  const text = query.toString()
  return text ? `?${text}` : ''
}
