import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Person, Snapshot } from '../../wire.ts'

/** Finds who an id stands for, whichever of the three kinds of id it is. */
export interface Directory {
  bot: Snapshot['bot']
  find(id: string): Person | undefined
  nameOf(id: string): string
}

export const createDirectory = (people: readonly Person[], bot: Snapshot['bot']): Directory => {
  const byId = new Map(people.flatMap((p) => [p.openId, p.unionId, p.userId].map((id) => [id, p])))
  return {
    bot,
    find: (id) => byId.get(id),
    nameOf: (id) => {
      if (id === 'all') return '所有人'
      if (id === bot.openId) return bot.name
      return byId.get(id)?.name ?? '未知用户'
    },
  }
}

export const People = createContext<Directory>(
  createDirectory([], { openId: '', name: '', appId: '', reachable: false }),
)

export const usePeople = (): Directory => useContext(People)
