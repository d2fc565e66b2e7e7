import { type Client, CTenantAccessToken, type DefaultCache } from '@larksuiteoapi/node-sdk'

export interface AccessToken {
  /** Cached, and fetched once however many ask at the same time. */
  current(): Promise<string>
  /** Feishu no longer takes this one. A newer one, fetched meanwhile, stays. */
  drop(token: string): Promise<void>
}

/** The SDK caches the tenant token, but fetches it once per waiting call and never lets go of a dead one. */
export function createAccessToken(client: Client, cache: DefaultCache): AccessToken {
  const namespace = { namespace: client.appId }
  let fetching: Promise<string> | undefined
  return {
    current() {
      fetching ??= client.tokenManager.getTenantAccessToken().finally(() => {
        fetching = undefined
      })
      return fetching
    },
    async drop(token) {
      if ((await cache.get(CTenantAccessToken, namespace)) !== token) return
      await cache.set(CTenantAccessToken, '', undefined, namespace)
    },
  }
}
