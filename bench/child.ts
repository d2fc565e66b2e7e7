import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** A process of its own that answers one question at a time. */
export interface Child {
  /** What it said when it was ready. */
  ready: unknown
  ask(question: unknown): Promise<unknown>
  stop(): Promise<void>
}

/** Puts a file of `bench/` into one bundle, as `npm start` does with the bot, and runs it. */
export async function startChild(entry: URL, settings: unknown): Promise<Child> {
  const folder = await mkdtemp(join(tmpdir(), 'sanse-bench-'))
  const file = join(folder, basename(fileURLToPath(entry)).replace(/\.ts$/, '.mjs'))
  await bundle(entry, file)
  const child = fork(file, [JSON.stringify(settings)], {
    serialization: 'advanced',
    execArgv: profiling(),
  })
  // Once it runs, the file has been read; a run that fails later leaves nothing behind.
  const ready = await nextAnswer(child)
  await rm(folder, { recursive: true, force: true })
  return {
    ready,
    async ask(question) {
      const answer = nextAnswer(child)
      child.send(question as object)
      return answer
    },
    async stop() {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    },
  }
}

/** `BENCH_CPU_PROF=folder` leaves a CPU profile of every process there. */
function profiling(): string[] {
  const folder = process.env['BENCH_CPU_PROF']
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : []
}

async function bundle(entry: URL, outfile: string): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    banner: {
      js: `import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);const __dirname=import.meta.dirname,__filename=import.meta.filename;`,
    },
    logLevel: 'error',
  })
}

async function nextAnswer(child: ChildProcess): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const died = () => reject(new Error('a process of the bench died'))
  child.once('message', resolve)
  child.once('exit', died)
  try {
    return await promise
  } finally {
    child.off('message', resolve)
    child.off('exit', died)
  }
}
