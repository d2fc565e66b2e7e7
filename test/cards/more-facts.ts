import type { SlipEvent } from '../../src/domain/events.ts'
import type { LookBack, LookBackFinding, SlipContent } from '../../src/domain/slip.ts'
import type { Instant } from '../../src/domain/time.ts'
import { at, by, content, fact, rule } from './sample.ts'

/** The rarer facts, as the core records them. */
export const interim = (text = '公示牌已送印，明天上墙。'): SlipEvent =>
  fact({ type: 'interimReplied', text }, at('2026-11-24', '10:00'), by('ou_contact'), 'I5')

export const handedOver = (to = 'ou_contact2'): SlipEvent =>
  fact({ type: 'handedOver', to }, at('2026-11-23', '15:00'), by('ou_contact'), 'O5')

export const extensionAsked = (reason = '制作公示牌要两天。'): SlipEvent =>
  fact(
    {
      type: 'extensionRequested',
      reason,
      until: '2026-11-30',
      rulingDueAt: at('2026-11-25', '17:30'),
    },
    at('2026-11-24', '11:00'),
    by('ou_contact'),
    'D6',
  )

export const extensionRuled = (granted: boolean, reason = '情况属实。'): SlipEvent =>
  fact(
    { type: 'extensionRuled', granted, reason },
    at('2026-11-25', '09:00'),
    by('ou_reviewer'),
    'D6',
  )

export const returnAsked = (reason = '这个服务站今年已划给二公司。', unit = 'rl2'): SlipEvent =>
  fact(
    { type: 'returnRequested', reason, unit, rulingDueAt: at('2026-11-25', '17:30') },
    at('2026-11-24', '11:00'),
    by('ou_contact'),
    'D7',
  )

export const returnRuled = (granted: boolean, reason = '划转文件已核实。'): SlipEvent =>
  fact({ type: 'returnRuled', granted, reason }, at('2026-11-25', '09:00'), by('ou_reviewer'), 'D7')

export const transferred = (unit = 'rl2'): SlipEvent =>
  fact({ type: 'transferred', unit }, at('2026-11-25', '09:00'), by('ou_reviewer'), 'D7')

export const rulingUrged = (about: 'extension' | 'return'): SlipEvent =>
  fact({ type: 'rulingUrged', about }, at('2026-11-25', '17:30'), rule('D9'), 'D9')

export const urgedByHand = (when = at('2026-11-25', '09:00')): SlipEvent =>
  fact({ type: 'urged' }, when, by('ou_inspector'), 'D11')

export const corrected = (
  reason = '站点名称写错了。',
  what: SlipContent = content({ site: '延安路热力站' }),
): SlipEvent =>
  fact(
    { type: 'corrected', content: what, reason },
    at('2026-11-23', '16:00'),
    by('ou_inspector'),
    'I1',
  )

export const withdrawn = (reason = '重复签发。'): SlipEvent =>
  fact({ type: 'withdrawn', reason }, at('2026-11-24', '09:00'), by('ou_inspector'), 'D15')

export const retried = (): SlipEvent =>
  fact({ type: 'serviceRetried' }, at('2026-11-23', '10:30'), by('ou_inspector'), 'D2')

export const closingProposed = (when = at('2026-12-01', '09:00')): SlipEvent =>
  fact({ type: 'closingProposed' }, when, by('ou_reviewer'), 'D4')

export const lookBackPlanned = (
  because: LookBack['because'] = 'sample',
  when: Instant = at('2026-11-25', '09:30'),
): SlipEvent =>
  fact(
    {
      type: 'lookBackPlanned',
      lookBack: {
        at: at('2026-12-10', '08:30'),
        because,
        ...(because === 'sample' ? { lot: 0.1234 } : {}),
      },
    },
    when,
    rule('D10'),
    'D10',
  )

export const lookBackDue = (): SlipEvent =>
  fact({ type: 'lookBackDue' }, at('2026-12-10', '08:30'), rule('D10'), 'D10')

export const lookedBack = (
  finding: LookBackFinding,
  reason = '公示仍在，便民箱又缺了老花镜。',
): SlipEvent =>
  fact({ type: 'lookedBack', finding, reason }, at('2026-12-10', '15:00'), by('ou_inspector'), 'I7')

export const deadlineReset = (reason = '施工许可刚批下来。'): SlipEvent =>
  fact({ type: 'deadlineReset', reason }, at('2026-12-01', '10:00'), by('ou_director'), 'D3')

/** A green slip is done when it is served. */
export const servedGreen = (): SlipEvent =>
  fact(
    { type: 'served', messageId: 'om_green', plan: [] },
    at('2026-11-23', '10:00'),
    rule('D2'),
    'D2',
  )
