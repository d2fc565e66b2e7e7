import type { Delivery } from '../../wire.ts'
import { stampOf } from '../state/shanghai-time.ts'

export const DeliveriesTab = ({ deliveries }: { deliveries: readonly Delivery[] }) => (
  <>
    <p class="explain">
      机器人没有在 3 秒内以 200 应答的事件，按 15 秒、5 分钟、1 小时、6 小时重推（虚拟时间）。
    </p>
    {deliveries.length === 0 && <p class="nothing">没有等待重推的事件。</p>}
    <ul class="deliveries">
      {deliveries.map((delivery) => (
        <li key={delivery.eventId}>
          <b>{delivery.type}</b>
          <span>
            已试 {delivery.attempt} 次，下次 {stampOf(delivery.nextAt)}
          </span>
          <span class="delivery-error">{delivery.lastError}</span>
          <code>{delivery.eventId}</code>
        </li>
      ))}
    </ul>
  </>
)
