/** Line drawings on a 24 × 24 sheet; the platform's own icon set is not public. */
const PATHS: Record<string, string> = {
  alarm: 'M12 21a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 9v4l2.5 2M4.5 3.5 2.5 5.5M19.5 3.5l2 2',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  back: 'M15 5l-7 7 7 7',
  bell: 'M6 16V11a6 6 0 1 1 12 0v5l1.5 2h-15L6 16zM10 21h4',
  bolt: 'M13 2 5 13.5h6L10 22l9-12h-6.5L13 2z',
  bot: 'M12 3v3M6 8h12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2zM9 13v1.5M15 13v1.5M2 13v2.5M22 13v2.5',
  building:
    'M4 21V5a1 1 0 0 1 1-1h8a1 1 0 0 1 1 1v16M14 10h5a1 1 0 0 1 1 1v10M2.5 21h19M8 8h2M8 12h2M8 16h2',
  calendar:
    'M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM4 10h16M8 3v4M16 3v4',
  camera:
    'M4 7h3.5L9 5h6l1.5 2H20a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
  chart: 'M4 20h16M7 16v-5M12 16V5M17 16V9',
  chat: 'M5 4h14a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-7l-4.5 3.5V17H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1z',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  'check-circle': 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8 12.3l2.8 2.8L16 9.5',
  chevron: 'M6 9l6 6 6-6',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5.5l3.5 2',
  close: 'M6 6l12 12M18 6L6 18',
  code: 'M8 7l-5 5 5 5M16 7l5 5-5 5',
  desktop:
    'M4 5h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM9 20.5h6M12 17v3.5',
  down: 'M12 5v14M6 13l6 6 6-6',
  edit: 'M14.5 5.5l4 4L8 20H4v-4L14.5 5.5z',
  error: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9 9l6 6M15 9l-6 6',
  file: 'M6 3h8l5 5v12a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM14 3v5h5',
  flag: 'M5 21V4h12l-2 4 2 4H5',
  group:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.5a6.5 6.5 0 0 1 13 0M15.5 4.4a3.5 3.5 0 0 1 0 6.2M18 14a6.5 6.5 0 0 1 3.5 5.5',
  image:
    'M5 4h14a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM4 16.5l4.5-4.5 4 4 3-3L20 17M15.5 9.5h.01',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8h.01',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  lock: 'M6 11h12v9H6zM9 11V7.5a3 3 0 0 1 6 0V11',
  menu: 'M4 7h16M4 12h16M4 17h16',
  moon: 'M20 14.5A8.5 8.5 0 1 1 9.5 4 6.8 6.8 0 0 0 20 14.5z',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  panel: 'M4 4h16a1 1 0 0 1 1 1v14a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM15 4v16',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0',
  phone:
    'M8 2.5h8a1.5 1.5 0 0 1 1.5 1.5v16a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 20V4A1.5 1.5 0 0 1 8 2.5zM11 18.5h2',
  pin: 'M12 21s7-6.2 7-11.5a7 7 0 1 0-14 0C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  plus: 'M12 5v14M5 12h14',
  reply: 'M10 6l-6 5.5 6 5.5v-3.6c5 0 8 1.4 10 4.6-.5-5.5-4-9-10-9V6z',
  reset: 'M5 5v5h5M5.5 10A7.5 7.5 0 1 1 4.5 13.5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5 20.5 20.5',
  send: 'M4 12 3 4l18 8-18 8 1-8zM4 12h8',
  skip: 'M5 5l8 7-8 7V5zM18 5v14',
  star: 'M12 3.500l2.6 5.4 5.9.8-4.3 4.1 1.1 5.9-5.3-2.9-5.3 2.9 1.1-5.9-4.3-4.1 5.9-.8L12 3.500z',
  sun: 'M12 16.500a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 2v2.500M12 19.500V22M2 12h2.500M19.5 12H22M5 5l1.7 1.700M17.3 17.3 19 19M19 5l-1.7 1.700M6.7 17.3 5 19',
  at: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM16 8v5.500a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-3.5 7.1',
  warning: 'M12 4 2.5 20h19L12 4zM12 10v4.500M12 17.300h.01',
}

interface IconProps {
  name: string
  size?: number
  title?: string
  class?: string
  color?: string | undefined
}

export const Icon = ({ name, size = 18, title, class: cls = '', color }: IconProps) => (
  <svg
    class={`icon ${cls}`}
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.7"
    stroke-linecap="round"
    stroke-linejoin="round"
    role={title ? 'img' : undefined}
    aria-hidden={title ? undefined : 'true'}
    aria-label={title}
    style={color ? { color } : {}}
  >
    <path d={PATHS[name] ?? 'M6 6h12v12H6z'} />
  </svg>
)

/** Which drawing stands for a word in the platform's icon tokens. */
const TOKENS: readonly (readonly [RegExp, string])[] = [
  [/alarm|urgent/, 'alarm'],
  [/warning|alert|report/, 'warning'],
  [/calendar|schedule/, 'calendar'],
  [/time|clock|history/, 'clock'],
  [/yes|done|succeed|check|approve/, 'check-circle'],
  [/error|close|no_|reject|more-close/, 'error'],
  [/members?|group|contacts/, 'group'],
  [/person|user|profile/, 'person'],
  [/camera/, 'camera'],
  [/image|picture|album/, 'image'],
  [/file|doc|sheet|wiki|folder/, 'file'],
  [/chat|comment|message/, 'chat'],
  [/reply|forward|share/, 'reply'],
  [/bell|notice|announce/, 'bell'],
  [/edit|sign|pen/, 'edit'],
  [/info|help|maybe/, 'info'],
  [/link|url/, 'link'],
  [/local|location|map|pin/, 'pin'],
  [/company|office|tenant|building/, 'building'],
  [/chart|data|efficiency|dashboard|analytics/, 'chart'],
  [/task|todo|list|form/, 'list'],
  [/flag/, 'flag'],
  [/star|like|thumbs|honor|premium/, 'star'],
  [/lock|safe|security/, 'lock'],
  [/robot|bot/, 'bot'],
  [/search/, 'search'],
  [/refresh|replace|reset/, 'reset'],
  [/down|expand|fold/, 'chevron'],
  [/right|next|arrow/, 'arrow'],
  [/add|plus/, 'plus'],
]

export const iconOfToken = (token: string): string =>
  TOKENS.find(([pattern]) => pattern.test(token))?.[1] ?? 'square'
