import { formatSerial } from '../src/domain/serial.ts'
import type { BlueHistory } from '../src/domain/slip.ts'
import type { Room } from './budget.ts'
import { bold, type Element, fact, markdown, panel } from './kit.ts'
import { blueGroundText } from './lapse.ts'
import { type Names, roundText, verdictOf } from './rounds.ts'
import { dueText, momentText } from './when.ts'
import { cited } from './rule-name.ts'

/** The rest of them stays on the blue slip. */
const ANSWERS_MAX = 3

/** 蓝单下达及整改情况 (A3). */
export function blueHistoryPanel(blue: BlueHistory, names: Names, room: Room): Element {
  const { name, now } = names
  const when = (at: number | undefined, none: string) =>
    at === undefined ? none : momentText(at, now)
  const lines = [
    fact(blue.serial.colour === 'orange' ? '原橙单' : '蓝单', formatSerial(blue.serial)),
    fact('下达', momentText(blue.issuedAt, now)),
    fact('送达', when(blue.servedAt, '未送达')),
    fact('签收', when(blue.signedAt, '未签收')),
    fact('期限', blue.dueAt === undefined ? '未起算' : dueText(blue.dueAt, now)),
    fact('反馈', blue.feedback.length > 0 ? `${blue.feedback.length} 次` : '没有收到'),
    fact('转橙依据', `${blueGroundText(blue)}${cited(blue.ground)}`),
    fact(
      '转橙决定',
      blue.confirmedBy
        ? `${room.markdown(name(blue.confirmedBy))} 确认`
        : `期内无人处理，按规则转橙${cited('D3')}`,
    ),
  ]
  const title = `${bold('蓝单下达及整改情况')} ${blueGroundText(blue)}`
  return panel(title, [markdown(lines.join('\n')), ...answers(blue, names, room)])
}

/** The answers given to the blue slip; panels do not stand well in a panel, so they are plain lines. */
function answers({ feedback, verdicts }: BlueHistory, names: Names, room: Room): Element[] {
  const hidden = Math.max(0, feedback.length - Math.min(ANSWERS_MAX, room.items))
  return feedback.slice(hidden).map((answer, i) => {
    const round = hidden + i + 1
    return markdown(roundText(answer, round, verdictOf(verdicts, round), names, room))
  })
}
