import type { Platform } from './platform.ts'
import type { Resource } from './state.ts'

const PREFIX = { image: 'img_v3_', file: 'file_v3_' } as const

export function keepResource({ state, mint }: Platform, given: Omit<Resource, 'key'>): Resource {
  const resource = { ...given, key: mint.next(PREFIX[given.kind]) }
  state.resources.set(resource.key, resource)
  return resource
}

/** Recognised by their first bytes, as the platform does: a name or a header proves nothing. */
const IMAGE_MAGIC: readonly { type: string; at: number; hex: string }[] = [
  { type: 'image/jpeg', at: 0, hex: 'ffd8ff' },
  { type: 'image/png', at: 0, hex: '89504e47' },
  { type: 'image/gif', at: 0, hex: '47494638' },
  { type: 'image/webp', at: 8, hex: '57454250' },
  { type: 'image/bmp', at: 0, hex: '424d' },
  { type: 'image/x-icon', at: 0, hex: '00000100' },
  { type: 'image/tiff', at: 0, hex: '49492a00' },
  { type: 'image/tiff', at: 0, hex: '4d4d002a' },
  { type: 'image/heic', at: 4, hex: '66747970686569' },
]

export function imageType(bytes: Uint8Array): string | undefined {
  const hex = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  return IMAGE_MAGIC.find(({ at, hex: magic }) => hex.startsWith(magic, at * 2))?.type
}
