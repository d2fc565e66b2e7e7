import type { Room } from './budget.ts'

/** Feishu's refusals that somebody can do something about; the code stays, for the operator. */
const FAILURE: Record<number, string> = {
  0: '飞书没有及时确认收到',
  230002: '机器人不在这个群里',
  230018: '群设置不允许机器人发言',
  230022: '内容被飞书判为敏感信息',
  230028: '内容没有通过审查，可能含有电话号码或邮箱',
  230034: '登记的群号不对',
  230035: '机器人在这个群里被禁言',
  232009: '群已解散',
}

export const serviceFailureText = (
  { code, reason }: { code: number; reason: string },
  room: Room,
): string => `${FAILURE[code] ?? room.markdown(reason)}${code === 0 ? '' : `（错误码 ${code}）`}`
