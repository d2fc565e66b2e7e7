import type { OpenId, Organisation } from '../domain/organisation.ts'
import type { Feishu } from '../feishu/port.ts'

/** Names of people: the registry's word first, then Feishu's, remembered for the life of the process. */
export interface Names {
  /** Names for these people; somebody nobody can name is called 同事. */
  of(org: Organisation | undefined, ids: readonly OpenId[]): Promise<(id: OpenId) => string>
}

const UNNAMED = '同事'

export function createNames(feishu: Pick<Feishu, 'names'>): Names {
  const known = new Map<OpenId, string>()
  return {
    async of(org, ids) {
      const inOrg = (id: OpenId) => org?.people[id] ?? known.get(id)
      const unknown = [...new Set(ids)].filter((id) => inOrg(id) === undefined)
      if (unknown.length > 0) {
        // A name is a courtesy: a card without it is better than no card.
        const told = await feishu.names(unknown).catch(() => new Map<string, string>())
        for (const [id, name] of told) known.set(id, name)
      }
      return (id) => inOrg(id) ?? UNNAMED
    },
  }
}
