import { pino } from 'pino'
import type { LogLevel } from './config.ts'
import type { Log } from './feishu/log.ts'

/** JSON lines on stderr; fields never carry secrets or what people wrote, the redaction is the second lock on that door. */
export const createLog = (level: LogLevel): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['*.secret', '*.token', '*.authorization', '*.password', '*.text', '*.content'],
    },
    pino.destination(2),
  )
