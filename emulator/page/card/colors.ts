/**
 * Anchors of the platform's colour families. The other shades are mixed with the surface (50–400)
 * or the ink (600–900) of the theme, so one table serves light and dark.
 */
const FAMILIES: Record<string, string> = {
  blue: '#3370ff',
  wathet: '#049fd7',
  turquoise: '#10a893',
  green: '#32a645',
  lime: '#8fac02',
  yellow: '#dc9b04',
  sunflower: '#e2b203',
  orange: '#ed6d0c',
  red: '#f54a45',
  carmine: '#f01d94',
  violet: '#c340d6',
  purple: '#7f3bf5',
  indigo: '#4954e6',
  grey: '#8f959e',
  neutral: '#8f959e',
}

const SHARE: Record<string, number> = {
  '50': 8,
  '100': 16,
  '200': 28,
  '300': 44,
  '350': 54,
  '400': 76,
  '600': 86,
  '700': 70,
  '800': 52,
  '900': 34,
}

const FIXED: Record<string, string> = {
  default: 'var(--ink)',
  white: '#fff',
  'bg-white': 'var(--card)',
}

const RGBA = /^rgba?\([\d\s.,%/]+\)$/

/** A colour the card names itself, once for each theme; what is not `rgba()` does not reach the style sheet. */
export const customColor = (light: string, dark: string): string | undefined => {
  if (!RGBA.test(light)) return undefined
  return RGBA.test(dark) ? `light-dark(${light}, ${dark})` : light
}

const shaded = (family: string, shade: string): string | undefined => {
  const anchor = FAMILIES[family]
  if (!anchor) return undefined
  const share = SHARE[shade]
  if (share === undefined) return anchor
  const other = Number(shade) < 500 ? 'var(--card)' : 'var(--ink-pure)'
  return `color-mix(in oklab, ${anchor} ${share}%, ${other})`
}

/** CSS colour of a platform colour name; `undefined` for a name the platform does not know. */
export const cssColor = (
  name: string,
  custom: Readonly<Record<string, string>> = {},
): string | undefined => {
  if (custom[name]) return custom[name]
  if (RGBA.test(name)) return name
  if (FIXED[name]) return FIXED[name]
  const [family = '', shade = '500'] = name.split('-')
  return shaded(family, shade)
}

/** A family as text: one step towards the ink, so that it stays readable on the card. */
export const textColor = (
  name: string,
  custom: Readonly<Record<string, string>> = {},
): string | undefined => (FAMILIES[name] ? shaded(name, '600') : cssColor(name, custom))

export interface TagColors {
  color: string
  background: string
}

export const tagColors = (name: string): TagColors => {
  const family = FAMILIES[name] ? name : 'neutral'
  return {
    color: shaded(family, '700') ?? '',
    background: shaded(family, '200') ?? '',
  }
}
