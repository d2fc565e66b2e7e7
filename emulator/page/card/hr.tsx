import type { ComponentProps } from './component.ts'
import { marginStyle } from './layout.ts'

export const Hr = ({ node }: ComponentProps) => <hr class="card-rule" style={marginStyle(node)} />
