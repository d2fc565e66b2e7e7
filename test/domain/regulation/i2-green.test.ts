import { describe, expect, test } from 'vitest'
import { missingCells } from '../../../src/domain/draft.ts'
import { CONTENT } from '../stories.ts'
import { scenes } from './scenes.ts'

/** I2：绿单：未发现问题，服务创新、亮点予以公示交流。 */

describe('I2 · 绿单', () => {
  scenes([
    {
      情景: 'I2 · 准：送达即办结，没有期限，也不提醒',
      颜色: '绿',
      签发: '2026-11-16 10:00',
      看到: '2026-12-31 10:00',
      期望: {
        到期: '无',
        提醒: [],
        颜色: '绿',
        在谁桌上: '无（已办结）',
        编号: '绿2026-1',
      },
    },
    {
      情景: 'I2 · 准：节假日也可以签发绿单',
      颜色: '绿',
      签发: '2026-10-01 10:00',
      期望: { 到期: '无', 颜色: '绿', 在谁桌上: '无（已办结）' },
    },
    {
      情景: 'I2 · 拒：绿单不需要反馈、不能延期、不能催办',
      颜色: '绿',
      签发: '2026-11-16 10:00',
      经过: [
        '2026-11-16 11:00 联络员 反馈 ✗ I5',
        '2026-11-16 11:01 联络员 申请延期至 2026-11-25 ✗ D6',
        '2026-11-16 11:02 督查员 催办 ✗ D11',
      ],
      期望: { 在谁桌上: '无（已办结）' },
    },
  ])

  test('I2 · 拒：没有写服务创新及亮点的绿单不能签发', () => {
    const green = { ...CONTENT, colour: 'green', findings: [] } as const
    expect(missingCells(green)).toEqual(['highlights'])
  })
})
