import { readFile } from 'node:fs/promises'
import type { SeedInput } from '../../emulator/seed.ts'
import { readOrganisation } from '../app/organisation-file.ts'
import { holders, type Organisation, type Role } from '../domain/organisation.ts'

/** The demo app's credentials: they open nothing but the emulator beside it. */
export const DEMO_APP = {
  id: 'cli_5a4e5e0123456789',
  secret: 'demo-secret-of-the-local-feishu',
  encryptKey: 'demo-encrypt-key-of-the-local-feishu',
  verificationToken: 'demo-verification-token',
  name: '三色督查',
}

export async function demoOrganisation(file: URL): Promise<Organisation> {
  const read = readOrganisation(await readFile(file, 'utf8'))
  if (!read.ok) throw new Error(read.problems.map(({ sentence }) => sentence).join('\n'))
  return read.organisation
}

/** The people and groups of an organisation, as the emulator's world. */
export function seedOf(org: Organisation): SeedInput {
  return {
    app: DEMO_APP,
    people: Object.entries(org.people).map(([openId, name]) => ({
      openId,
      name,
      title: titleOf(org, openId),
    })),
    groups: groupsOf(org),
    start: startOf(org),
  }
}

/** Where a newcomer sits, and a line to try. */
function startOf({ office, units }: Organisation): SeedInput['start'] {
  const [inspector = ''] = office.inspectors
  const [unit] = units
  const place = [unit?.name, unit?.sites[0]].filter(Boolean).join('/')
  return {
    as: inspector,
    hint: `蓝单 ${place} 服务窗口 收费公示未上墙；要求：三日内上墙公示`,
  }
}

const OFFICE: readonly [Role, string][] = [
  ['director', '办公室主任'],
  ['inspector', '督查员'],
  ['reviewer', '审核人'],
  ['leader', '领导小组'],
]

function titleOf(org: Organisation, id: string): string {
  const office = OFFICE.find(([role]) => holders(org, role, undefined).includes(id))
  if (office) return office[1]
  const unit = org.units.find(({ head, contacts }) => head === id || contacts.includes(id))
  if (!unit) return ''
  return `${unit.head === id ? '分管领导' : '联络员'} · ${unit.aliases.at(-1) ?? unit.name}`
}

function groupsOf({ office, leaders, units }: Organisation): SeedInput['groups'] {
  const desk = [office.director, ...office.inspectors, ...office.reviewers]
  return [
    { id: office.chat, name: '督查办公室', members: desk },
    { id: leaders.chat, name: '服务工作领导小组', members: [...leaders.members, office.director] },
    ...units.map(({ chat, name, head, contacts }) => ({
      id: chat,
      name: `${name}服务督查群`,
      members: [head, ...contacts, ...office.inspectors],
    })),
  ]
}
