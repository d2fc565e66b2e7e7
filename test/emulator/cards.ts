/** The smallest cards that show one thing each. */
export type Element = Record<string, unknown>

export function card(title: string, elements: Element[]): Record<string, unknown> {
  return {
    schema: '2.0',
    config: { update_multi: true },
    header: { title: plain(title) },
    body: { elements },
  }
}

export const plain = (content: string) => ({ tag: 'plain_text', content })

export const markdown = (content: string): Element => ({ tag: 'markdown', content })

export function button(text: string, rest: Element = {}): Element {
  return {
    tag: 'button',
    text: plain(text),
    behaviors: [{ type: 'callback', value: { act: text } }],
    ...rest,
  }
}

export function submit(text: string, rest: Element = {}): Element {
  return button(text, { name: 'submit', form_action_type: 'submit', ...rest })
}

export function form(elements: Element[], rest: Element = {}): Element {
  return { tag: 'form', name: 'fix', elements, ...rest }
}

export function input(name: string, label: string, rest: Element = {}): Element {
  return { tag: 'input', name, label: plain(label), ...rest }
}
