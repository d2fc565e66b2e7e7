import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { SettableClock } from '../app/clock.ts'

const fileIn = (dataDir: string): string => join(dataDir, 'clock-ahead-ms')

/** How far the development clock was ahead of the wall when it was last set; 0 before that. */
export async function readAhead(dataDir: string): Promise<number> {
  const text = await readFile(fileIn(dataDir), 'utf8').catch(() => '0')
  const ahead = Number(text)
  return Number.isFinite(ahead) ? ahead : 0
}

/** Remembers how far ahead the clock is, so that a restart does not throw the story back in time. */
export const keepAhead = (clock: SettableClock, dataDir: string): SettableClock => ({
  now: () => clock.now(),
  set(at) {
    clock.set(at)
    void writeFile(fileIn(dataDir), String(at - Date.now())).catch(() => {})
  },
})
