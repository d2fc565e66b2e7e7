const GAP_PX = 6
const EDGE_PX = 8

/** Below the anchor where there is room, else above; never beyond the window. Fixed, so that no card clips it. */
export const placeBeside = (
  panel: HTMLElement,
  anchor: HTMLElement,
  align: 'start' | 'end',
): void => {
  const at = anchor.getBoundingClientRect()
  const { innerWidth, innerHeight } = window
  const above = at.top - GAP_PX - EDGE_PX
  const below = innerHeight - at.bottom - GAP_PX - EDGE_PX
  panel.style.minWidth = `${Math.min(at.width, innerWidth - 2 * EDGE_PX)}px`
  panel.style.maxHeight = 'none'
  const { width, height } = panel.getBoundingClientRect()
  const up = height > below && above > below
  panel.style.maxHeight = `${Math.min(560, up ? above : below)}px`
  const shown = Math.min(height, 560, up ? above : below)
  const left = align === 'end' ? at.right - width : at.left
  panel.style.left = `${Math.max(EDGE_PX, Math.min(left, innerWidth - width - EDGE_PX))}px`
  panel.style.top = `${up ? at.top - GAP_PX - shown : at.bottom + GAP_PX}px`
}
