import { type Json, numberOf, stringOf } from '../state/read-json.ts'
import { cssColor } from './colors.ts'

/** Styles are set through the DOM, so the page needs no inline style in its CSP. */
export type Style = Record<string, string>

const NAMED: Record<string, string> = {
  small: '4px',
  medium: '8px',
  large: '12px',
  extra_large: '16px',
}
const LENGTHS = /^-?\d{1,3}px( -?\d{1,3}px){0,3}$/

/** `8px`, `4px 12px`, `medium`; anything else is left to the default. */
export const lengthOf = (value: unknown): string | undefined => {
  const text = stringOf(value)
  return NAMED[text] ?? (LENGTHS.test(text) ? text : undefined)
}

export const marginStyle = (node: Json): Style => {
  const margin = lengthOf(node['margin'])
  return margin ? { margin } : {}
}

const ALIGN: Record<string, string> = {
  left: 'flex-start',
  top: 'flex-start',
  center: 'center',
  right: 'flex-end',
  bottom: 'flex-end',
}

/** Direction, spacing, alignment and padding of a container. */
export const stackStyle = (node: Json): Style => {
  const across = node['direction'] === 'horizontal'
  const horizontal = ALIGN[stringOf(node['horizontal_align'])]
  const vertical = ALIGN[stringOf(node['vertical_align'])]
  const padding = lengthOf(node['padding'])
  return {
    flexDirection: across ? 'row' : 'column',
    flexWrap: across ? 'wrap' : 'nowrap',
    rowGap: lengthOf(node['vertical_spacing']) ?? '8px',
    columnGap: lengthOf(node['horizontal_spacing']) ?? '8px',
    justifyContent: (across ? horizontal : vertical) ?? 'flex-start',
    alignItems: (across ? vertical : horizontal) ?? (across ? 'flex-start' : 'stretch'),
    ...(padding && { padding }),
  }
}

export const backgroundStyle = (
  value: unknown,
  colors: Readonly<Record<string, string>>,
): Style => {
  const name = stringOf(value)
  const background = name && name !== 'default' ? cssColor(name, colors) : undefined
  return background ? { background } : {}
}

/** `fill`, `auto` or a number of pixels. */
export const widthStyle = (value: unknown): Style => {
  const text = stringOf(value)
  if (text === 'fill') return { width: '100%' }
  return /^\d{1,4}px$/.test(text) ? { width: text, maxWidth: '100%' } : {}
}

export const columnStyle = (column: Json, flexMode: string): Style => {
  if (flexMode !== 'none') return {}
  const width = stringOf(column['width'], column['weight'] === undefined ? 'auto' : 'weighted')
  if (width === 'weighted') return { flex: `${numberOf(column['weight'], 1)} 1 0` }
  if (/^\d+px$/.test(width)) return { flex: `0 0 ${width}` }
  return { flex: '0 1 auto' }
}

const SIZES: Record<string, string> = {
  'heading-0': '30px',
  'heading-1': '24px',
  'heading-2': '20px',
  'heading-3': '18px',
  'heading-4': '16px',
  heading: '16px',
  normal: '14px',
  notation: '12px',
  'xxxx-large': '30px',
  'xxx-large': '24px',
  'xx-large': '20px',
  'x-large': '18px',
  large: '16px',
  medium: '14px',
  small: '12px',
  'x-small': '10px',
}

export const fontStyle = (node: Json, sizes: Readonly<Record<string, string>>): Style => {
  const size = stringOf(node['text_size'])
  const fontSize = SIZES[sizes[size] ?? size]
  const textAlign = stringOf(node['text_align'])
  return {
    ...(fontSize && { fontSize }),
    ...(['left', 'center', 'right'].includes(textAlign) && { textAlign }),
  }
}
