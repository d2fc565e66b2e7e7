import type { Snapshot } from '../../wire.ts'
import { clockOf, dateOf, weekdayOf } from '../state/shanghai-time.ts'
import { ClockButtons } from '../top/clock-buttons.tsx'
import type { ClockMover } from '../top/use-clock.ts'

interface ClockTabProps {
  snapshot: Snapshot
  clock: ClockMover
}

export const ClockTab = ({ snapshot, clock }: ClockTabProps) => (
  <div class="clock-tab">
    <div class="clock-face">
      <b>{clockOf(snapshot.now)}</b>
      <span>
        {dateOf(snapshot.now)} {weekdayOf(snapshot.now)} · 北京时间
      </span>
    </div>
    <ClockButtons clock={clock} now={snapshot.now} />
    <p class="explain">
      这是机器人和本地飞书共用的虚拟时钟，只能向前。移动时依次做完途中到期的每一件事，再停在终点。
    </p>
    <p class="explain">“到下一个期限”停在最近的一件到期之事上，可以连续点，看流程自己往前走。</p>
  </div>
)
