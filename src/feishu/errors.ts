/** What to do about a code of Feishu's. */
export type Remedy =
  /** Later, with the same uuid. */
  | 'retry'
  /** This very request will never succeed: record the failure. */
  | 'permanent'
  /** The message on screen cannot be changed any more: send a new card. */
  | 'newCard'
  /** Nobody waits for this any more. */
  | 'drop'
  /** The destination needs a person: somebody left, a group muted us. */
  | 'tellHuman'
  /** Credentials, scopes, quotas: whoever runs the bot. */
  | 'askOperator'

export interface Disposition {
  meaning: string
  remedy: Remedy
}

const CARD_REFUSED = 230099
const IN_INTERACTION = 200810

/** Every code `reference` knows, in numeric order within its family. Codes are the authority, never the HTTP status. */
export const FEISHU_CODES: Readonly<Record<number, Disposition>> = {
  // Tokens
  10003: { meaning: 'app id malformed or empty', remedy: 'askOperator' },
  10014: { meaning: 'app id unknown or app secret wrong', remedy: 'askOperator' },
  99991661: { meaning: 'request without a token', remedy: 'askOperator' },
  99991662: { meaning: 'app disabled', remedy: 'askOperator' },
  99991663: { meaning: 'tenant token invalid or expired', remedy: 'retry' },
  99991664: { meaning: 'app token invalid', remedy: 'retry' },
  99991665: { meaning: 'tenant invalid', remedy: 'askOperator' },
  99991668: { meaning: 'user token invalid or not supported here', remedy: 'askOperator' },
  99991671: { meaning: 'token of an unknown kind', remedy: 'askOperator' },
  99991672: { meaning: 'scope not granted to the app', remedy: 'askOperator' },
  99991673: { meaning: 'app not installed in the tenant', remedy: 'askOperator' },
  99991677: { meaning: 'user token expired', remedy: 'permanent' },
  99991679: { meaning: 'scope not granted by the user', remedy: 'permanent' },

  // Limits and fields, any API
  11232: { meaning: 'too many messages at once', remedy: 'retry' },
  11247: { meaning: 'daily limit of batch messages reached', remedy: 'askOperator' },
  99991400: { meaning: 'rate limit of the API', remedy: 'retry' },
  99991401: { meaning: 'address not on the IP white list of the app', remedy: 'askOperator' },
  99991403: { meaning: 'monthly call quota of the tenant used up', remedy: 'askOperator' },
  99992351: { meaning: 'open_id does not exist', remedy: 'tellHuman' },
  99992354: { meaning: 'message_id does not exist', remedy: 'newCard' },
  99992360: { meaning: 'user_id does not exist', remedy: 'tellHuman' },
  99992361: { meaning: 'open_id of another app', remedy: 'askOperator' },
  99992364: { meaning: 'union_id does not exist', remedy: 'tellHuman' },
  99992402: { meaning: 'field validation failed', remedy: 'permanent' },

  // Contacts
  40001: { meaning: 'contact request has a wrong parameter', remedy: 'permanent' },
  41012: { meaning: 'person id invalid', remedy: 'tellHuman' },
  41050: { meaning: 'person outside the contact data range of the app', remedy: 'askOperator' },

  // Messages
  230001: { meaning: 'request parameter invalid', remedy: 'permanent' },
  230002: { meaning: 'bot is not in the group', remedy: 'tellHuman' },
  230006: { meaning: 'bot ability not activated', remedy: 'askOperator' },
  230009: { meaning: 'too old to recall', remedy: 'permanent' },
  230011: { meaning: 'message was recalled', remedy: 'newCard' },
  230012: { meaning: 'bot is not the sender of the message', remedy: 'permanent' },
  230013: { meaning: 'person outside the availability range of the app', remedy: 'tellHuman' },
  230015: { meaning: 'p2p chat cannot be shared', remedy: 'permanent' },
  230017: { meaning: 'bot does not own the resource: upload it again', remedy: 'permanent' },
  230018: { meaning: 'group settings forbid this: muted', remedy: 'tellHuman' },
  230019: { meaning: 'topic does not exist', remedy: 'permanent' },
  230020: { meaning: 'rate limit of this chat, person or message', remedy: 'retry' },
  230022: { meaning: 'sensitive information in the text', remedy: 'tellHuman' },
  230023: { meaning: 'person has too many unread urgent messages', remedy: 'permanent' },
  230024: { meaning: 'urgent quota used up', remedy: 'askOperator' },
  230025: { meaning: 'content too long', remedy: 'permanent' },
  230026: { meaning: 'no permission to recall', remedy: 'permanent' },
  230027: { meaning: 'permission missing, or an external group', remedy: 'askOperator' },
  230028: { meaning: 'audit of the tenant refused the text', remedy: 'tellHuman' },
  230029: { meaning: 'person has resigned', remedy: 'tellHuman' },
  230031: { meaning: 'message is over 14 days old', remedy: 'newCard' },
  230033: { meaning: 'read state is kept for 7 days', remedy: 'drop' },
  230034: { meaning: 'receive_id invalid', remedy: 'tellHuman' },
  230035: { meaning: 'bot may not send here: muted or blocked', remedy: 'tellHuman' },
  230038: { meaning: 'person of another tenant', remedy: 'tellHuman' },
  230049: { meaning: 'message is being sent', remedy: 'retry' },
  230050: { meaning: 'message is invisible to the bot', remedy: 'permanent' },
  230052: { meaning: 'group settings forbid urgent messages', remedy: 'tellHuman' },
  230053: { meaning: 'person stopped the bot from sending messages', remedy: 'tellHuman' },
  230054: { meaning: 'message type not supported here', remedy: 'permanent' },
  230055: { meaning: 'file type does not fit the message type', remedy: 'permanent' },
  230071: { meaning: 'edit: bot is not the sender', remedy: 'permanent' },
  230072: { meaning: 'edited 20 times', remedy: 'permanent' },
  230075: { meaning: 'too old to edit', remedy: 'permanent' },
  230098: { meaning: 'urgent message is folded', remedy: 'permanent' },
  230099: { meaning: 'card content refused, see the sub-code', remedy: 'permanent' },
  230110: { meaning: 'message was deleted', remedy: 'newCard' },
  230111: { meaning: 'message will destroy itself', remedy: 'drop' },

  // Chats
  232006: { meaning: 'chat_id invalid', remedy: 'tellHuman' },
  232009: { meaning: 'chat was dissolved', remedy: 'tellHuman' },
  232010: { meaning: 'chat of another tenant', remedy: 'tellHuman' },
  232011: { meaning: 'bot is not inside the chat', remedy: 'tellHuman' },
  232014: { meaning: 'no right to set the top notice', remedy: 'tellHuman' },
  232019: { meaning: 'members are being changed by another request', remedy: 'retry' },
  232025: { meaning: 'bot ability not activated', remedy: 'askOperator' },
  232033: { meaning: 'external chat', remedy: 'tellHuman' },
  232034: { meaning: 'app not enabled in the tenant', remedy: 'askOperator' },
  232096: { meaning: 'image upload is stopped', remedy: 'retry' },

  // Files and images
  234001: { meaning: 'resource request has a wrong parameter', remedy: 'permanent' },
  234002: { meaning: 'resource request not authorised', remedy: 'askOperator' },
  234003: { meaning: 'file does not belong to the message', remedy: 'permanent' },
  234004: { meaning: 'bot is not in the chat of the file', remedy: 'tellHuman' },
  234006: { meaning: 'file too big', remedy: 'permanent' },
  234007: { meaning: 'bot ability not activated', remedy: 'askOperator' },
  234008: { meaning: 'file of another app', remedy: 'permanent' },
  234010: { meaning: 'file is empty', remedy: 'permanent' },
  234011: { meaning: 'image format not supported', remedy: 'permanent' },
  234037: { meaning: 'file over 100 MB', remedy: 'permanent' },
  234038: { meaning: 'chat in restricted mode', remedy: 'tellHuman' },
  234039: { meaning: 'image resolution too high', remedy: 'permanent' },
  234040: { meaning: 'message is invisible to the bot', remedy: 'permanent' },
  234043: { meaning: 'files in cards and forwarded bundles cannot be read', remedy: 'permanent' },

  // Cards: sub-codes inside 230099, card entities, delayed update by token
  10002: { meaning: 'card update has a wrong parameter', remedy: 'permanent' },
  11310: { meaning: 'card has too many elements or tables', remedy: 'permanent' },
  11311: { meaning: 'card format wrong', remedy: 'permanent' },
  100000: { meaning: 'card over 100 KB when converted', remedy: 'permanent' },
  100030: { meaning: 'card is not JSON', remedy: 'permanent' },
  100290: { meaning: 'person id in the card invalid', remedy: 'permanent' },
  200000: { meaning: 'message of the card was recalled', remedy: 'newCard' },
  200310: { meaning: 'card of another app', remedy: 'permanent' },
  200320: { meaning: 'open_ids wrong for an exclusive card', remedy: 'permanent' },
  200530: { meaning: 'component inside a form has no name', remedy: 'permanent' },
  200550: { meaning: 'chart specification invalid', remedy: 'permanent' },
  200570: { meaning: 'image key in the card invalid', remedy: 'permanent' },
  200621: { meaning: 'card is not valid JSON', remedy: 'permanent' },
  200740: { meaning: 'card entity not found', remedy: 'newCard' },
  200750: { meaning: 'card entity expired', remedy: 'newCard' },
  200770: { meaning: 'card update uuid used for something else', remedy: 'permanent' },
  200810: { meaning: 'card is locked while somebody presses it', remedy: 'retry' },
  200830: { meaning: 'a 2.0 card cannot become a 1.0 card', remedy: 'newCard' },
  200850: { meaning: 'streaming timed out', remedy: 'permanent' },
  200860: { meaning: 'card over 30 KB', remedy: 'permanent' },
  200861: { meaning: 'tag not supported in a 2.0 card', remedy: 'permanent' },
  200914: { meaning: 'table rows do not fit the columns', remedy: 'permanent' },
  200915: { meaning: 'table column undefined', remedy: 'permanent' },
  300000: { meaning: 'internal error of Feishu', remedy: 'retry' },
  300020: { meaning: 'update token malformed', remedy: 'permanent' },
  300030: { meaning: 'update token expired after 30 minutes', remedy: 'drop' },
  300040: { meaning: 'update token used twice already', remedy: 'drop' },
  300090: { meaning: 'open_ids missing for an exclusive card', remedy: 'permanent' },
  300301: { meaning: 'element_id twice in the card', remedy: 'permanent' },
  300305: { meaning: 'card has more than 200 elements', remedy: 'permanent' },
  300309: { meaning: 'streaming is closed', remedy: 'permanent' },
  300311: { meaning: 'card entity of another app', remedy: 'permanent' },
  300317: { meaning: 'card update out of sequence', remedy: 'drop' },
}

/** The words themselves did not pass: any other dress would fail as well. */
export const AUDITED: readonly number[] = [230022, 230028]
const TOO_LONG = 230025

/** Whether it is what the card says that was refused, not the sender, the place or the moment. */
export function isCardRefused(code: number, message: string): boolean {
  if (code === TOO_LONG || AUDITED.includes(code)) return true
  return code === CARD_REFUSED && dispositionOf(code, message).remedy === 'permanent'
}

/** An unknown code is the operator's: retrying for ever and giving up silently are both wrong. */
const NOT_IN_THE_TABLE: Disposition = { meaning: 'code not in the table', remedy: 'askOperator' }

/** `message` is Feishu's `msg`: in a refused card (230099) it holds the sub-code that says what is the matter. */
export function dispositionOf(code: number, message = ''): Disposition {
  const disposition = FEISHU_CODES[code] ?? NOT_IN_THE_TABLE
  if (code !== CARD_REFUSED) return disposition
  // Sub-code 11310 means both "too big", which stays, and "locked while pressed", which passes.
  if (message.includes('card action is lock')) return FEISHU_CODES[IN_INTERACTION] ?? disposition
  const subCode = /ErrCode:\s*(\d+)/.exec(message)?.[1]
  return (subCode === undefined ? undefined : FEISHU_CODES[Number(subCode)]) ?? disposition
}
