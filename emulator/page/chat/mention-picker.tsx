import type { Person } from '../../wire.ts'
import { Avatar, BotAvatar } from '../parts/avatar.tsx'

export interface Candidate {
  name: string
  title: string
  /** Absent for the bot. */
  person: Person | undefined
}

interface MentionPickerProps {
  candidates: readonly Candidate[]
  active: number
  onPick: (candidate: Candidate) => void
}

export const MentionPicker = ({ candidates, active, onPick }: MentionPickerProps) => (
  <ul class="mention-picker" role="listbox" aria-label="选择要 @ 的人" id="mention-picker">
    {candidates.map((candidate, i) => (
      <li
        key={candidate.name}
        role="option"
        aria-selected={i === active}
        class={i === active ? 'is-active' : ''}
        onPointerDown={(event) => {
          event.preventDefault()
          onPick(candidate)
        }}
      >
        {candidate.person ? (
          <Avatar person={candidate.person} size={26} />
        ) : (
          <BotAvatar size={26} />
        )}
        <span>{candidate.name}</span>
        <small>{candidate.title}</small>
      </li>
    ))}
  </ul>
)
