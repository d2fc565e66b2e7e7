const UNIT_MS: Record<string, number> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

/** `'25h'`, `'1d 2h'`, or plain milliseconds. */
export function spanMs(span: number | string): number {
  if (typeof span === 'number') return span
  const parts = [...span.matchAll(/(\d+)\s*([smhd])/g)]
  if (parts.length === 0) throw new Error(`Not a span of time: ${span}`)
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (UNIT_MS[unit ?? ''] ?? 0), 0)
}

/** An ISO moment, a Date or epoch milliseconds. */
export function momentMs(moment: number | string | Date): number {
  const at = new Date(moment).getTime()
  if (Number.isNaN(at)) throw new Error(`Not a moment: ${String(moment)}`)
  return at
}
