import { z } from 'zod'

const person = z.object({
  openId: z.string().startsWith('ou_').optional(),
  name: z.string().min(1),
  title: z.string().default(''),
  hue: z.number().int().min(0).max(359).optional(),
})

const group = z.object({
  id: z.string().startsWith('oc_').optional(),
  name: z.string().min(1),
  /** open_ids, or names of people of this seed. */
  members: z.array(z.string()),
  botIn: z.boolean().default(true),
})

/** Where a newcomer lands: as this person, in their own chat with the bot. */
const start = z.object({
  /** open_id, or the name of a person of this seed. */
  as: z.string(),
  /** A line worth trying first; the empty chat offers it to this person, a click puts it into the composer. */
  hint: z.string().min(1).optional(),
})

const shape = z.object({
  app: z.object({
    id: z.string().regex(/^cli_[0-9a-f]{16}$/i),
    secret: z.string().min(1),
    /** Empty: events travel in the clear and unsigned, as on the platform. */
    encryptKey: z.string().default(''),
    verificationToken: z.string().min(1),
    name: z.string().min(1),
  }),
  people: z.array(person),
  groups: z.array(group),
  /** Left out: the first person, and nothing to try. */
  start: start.optional(),
})

const schema = shape.refine(
  ({ people, start }) => !start || people.some((one) => [one.openId, one.name].includes(start.as)),
  { path: ['start', 'as'], error: 'not in people' },
)

/** As written by hand; what is left out is minted. */
export type SeedInput = z.input<typeof schema>
export type Seed = z.output<typeof schema>

export function parseSeed(input: unknown): Seed {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw new Error(`seed: ${z.prettifyError(result.error)}`)
}
