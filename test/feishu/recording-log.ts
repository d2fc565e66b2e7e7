import type { Log } from '../../src/feishu/log.ts'

export interface RecordingLog extends Log {
  lines: { level: keyof Log; fields: Record<string, unknown>; sentence: string }[]
  /** Everything written, to search for what must not be in it. */
  text(): string
}

export function createRecordingLog(): RecordingLog {
  const lines: RecordingLog['lines'] = []
  const at = (level: keyof Log) => (fields: Record<string, unknown>, sentence: string) => {
    lines.push({ level, fields, sentence })
  }
  return {
    lines,
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    text: () => JSON.stringify(lines),
  }
}
