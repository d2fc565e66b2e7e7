import { useState } from 'preact/hooks'
import type { Traffic } from '../../wire.ts'
import { isTrouble, TrafficRow } from './traffic-row.tsx'

const FILTERS: readonly { name: string; keeps: (traffic: Traffic) => boolean }[] = [
  { name: '全部', keeps: () => true },
  { name: '机器人 → 飞书', keeps: (t) => t.direction === 'bot→feishu' },
  { name: '飞书 → 机器人', keeps: (t) => t.direction === 'feishu→bot' },
  { name: '异常', keeps: isTrouble },
]

export const TrafficTab = ({ traffic }: { traffic: readonly Traffic[] }) => {
  const [chosen, setChosen] = useState(0)
  const shown = traffic.filter((row) => FILTERS[chosen]?.keeps(row)).toReversed()
  return (
    <>
      <div class="filters" role="group" aria-label="筛选">
        {FILTERS.map(({ name, keeps }, i) => (
          <button
            key={name}
            type="button"
            class={i === chosen ? 'is-on' : ''}
            aria-pressed={i === chosen}
            onClick={() => setChosen(i)}
          >
            {name}
            {keeps === isTrouble && traffic.some(isTrouble) && (
              <b>{traffic.filter(isTrouble).length}</b>
            )}
          </button>
        ))}
      </div>
      {shown.length === 0 && (
        <p class="nothing">
          {traffic.length === 0
            ? '还没有往来。发一条消息，这里会列出每一次请求。'
            : `没有“${FILTERS[chosen]?.name}”的往来。`}
        </p>
      )}
      <ul class="traffic-list">
        {shown.map((row) => (
          <TrafficRow key={row.id} traffic={row} />
        ))}
      </ul>
    </>
  )
}
