import { type Actor, personOf } from '../../src/domain/authority.ts'
import type { OpenId, Organisation } from '../../src/domain/organisation.ts'
import type { Day } from '../../src/domain/time.ts'

/** A small organisation with one person for every way of standing to a slip of the unit `rl1`. */
export const ORGANISATION: Organisation = {
  office: {
    chat: 'oc_office',
    director: 'ou_director',
    inspectors: ['ou_inspector', 'ou_otherInspector'],
    reviewers: ['ou_reviewer', 'ou_reviewerOfUnit'],
  },
  leaders: { chat: 'oc_leaders', members: ['ou_leader'] },
  units: [
    {
      code: 'rl1',
      name: '第一热力公司',
      aliases: ['一热'],
      chat: 'oc_rl1',
      head: 'ou_head',
      contacts: ['ou_contact', 'ou_reviewerOfUnit'],
      sites: ['崂山路服务站', '延安路热力站'],
    },
    {
      code: 'rl2',
      name: '第二热力公司',
      aliases: ['二热'],
      chat: 'oc_rl2',
      head: 'ou_otherHead',
      contacts: ['ou_otherContact'],
      sites: ['延安路热力站'],
    },
  ],
  people: {},
  substitutes: [
    { for: 'ou_director', by: 'ou_deputy', from: '2026-11-16', to: '2026-11-20' },
    { for: 'ou_contact', by: 'ou_standInOfUnit', from: '2026-11-16', to: '2026-11-20' },
    { for: 'ou_reviewer', by: 'ou_standInReviewer', from: '2026-11-16', to: '2026-11-20' },
    { for: 'ou_reviewer', by: 'ou_contact', from: '2026-11-16', to: '2026-11-20' },
    { for: 'ou_inspector', by: 'ou_standInInspector', from: '2026-11-16', to: '2026-11-20' },
    { for: 'ou_deputy', by: 'ou_deputyOfDeputy', from: '2026-11-16', to: '2026-11-20' },
  ],
}

/** Somebody as the regulation sees them on a day; by default a day within the substitutions. */
export const who = (id: OpenId, today: Day = '2026-11-18'): Actor =>
  personOf(ORGANISATION, id, today)

export const INSPECTOR = who('ou_inspector')
export const CONTACT = who('ou_contact', '2026-11-01')
export const REVIEWER = who('ou_reviewer')
export const DIRECTOR = who('ou_director')

/** A rule acting by itself. */
export const BY_RULE: Actor = { kind: 'rule', rule: 'D2' }
