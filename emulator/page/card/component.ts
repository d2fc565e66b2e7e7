import type { ComponentChildren } from 'preact'
import type { Json } from '../state/read-json.ts'

export interface ComponentProps {
  node: Json
  /** JSON path inside the card, e.g. `body.elements.3`. */
  path: string
}

export type CardComponent = (props: ComponentProps) => ComponentChildren
