import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import process from 'node:process'

/** What a contender has used so far. */
export interface Usage {
  cpuMicros: number
  residentMb: number
}

export function settings<T>(): T {
  // Written by the parent, which shares the type.
  return JSON.parse(process.argv[2] ?? '{}') as T
}

/** Listens on a free port, tells the parent which, and from then on answers what it has used. */
export function listenFor(server: Server): void {
  process.on('message', () => process.send?.(usage()))
  process.once('disconnect', () => process.exit(0))
  server.listen(0, '127.0.0.1', () =>
    process.send?.({ port: (server.address() as AddressInfo).port }),
  )
}

function usage(): Usage {
  const { user, system } = process.cpuUsage()
  return { cpuMicros: user + system, residentMb: process.memoryUsage.rss() / 2 ** 20 }
}
