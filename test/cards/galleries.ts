import { EVERYDAY, type Gallery } from './gallery.ts'
import { DRAFTING } from './gallery-drafts.ts'
import { OFFICE } from './gallery-office.ts'
import { PRAISE } from './gallery-praise.ts'
import { REQUESTS } from './gallery-requests.ts'

/** All of them, each with its file of transcripts. */
export const GALLERIES: Record<string, Gallery> = {
  ...EVERYDAY,
  ...REQUESTS,
  ...OFFICE,
  ...PRAISE,
  ...DRAFTING,
}
