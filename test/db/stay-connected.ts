// Stands for a bot: starts the embedded server, says how to reach it and works on until it is killed.
import process from 'node:process'
import { startEmbedded } from '../../src/db/embedded.ts'

const [dataDir = ''] = process.argv.slice(2)
const { url } = await startEmbedded({ dataDir, fsync: false })
process.stdout.write(`${url}\n`)
setInterval(() => {}, 60_000)
