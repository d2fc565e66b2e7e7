import type { Person } from '../../wire.ts'
import { Icon } from './icon.tsx'

interface AvatarProps {
  person: Pick<Person, 'name' | 'hue'> | undefined
  size?: number
}

/** A circle with the last two characters of the name, as the product draws people without a photo. */
export const Avatar = ({ person, size = 36 }: AvatarProps) => (
  <span
    class="avatar"
    aria-hidden="true"
    style={{
      width: `${size}px`,
      height: `${size}px`,
      fontSize: `${Math.round(size * 0.36)}px`,
      backgroundColor: person ? `oklch(0.58 0.13 ${person.hue})` : 'var(--grey-fill)',
    }}
  >
    {person?.name.slice(-2) ?? '?'}
  </span>
)

export const BotAvatar = ({ size = 36 }: { size?: number }) => (
  <span
    class="avatar avatar-bot"
    aria-hidden="true"
    style={{ width: `${size}px`, height: `${size}px` }}
  >
    <Icon name="bot" size={Math.round(size * 0.6)} />
  </span>
)

export const GroupAvatar = ({ size = 36 }: { size?: number }) => (
  <span
    class="avatar avatar-group"
    aria-hidden="true"
    style={{ width: `${size}px`, height: `${size}px` }}
  >
    <Icon name="group" size={Math.round(size * 0.56)} />
  </span>
)
