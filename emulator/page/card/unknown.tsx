import { stringOf } from '../state/read-json.ts'
import type { ComponentProps } from './component.ts'

/** Better a visible hole than a silent one. */
export const Unknown = ({ node }: ComponentProps) => (
  <div class="unknown">未知组件 {stringOf(node['tag'], '（没有 tag）')}</div>
)
