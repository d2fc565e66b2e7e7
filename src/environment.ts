import process from 'node:process'
import type { Environment } from './config.ts'

/** The process's environment with `.env` beneath it, when there is one: what is set outside wins. */
export function environment(): Environment {
  try {
    process.loadEnvFile()
  } catch {
    // Most installations have none.
  }
  return process.env
}
