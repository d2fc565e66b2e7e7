/**
 * What the platform's markdown can become on the page. The renderer builds elements from these and
 * from nothing else, so no text of a message can turn into other HTML.
 */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'em' | 'del'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'break' }
  | { kind: 'rule' }
  | { kind: 'link'; href: string; children: Inline[] }
  | { kind: 'image'; key: string; alt: string }
  | { kind: 'at'; ids: string[] }
  | { kind: 'person'; id: string; name: boolean; avatar: boolean; capsule: boolean }
  | { kind: 'font'; color: string; children: Inline[] }
  | { kind: 'tag'; color: string; children: Inline[] }
  | { kind: 'number'; text: string; background: string; color: string }
  | { kind: 'time'; at: number; format: string }

export type Align = 'left' | 'center' | 'right' | undefined

export type Block =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'heading'; level: number; children: Inline[] }
  | { kind: 'quote'; children: Block[] }
  | { kind: 'list'; start: number | undefined; items: Block[][] }
  | { kind: 'code'; text: string }
  | { kind: 'rule' }
  | { kind: 'table'; align: Align[]; head: Inline[][]; rows: Inline[][][] }
