import type { SeedInput } from '../../emulator/seed.ts'

export const seed = {
  app: {
    id: 'cli_0123456789abcdef',
    secret: 'a secret of the tests',
    encryptKey: 'a key of the tests, thirty-two long',
    verificationToken: 'a token of the tests',
    name: '三色',
  },
  people: [{ name: '张检' }, { name: '李文员' }, { name: '王外人' }],
  groups: [
    { name: '一热', members: ['张检', '李文员'] },
    { name: '无机器人群', members: ['张检'], botIn: false },
  ],
} satisfies SeedInput
