import { useState } from 'preact/hooks'
import type { Traffic } from '../../wire.ts'
import { memo } from '../parts/memo.ts'
import { secondsOf } from '../state/shanghai-time.ts'
import { JsonView } from './json-view.tsx'

export const isTrouble = (traffic: Traffic): boolean =>
  traffic.status === 0 ||
  traffic.status >= 400 ||
  (traffic.code ?? 0) !== 0 ||
  (traffic.note ?? '').includes('not emulated')

const noteOf = (traffic: Traffic): string =>
  (traffic.note ?? '').replace('not emulated', '没有模拟的接口（not emulated）')

const directionOf = ({ direction, event }: Traffic): string => {
  if (direction === 'bot→feishu') return '调用'
  return event && event.type !== 'card.action.trigger' ? '事件' : '回调'
}

const TrafficRowView = ({ traffic }: { traffic: Traffic }) => {
  const [open, setOpen] = useState(false)
  const outward = traffic.direction === 'bot→feishu'
  const note = noteOf(traffic)
  return (
    <li class={isTrouble(traffic) ? 'traffic is-trouble' : 'traffic'}>
      <button
        type="button"
        class="traffic-head"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span class={outward ? 'direction is-out' : 'direction is-in'}>{directionOf(traffic)}</span>
        <span class="traffic-what">
          {traffic.event ? (
            <b>{traffic.event.type}</b>
          ) : (
            <>
              <b>{traffic.method}</b> {traffic.path.replace(/^\/open-apis/, '')}
            </>
          )}
        </span>
        <span class="traffic-status">
          {traffic.status || '无应答'}
          {traffic.code !== undefined && ` · ${traffic.code}`}
        </span>
        <span class="traffic-meta">
          {secondsOf(traffic.at)} · {Math.round(traffic.ms)} ms
          {traffic.event && traffic.event.attempt > 1 && ` · 第 ${traffic.event.attempt} 次`}
        </span>
        {note && <span class="traffic-note">{note}</span>}
      </button>
      {open && (
        <div class="traffic-body">
          <div class="traffic-path">
            {traffic.method} {traffic.path}
            {traffic.event && ` · event_id ${traffic.event.id}`}
          </div>
          <h4>请求</h4>
          <JsonView value={traffic.request} label="请求" />
          <h4>应答</h4>
          <JsonView value={traffic.response} label="应答" />
        </div>
      )}
    </li>
  )
}

export const TrafficRow = memo(TrafficRowView)
