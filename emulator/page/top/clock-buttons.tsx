import { useState } from 'preact/hooks'
import { Icon } from '../parts/icon.tsx'
import { Popover } from '../parts/popover.tsx'
import { fromLocalInput, toLocalInput } from '../state/shanghai-time.ts'
import { type ClockMover, DAY_MS, HOUR_MS } from './use-clock.ts'

interface ClockButtonsProps {
  clock: ClockMover
  now: number
}

const JumpTo = ({ clock, now, done }: ClockButtonsProps & { done: () => void }) => {
  const [value, setValue] = useState(() => toLocalInput(now + DAY_MS))
  const to = fromLocalInput(value)
  return (
    <form
      class="jump-to"
      onSubmit={(event) => {
        event.preventDefault()
        if (to === undefined || to <= now) return
        clock.move({ to })
        done()
      }}
    >
      <label>
        <span>跳到（北京时间）</span>
        <input
          type="datetime-local"
          class="input"
          value={value}
          min={toLocalInput(now)}
          onInput={(event) => setValue(event.currentTarget.value)}
        />
      </label>
      <button
        type="submit"
        class="filled-button"
        disabled={to === undefined || to <= now || clock.moving}
      >
        前往
      </button>
    </form>
  )
}

export const ClockButtons = ({ clock, now }: ClockButtonsProps) => (
  <div class="clock-buttons">
    <button
      type="button"
      class="plain-button is-main"
      title="跳到下一件到期的事"
      disabled={clock.moving}
      onClick={() => clock.move({ toNext: true })}
    >
      {clock.moving ? <span class="spinner" /> : <Icon name="skip" size={15} />}
      到下一个期限
    </button>
    <button
      type="button"
      class="plain-button"
      disabled={clock.moving}
      onClick={() => clock.move({ by: HOUR_MS })}
    >
      +1 小时
    </button>
    <button
      type="button"
      class="plain-button"
      disabled={clock.moving}
      onClick={() => clock.move({ by: DAY_MS })}
    >
      +1 天
    </button>
    <Popover
      label="到指定时间"
      align="end"
      disabled={clock.moving}
      trigger={<span class="plain-button">到…</span>}
    >
      {(close) => <JumpTo clock={clock} now={now} done={close} />}
    </Popover>
  </div>
)
