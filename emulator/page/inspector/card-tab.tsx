import type { Message } from '../../wire.ts'
import { CARD_BYTES_MAX, CARD_ELEMENTS_MAX, cardBytes, countElements } from '../card/measure.ts'
import { stampOf } from '../state/shanghai-time.ts'
import { messageSummary } from '../state/summary.ts'
import { JsonView } from './json-view.tsx'

interface GaugeProps {
  label: string
  value: number
  max: number
  text: string
}

const WARN_SHARE = 0.8

const Gauge = ({ label, value, max, text }: GaugeProps) => {
  const share = value / max
  const state = share > 1 ? 'is-over' : share > WARN_SHARE ? 'is-near' : ''
  return (
    <div class={`gauge ${state}`}>
      <span>{label}</span>
      <b>{text}</b>
      <meter value={Math.min(value, max)} max={max} aria-label={`${label} ${text}`} />
    </div>
  )
}

export const CardTab = ({ message }: { message: Message | undefined }) => {
  if (message?.body.type !== 'interactive') {
    return <p class="nothing">在一张卡片旁点 &lt;&gt;，这里显示它的 JSON。</p>
  }
  const { card } = message.body
  const bytes = cardBytes(card)
  const elements = countElements(card)
  return (
    <>
      <div class="card-facts">
        <b>{messageSummary(message)}</b>
        <span>
          第 {message.revision} 版 · {stampOf(message.updatedAt)}
          {message.locked && ' · 回调中，已锁定'}
        </span>
        <code>{message.id}</code>
      </div>
      <Gauge
        label="大小"
        value={bytes}
        max={CARD_BYTES_MAX}
        text={`${(bytes / 1024).toFixed(1)} / ${CARD_BYTES_MAX / 1024} KB`}
      />
      <Gauge
        label="元素"
        value={elements}
        max={CARD_ELEMENTS_MAX}
        text={`${elements} / ${CARD_ELEMENTS_MAX}`}
      />
      <JsonView value={card} label="卡片 JSON" />
    </>
  )
}
