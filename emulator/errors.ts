/** Feishu's own answers. `note` is what a developer reads beside the row in the traffic panel. */
interface Answer {
  msg: string
  note: string
  /** 400 unless said otherwise: the platform puts its meaning in `code`, not in the status. */
  status?: 200 | 401 | 404 | 429
}

const ANSWERS = {
  10003: { msg: 'invalid param', note: 'app_id 或 app_secret 格式不对', status: 200 },
  10014: { msg: 'app secret invalid', note: '应用不存在或密钥不对', status: 200 },
  10002: { msg: 'param invalid', note: '参数错误' },
  99991661: { msg: 'Missing access token for authorization', note: '请求头缺少 Authorization' },
  99991663: { msg: 'Invalid access token for authorization', note: 'token 无效或已过期' },
  99991671: { msg: 'Invalid token format', note: 'token 必须以 t- 或 u- 开头' },
  99991400: { msg: 'request trigger frequency limit', note: '接口频控', status: 429 },
  99992351: { msg: 'not a valid open_id', note: 'open_id 不存在' },
  99992354: { msg: 'not a valid message_id', note: 'message_id 不存在' },
  99992402: { msg: 'field validation failed', note: '参数校验失败' },
  40001: { msg: 'param error', note: '参数错误' },
  41012: { msg: 'user id invalid error', note: '用户 ID 不存在' },
  230001: { msg: 'Your request contains an invalid request parameter.', note: '参数错误' },
  230002: { msg: 'The bot can not be outside the group.', note: '机器人不在群里' },
  230011: { msg: 'The message is recalled.', note: '消息已撤回' },
  230012: { msg: 'Bot is NOT the sender of the message.', note: '不是自己发的消息' },
  230017: { msg: 'Bot is NOT the owner of the resource.', note: '不是自己上传的资源' },
  230020: {
    msg: 'This operation triggers the frequency limit.',
    note: '同一会话或同一消息每秒最多 5 次',
  },
  230025: { msg: 'The length of the message content reaches its limit.', note: '内容超过长度上限' },
  230026: { msg: 'No permission to recall the message.', note: '不能撤回别人的消息' },
  230031: {
    msg: 'Only messages sent within 14 days can be updated.',
    note: '超过 14 天的卡片不能再更新',
  },
  230033: { msg: 'Only messages sent within 7 days can be queried.', note: '只能查 7 天内的已读' },
  230034: { msg: 'The receive_id is invalid.', note: '接收者 ID 不存在' },
  230054: { msg: 'This message type is unsupported.', note: '消息类型不支持此操作' },
  230099: { msg: 'Failed to create card content', note: '卡片内容不合规' },
  230110: { msg: 'Message unavailable as it has been deleted.', note: '消息已删除' },
  232006: { msg: 'Your request specifies a chat_id which is invalid.', note: 'chat_id 不存在' },
  232011: { msg: 'Operator can NOT be out of the chat.', note: '机器人不在会话里' },
  234001: { msg: 'Invalid request param.', note: '资源参数错误' },
  234003: { msg: 'File not in msg.', note: '资源不属于这条消息' },
  234004: { msg: 'App is not in the chat.', note: '机器人不在会话里' },
  234006: { msg: 'The file size exceed the max value.', note: '文件太大' },
  234008: { msg: 'The app is not the resource sender.', note: '只能下载自己上传的资源' },
  234010: { msg: "File's size can't be 0.", note: '文件为空' },
  234011: { msg: "Can't recognize image format.", note: '图片格式不支持' },
  234043: { msg: 'Unsupported message type.', note: '卡片消息里的资源不能下载' },
  300020: { msg: 'token is invalid', note: '卡片 token 格式不对' },
  300030: { msg: 'token is expired', note: '卡片 token 已过 30 分钟' },
  300040: { msg: 'token has been used more than twice', note: '卡片 token 只能用两次' },
} satisfies Record<number, Answer>

export type Code = keyof typeof ANSWERS

const answers: Record<number, Answer> = ANSWERS

/** Thrown by a route, answered once by the server. */
export class Refusal extends Error {
  readonly code: Code
  readonly headers: Record<string, string>
  readonly status: 200 | 400 | 401 | 404 | 429

  constructor(code: Code, detail = '', headers: Record<string, string> = {}) {
    const { msg, status } = answers[code] ?? { msg: '' }
    super(detail === '' ? msg : `${msg}${code === 230099 ? ', ' : ' '}${detail}`)
    this.code = code
    this.headers = headers
    this.status = status ?? 400
  }

  /** The body as the platform words it; `log_id` is what its support asks for. */
  body(logId: string): unknown {
    if (this.status === 200) return { code: this.code, msg: this.message }
    const error = {
      log_id: logId,
      troubleshooter: '排查建议查看(Troubleshooting suggestions): 本地飞书的流量面板',
    }
    return { code: this.code, msg: this.message, error }
  }
}

/** A card error names its own code inside `msg`; the SDK and every bot parse this text. */
export function cardRefusal(sub: number, path: string, message: string): Refusal {
  const where = path === '' ? '' : `ErrPath: ${path}; `
  return new Refusal(230099, `ext=ErrCode: ${sub}; ${where}ErrMsg: ${message}; `)
}

export function noteOf(code: number): string | undefined {
  return answers[code]?.note
}
