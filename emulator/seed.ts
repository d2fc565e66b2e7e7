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

const schema = z.object({
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
})

/** As written by hand; what is left out is minted. */
export type SeedInput = z.input<typeof schema>
export type Seed = z.output<typeof schema>

export function parseSeed(input: unknown): Seed {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw new Error(`seed: ${z.prettifyError(result.error)}`)
}
