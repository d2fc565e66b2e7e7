import type { Instant } from '../src/domain/time.ts'
import { shorten } from './escape.ts'
import { stampText } from './when.ts'

/** Asked instead of carrying out what was written too long ago to be done blindly. */
export const staleText = (line: string, writtenAt: Instant): string =>
  `这条命令是 ${stampText(writtenAt)} 写的：“${shorten(line, 40)}”，因飞书/系统故障现在才收到，没有照办。还要办吗？要办请再发一遍。`

/** What a card says once a younger copy of it stands below. */
export const replacedText = '这张卡片快满 14 天，飞书不再允许更新。最新卡片见下方。'
