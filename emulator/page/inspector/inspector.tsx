import type { Message, Snapshot } from '../../wire.ts'
import { Icon } from '../parts/icon.tsx'
import type { Tab } from '../state/view.ts'
import type { ClockMover } from '../top/use-clock.ts'
import { CardTab } from './card-tab.tsx'
import { ClockTab } from './clock-tab.tsx'
import { DeliveriesTab } from './deliveries-tab.tsx'
import { isTrouble } from './traffic-row.tsx'
import { TrafficTab } from './traffic-tab.tsx'

interface InspectorProps {
  snapshot: Snapshot
  tab: Tab
  card: Message | undefined
  clock: ClockMover
  onTab: (tab: Tab | 'none') => void
}

const NAMES: Record<Tab, string> = {
  traffic: '流量',
  deliveries: '投递',
  card: '卡片',
  clock: '时钟',
}
const TABS: readonly Tab[] = ['traffic', 'deliveries', 'card', 'clock']

export const Inspector = ({ snapshot, tab, card, clock, onTab }: InspectorProps) => {
  const counts: Partial<Record<Tab, number>> = {
    traffic: snapshot.traffic.filter(isTrouble).length,
    deliveries: snapshot.deliveries.length,
  }
  return (
    <aside class="inspector" aria-label="检查器">
      <div class="inspector-tabs" role="tablist">
        {TABS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`tab-${each}`}
            aria-selected={each === tab}
            aria-controls="inspector-panel"
            onClick={() => onTab(each)}
          >
            {NAMES[each]}
            {(counts[each] ?? 0) > 0 && <span class="badge">{counts[each]}</span>}
          </button>
        ))}
        <button
          type="button"
          class="icon-button inspector-close"
          aria-label="关闭检查器"
          onClick={() => onTab('none')}
        >
          <Icon name="close" size={16} />
        </button>
      </div>
      <div
        class="inspector-panel"
        id="inspector-panel"
        role="tabpanel"
        aria-labelledby={`tab-${tab}`}
      >
        {tab === 'traffic' && <TrafficTab traffic={snapshot.traffic} />}
        {tab === 'deliveries' && <DeliveriesTab deliveries={snapshot.deliveries} />}
        {tab === 'card' && <CardTab message={card} />}
        {tab === 'clock' && <ClockTab snapshot={snapshot} clock={clock} />}
      </div>
    </aside>
  )
}
