import type { Platform } from '../platform.ts'
import { transcript } from '../transcript.ts'

export interface Wait<T> {
  /** What the caller waits for, for the error: `a card /BD-/`. */
  what: string
  chat: string
  ms: number
  /** Asked at once, and again with each change. */
  probe: () => T | undefined
}

/** Resolves on the change that makes it true, never on time; when nothing comes, the chat is shown. */
export function waitFor<T>(platform: Platform, { what, chat, ms, probe }: Wait<T>): Promise<T> {
  const now = probe()
  if (now !== undefined) return Promise.resolve(now)
  // Made here, so that the stack leads to the story and not to a timer.
  const late = new Error()
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      unsubscribe()
    }
    const unsubscribe = platform.bus.subscribe(() => {
      const found = probe()
      if (found === undefined) return
      stop()
      resolve(found)
    })
    const timer = setTimeout(() => {
      stop()
      late.message = `Waited ${ms} ms for ${what}, in vain:\n${transcript(platform, chat)}`
      reject(late)
    }, ms)
  })
}
