import { createHash } from 'node:crypto'
import type { Day, Instant } from '../domain/time.ts'
import { canonical } from './hash-chain.ts'

/** What a day's head binds: the last hash of every slip touched, and the head before. */
export interface DayHead {
  day: Day
  at: Instant
  prevHash: string
  tips: readonly string[]
}

export const headHash = ({ day, at, prevHash, tips }: DayHead): string =>
  createHash('sha256').update(canonical({ day, at, prevHash, tips })).digest('hex')
