import { connect } from '../db/connect.ts'
import { CannotStart } from '../cannot-start.ts'

const DEMO_LOCK = 727_002

/** Two emulators over one data folder would tell two different stories: the first one holds the demo until it ends. */
export async function holdDemo(databaseUrl: string): Promise<{ release(): Promise<void> }> {
  const client = connect(databaseUrl, 1)
  const [held] = await client<
    { mine: boolean }[]
  >`select pg_try_advisory_lock(${DEMO_LOCK}) as mine`
  if (held?.mine) return { release: () => client.end() }
  await client.end()
  throw new CannotStart(
    '这个数据目录已有一个演示在运行：请用它打印的网址，或用 DATA_DIR=… 另开一个',
  )
}
