import { openDatabase } from '../src/db/connect.ts'
import * as organisations from '../src/db/organisations.ts'
import { type Contender, startContender } from './contender.ts'
import type { Stage } from './measurement.ts'
import type { ServeBot } from './serve/bot.ts'

export interface GivenBot extends Contender {
  databaseUrl: string
}

/** A bot as in production, on a database of its own with the organisation in force; `pump`: it also works off what it stores. */
export async function startBot(stage: Stage, name: string, pump: boolean): Promise<GivenBot> {
  const { cluster, org, at, credentials } = stage
  const databaseUrl = await cluster.create(name)
  const database = openDatabase(databaseUrl)
  const by = { importedAt: at, importedBy: 'bench', note: undefined }
  await organisations.add(database.db, { organisation: org, ...by })
  await database.close()
  const settings: ServeBot = { databaseUrl, feishu: credentials, at, pump }
  return { ...(await startContender(name, 'bot', settings)), databaseUrl }
}
