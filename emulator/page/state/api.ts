import type { Chat, Message, MoveClock, Press, Pressed, Say, Snapshot } from '../../wire.ts'

class ApiError extends Error {}

const answerOf = async <T>(response: Response): Promise<T> => {
  if (response.ok) return (await response.json().catch(() => ({}))) as T
  const text = await response.text()
  throw new ApiError(text.slice(0, 200) || `HTTP ${response.status}`)
}

const post = async <T>(path: string, body: unknown): Promise<T> =>
  answerOf<T>(
    await fetch(`/__emu/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  )

export const fetchState = async (): Promise<Snapshot> => answerOf(await fetch('/__emu/state'))

export const say = (body: Say): Promise<{ message: Message }> => post('say', body)

export const press = (body: Press): Promise<Pressed> => post('press', body)

export const moveClock = (body: MoveClock): Promise<{ now: number }> => post('clock', body)

export const reset = (): Promise<unknown> => post('reset', {})

export const markRead = (as: string, chat: string): Promise<unknown> => post('read', { as, chat })

export const recall = (as: string, message: string): Promise<unknown> =>
  post('recall', { as, message })

export const openP2p = (as: string): Promise<{ chat: Chat }> => post('open-p2p', { as })

export interface Photo {
  as: string
  chat: string
  file: File
  replyTo: string | undefined
}

export const sendPhoto = async (photo: Photo): Promise<{ message: Message }> => {
  const query = new URLSearchParams({ as: photo.as, chat: photo.chat, name: photo.file.name })
  if (photo.replyTo) query.set('replyTo', photo.replyTo)
  return answerOf(
    await fetch(`/__emu/photo?${query}`, {
      method: 'POST',
      headers: { 'content-type': photo.file.type || 'application/octet-stream' },
      body: photo.file,
    }),
  )
}

export const resourceUrl = (key: string): string => `/__emu/resources/${encodeURIComponent(key)}`
