import {
  answered,
  answeredOn,
  at,
  BLUE_HISTORY,
  breached,
  closed,
  content,
  dismissed,
  issued,
  judged,
  newDeadline,
  ORANGE_ANSWER,
  proposed,
  served,
  signed,
} from './sample.ts'

export const MONDAY = at('2026-11-23', '14:00')
export const WEDNESDAY = at('2026-11-25', '10:00')
export const FRIDAY = at('2026-11-27', '09:00')
export const CONTACTS = ['ou_contact', 'ou_contact2']

export const BEGUN = [issued(), served()]
export const RUNNING = [...BEGUN, signed()]
export const ANSWERED = [...RUNNING, answered()]
export const BREACHED = [...RUNNING, breached(), proposed('I4a')]
export const FAILED = [
  ...ANSWERED,
  judged('fail', 1, WEDNESDAY, '公示内容与物价文件不符。'),
  proposed('I4b', WEDNESDAY),
]
export const LATE_ANSWER = answered(at('2026-11-27', '08:40'), { ...ORANGE_ANSWER }, true)
export const SENT_BACK = [...ANSWERED, judged('supplement', 1, WEDNESDAY, '缺整改后的照片说明。')]
/** Answered in time, handed back a day after the reviewer's own time was up, and not answered again. */
const LATE_BACK = judged('supplement', 1, at('2026-11-26', '18:30'), '缺整改后的照片说明。')
export const LAPSED = [...ANSWERED, LATE_BACK, breached(), proposed('I4a')]
export const SENT_BACK_IN_PART = [
  ...RUNNING,
  answeredOn([0]),
  judged('supplement'),
  breached(),
  proposed('I4a'),
]
export const PASSED = [...ANSWERED, judged('pass'), closed()]
export const DISMISSED = [...BREACHED, dismissed(), newDeadline()]
export const ORANGE_BEGUN = [
  issued(content({ colour: 'orange' }), BLUE_HISTORY),
  served(at('2026-11-27', '10:00')),
]
