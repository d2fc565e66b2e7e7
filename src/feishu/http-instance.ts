import type { HttpInstance } from '@larksuiteoapi/node-sdk'
import axios, { AxiosError } from 'axios'

import { isJsonObject } from './json-object.ts'

/** The SDK's own default is to wait for ever. No card press waits for a call: those are answered before we speak. */
const REQUEST_TIMEOUT = 10_000
const ANSWER_BYTES_MAX = 4_194_304

/**
 * The SDK's default instance is shared by the process, has no timeout, and leaves `code ≠ 0` in a 200 to
 * the reader. Ours resolves to the body when Feishu accepted and rejects in every other case.
 */
export function createHttpInstance(domain: string, timeoutMs = REQUEST_TIMEOUT): HttpInstance {
  const http = axios.create({
    timeout: timeoutMs,
    maxRedirects: 0,
    maxContentLength: ANSWER_BYTES_MAX,
    ...(isLoopback(domain) && { proxy: false as const }),
  })
  http.interceptors.response.use((response) => {
    const body: unknown = response.data
    if (isJsonObject(body) && body['code'] === 0) return response.data
    throw new AxiosError('refused', undefined, response.config, response.request, response)
  })
  // Its methods resolve to the body because of the interceptor, which axios's types cannot know.
  return http as HttpInstance
}

/** A proxy from the environment must not come between the bot and an emulator beside it. */
function isLoopback(domain: string): boolean {
  const host = URL.parse(domain)?.hostname ?? ''
  return host === 'localhost' || host === '[::1]' || host.startsWith('127.')
}
