import { useState } from 'preact/hooks'
import type { Message, Person, Snapshot } from '../../wire.ts'
import { Confirm } from '../parts/confirm.tsx'
import { Icon } from '../parts/icon.tsx'
import { Popover } from '../parts/popover.tsx'
import type { Feed } from '../state/feed.ts'
import { clockOf, dateOf, weekdayOf } from '../state/shanghai-time.ts'
import type { View } from '../state/view.ts'
import { ClockButtons } from './clock-buttons.tsx'
import { PersonSwitcher } from './person-switcher.tsx'
import type { ClockMover } from './use-clock.ts'

interface TopBarProps {
  snapshot: Snapshot
  link: Feed['link']
  byChat: ReadonlyMap<string, Message[]>
  me: Person
  beside: Person | undefined
  view: View
  /** A phone: what only makes sense on a desk is left out. */
  small: boolean
  theme: 'light' | 'dark'
  inspecting: boolean
  clock: ClockMover
  onView: (change: Partial<View>) => void
  onSwitch: (person: Person) => void
  onReset: () => void
}

const Health = ({ snapshot, link }: Pick<TopBarProps, 'snapshot' | 'link'>) => {
  const [state, text] =
    link !== 'live'
      ? ['is-lost', '与本地飞书断开，正在重连']
      : snapshot.bot.reachable
        ? ['is-good', `${snapshot.bot.name} 在线`]
        : ['is-bad', `${snapshot.bot.name} 没有应答`]
  return (
    <span class={`health ${state}`} role="status" title={`${text}（${snapshot.bot.appId}）`}>
      <i />
      <span>{text}</span>
    </span>
  )
}

export const TopBar = (props: TopBarProps) => {
  const {
    snapshot,
    link,
    byChat,
    me,
    beside,
    view,
    small,
    theme,
    inspecting,
    clock,
    onView,
    onSwitch,
    onReset,
  } = props
  const [asking, setAsking] = useState(false)
  const tools = (
    <>
      {!small && (
        <button
          type="button"
          class="icon-button"
          aria-label={view.width === 'phone' ? '切换为桌面宽度' : '切换为手机宽度'}
          title={view.width === 'phone' ? '桌面宽度' : '手机宽度'}
          onClick={() => onView({ width: view.width === 'phone' ? 'desktop' : 'phone' })}
        >
          <Icon name={view.width === 'phone' ? 'desktop' : 'phone'} />
          <span class="tool-label">{view.width === 'phone' ? '桌面宽度' : '手机宽度'}</span>
        </button>
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={theme === 'dark' ? '切换为浅色' : '切换为深色'}
        title={theme === 'dark' ? '浅色' : '深色'}
        onClick={() => onView({ theme: theme === 'dark' ? 'light' : 'dark' })}
      >
        <Icon name={theme === 'dark' ? 'sun' : 'moon'} />
        <span class="tool-label">{theme === 'dark' ? '浅色' : '深色'}</span>
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="重置演示"
        title="重置演示"
        onClick={() => setAsking(true)}
      >
        <Icon name="reset" />
        <span class="tool-label">重置演示</span>
      </button>
      <button
        type="button"
        class={inspecting ? 'icon-button is-on' : 'icon-button'}
        aria-label="检查器"
        aria-pressed={inspecting}
        title="检查器：流量、投递、卡片、时钟"
        onClick={() => onView({ tab: inspecting ? 'none' : 'traffic' })}
      >
        <Icon name="panel" />
        <span class="tool-label">检查器</span>
      </button>
    </>
  )
  return (
    <header class="top">
      <div class="brand">
        <span class="brand-mark" aria-hidden="true">
          <Icon name="send" size={17} />
        </span>
        <b>本地飞书</b>
        <Health snapshot={snapshot} link={link} />
      </div>
      <PersonSwitcher
        snapshot={snapshot}
        byChat={byChat}
        me={me}
        beside={beside}
        onSwitch={onSwitch}
        onBeside={
          small ? undefined : (person) => onView({ beside: person?.name, besideChat: undefined })
        }
      />
      <div class="top-clock">
        <time class="now" aria-label="虚拟时间" title="虚拟时间（北京时间）">
          <Icon name="clock" size={16} />
          <span class="now-date">
            {dateOf(snapshot.now)} {weekdayOf(snapshot.now)}
          </span>
          <b>{clockOf(snapshot.now)}</b>
        </time>
        <ClockButtons clock={clock} now={snapshot.now} />
      </div>
      <div class="top-tools">{tools}</div>
      <div class="top-more">
        <Popover label="更多" align="end" trigger={<Icon name="more" size={22} />}>
          {() => (
            <div class="more-panel">
              <Health snapshot={snapshot} link={link} />
              <ClockButtons clock={clock} now={snapshot.now} />
              <div class="more-tools">{tools}</div>
            </div>
          )}
        </Popover>
      </div>
      {asking && (
        <Confirm
          title="重置演示？"
          text="本地飞书里的消息和卡片全部清空，不能撤销。时间不会倒流，机器人记下的单也还在。"
          yes="重置"
          danger
          onNo={() => setAsking(false)}
          onYes={() => {
            setAsking(false)
            onReset()
          }}
        />
      )}
    </header>
  )
}
