import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDay } from '../../../domain/calendarDay.ts'
import { changeAmount } from '../../../domain/change/changeAmounts.ts'
import { changeWarnings } from '../../../domain/change/changeEffect.ts'
import type { ChangeFacts } from '../../../domain/change/changeFacts.ts'
import type { ChangeKind, ChangeLine } from '../../../domain/change/changeRequest.ts'
import { checkChange } from '../../../domain/change/checkChange.ts'
import { joined, linesOfMove } from '../../../domain/change/linesOfMove.ts'
import { linesToPost } from '../../../domain/change/linesToPost.ts'
import { routeOf } from '../../../domain/change/routeOf.ts'
import type { Level, Place } from '../../../domain/ledger/entry.ts'
import { checkMovement } from '../../../domain/ledger/movementRules.ts'
import { type Pence, pence } from '../../../domain/money.ts'
import type { BalanceLine } from '../../../domain/programme/facts.ts'
import { idOf, membershipOf, programmeOf, sourceNamed } from '../given.ts'

const day = calendarDay('2020-09-01')
const programme: Place = { kind: 'programme', id: idOf('P') }
const at = (kind: 'theme' | 'scheme', name: string): Place => ({ kind, id: idOf(name) })
const pounds = (amount: number): Pence => pence(amount * 100)

const line = (level: Level, place: Place, amount: number, change: Partial<BalanceLine> = {}): BalanceLine => ({
  level,
  place,
  startYear: 2020,
  sourceId: idOf('G'),
  nature: 'capital',
  amount: pounds(amount),
  ...change,
})

const factsOf = (change: Partial<ChangeFacts> = {}): ChangeFacts => ({
  balances: [line('plan', at('scheme', 'A'), 1000_000), line('plan', at('scheme', 'B'), 1000_000)],
  programmes: [programmeOf()],
  themes: [{ id: idOf('T'), name: 'T' }],
  schemes: [
    { id: idOf('A'), name: 'A' },
    { id: idOf('B'), name: 'B' },
  ],
  memberships: [membershipOf(idOf('A'), idOf('T'))],
  sources: [sourceNamed('G'), sourceNamed('L', { category: 'prudential_borrowing' })],
  years: [],
  periods: [],
  day,
  leads: new Map(),
  ruleValues: [],
  approved: [],
  ...change,
})

const virement = (amount: number, change: Partial<ChangeLine> = {}): ChangeLine[] => [
  line('plan', at('scheme', 'A'), -amount) as ChangeLine,
  { ...(line('plan', at('scheme', 'B'), amount) as ChangeLine), ...change },
]

const routed = (kind: ChangeKind, lines: ChangeLine[], facts = factsOf()) => {
  const { approver, reasons } = routeOf({ kind, lines }, facts)
  return [approver, reasons.filter(({ needs }) => needs === approver).map(({ why }) => why)]
}

describe('who approves a change', () => {
  test.each<[string, unknown, ChangeKind, ChangeLine[], ChangeFacts?]>([
    [
      'the programme director within their limit',
      ['programme_director', ['kind', 'amount', 'share', 'share']],
      'virement',
      virement(1000),
    ],
    ['the section 151 officer over that', ['s151_officer', ['amount']], 'virement', virement(100_001)],
    ['the decision taker over theirs', ['decision_taker', ['amount']], 'virement', virement(250_001)],
    ['a decision on record where it is key', ['decision', ['key']], 'virement', virement(500_001)],
    ['a decision on record for money that is new', ['decision', ['kind']], 'injection', virement(1000).slice(1)],
    ['a decision on record for money that goes', ['decision', ['kind']], 'reduction', virement(1000).slice(0, 1)],
    [
      'a decision on record for a correction that adds money',
      ['decision', ['kind']],
      'correction',
      virement(1000).slice(1),
    ],
    ['the section 151 officer for one that does not', ['s151_officer', ['kind']], 'correction', virement(1000)],
    [
      'the section 151 officer where the source changes',
      ['s151_officer', ['source']],
      'virement',
      virement(1000, { sourceId: idOf('L') }),
    ],
    [
      'the section 151 officer where capital becomes revenue',
      ['s151_officer', ['nature']],
      'virement',
      virement(1000, { nature: 'revenue' }),
    ],
    [
      'the decision taker where another organisation gets it',
      ['decision_taker', ['organisation']],
      'virement',
      virement(1000),
      factsOf({
        leads: new Map([
          [idOf('A'), 'Council'],
          [idOf('B'), 'Trust'],
        ]),
      }),
    ],
    [
      'the section 151 officer where it is more than half of a plan',
      ['s151_officer', ['share']],
      'virement',
      virement(1000),
      factsOf({ balances: [line('plan', at('scheme', 'A'), 1999)] }),
    ],
    [
      'nobody else for what was approved in an earlier year',
      ['programme_director', ['kind', 'amount', 'share', 'share']],
      'virement',
      virement(60_000),
      factsOf({ approved: [{ lines: virement(60_000), decidedOn: calendarDay('2020-03-31') }] }),
    ],
    [
      'the section 151 officer for two that are over together',
      ['s151_officer', ['amount']],
      'virement',
      virement(60_000),
      factsOf({ approved: [{ lines: virement(60_000), decidedOn: calendarDay('2020-04-01') }] }),
    ],
  ])('%s', (_who, expected, kind, lines, facts) => {
    expect(routed(kind, lines, facts)).toEqual(expected)
  })

  test('authority that moves between schemes counts at them, however little plan moves beside it', () => {
    const authority = (amount: number) => [
      ...virement(1),
      line('authority', at('scheme', 'A'), -amount) as ChangeLine,
      line('authority', at('scheme', 'B'), amount) as ChangeLine,
    ]
    const approved = [{ lines: authority(60_000), decidedOn: day }]
    const { approver, cumulative } = routeOf({ kind: 'virement', lines: authority(60_000) }, factsOf({ approved }))
    expect([approver, cumulative]).toEqual(['s151_officer', pounds(120_000)])
  })

  test('plan that goes to another organisation is seen, whatever authority comes back beside it', () => {
    const lines = [
      ...virement(1000),
      line('authority', at('scheme', 'A'), 1000) as ChangeLine,
      line('authority', at('scheme', 'B'), -1000) as ChangeLine,
    ]
    const leads = new Map([
      [idOf('A'), 'Council'],
      [idOf('B'), 'Trust'],
    ])
    expect(routed('virement', lines, factsOf({ leads }))).toEqual(['decision_taker', ['organisation']])
  })

  test('funding of the programme that moves further than the plan counts at the programme', () => {
    const years = (amount: number) => [
      line('plan', at('scheme', 'A'), -1) as ChangeLine,
      line('plan', at('scheme', 'A'), 1, { startYear: 2021 }) as ChangeLine,
      line('authority', programme, -amount) as ChangeLine,
      line('authority', programme, amount, { startYear: 2021 }) as ChangeLine,
    ]
    const approved = [{ lines: years(60_000), decidedOn: day }]
    expect(routeOf({ kind: 'reprofile', lines: years(60_000) }, factsOf({ approved })).cumulative).toBe(pounds(120_000))
  })

  test('splitting never lowers who approves what comes last', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 400_000 }), { minLength: 1, maxLength: 6 }), (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0)
        const approved = parts.slice(0, -1).map((part) => ({ lines: virement(part), decidedOn: day }))
        const last = routeOf({ kind: 'virement', lines: virement(parts.at(-1) ?? 1) }, factsOf({ approved }))
        const whole = routeOf({ kind: 'virement', lines: virement(total) }, factsOf())
        expect(last.cumulative).toBe(whole.cumulative)
      }),
    )
  })
})

describe('the lines of a move', () => {
  const balances = [
    line('plan', at('scheme', 'A'), 500, { sourceId: null }),
    line('allocation', programme, 900),
    line('authority', at('theme', 'T'), 500, { sourceId: null }),
    line('released', at('theme', 'T'), 400, { sourceId: null }),
  ]
  const context = factsOf({ balances })
  const end = (startYear: number, place = at('scheme', 'A')) => ({ place, startYear, sourceId: idOf('G') })
  const move = { nature: 'capital' as const, withAuthority: true, amount: pounds(200) }
  const words = (lines: readonly BalanceLine[]) =>
    lines.map(
      ({ level, place, startYear, sourceId, amount }) =>
        `${level} ${place.kind} ${startYear} ${sourceId === null ? 'not stated' : 'stated'} ${amount / 100}`,
    )

  test('carry the funding and the authority from where they stand, and state a source only where its level does', () => {
    expect(words(linesOfMove({ ...move, from: end(2020), to: end(2021) }, context))).toEqual([
      'plan scheme 2020 not stated -200',
      'allocation programme 2020 stated -200',
      'authority theme 2020 not stated -200',
      'plan scheme 2021 not stated 200',
      'allocation programme 2021 stated 200',
      'authority theme 2021 not stated 200',
    ])
  })

  test('leave out what is taken and given at the same place, and begin funding at the programme where there is none', () => {
    const other = factsOf({ balances: [] })
    expect([
      words(linesOfMove({ ...move, from: end(2020), to: end(2020, at('scheme', 'B')) }, context)),
      words(linesOfMove({ ...move, from: null, to: end(2020) }, other)),
    ]).toEqual([
      ['plan scheme 2020 not stated -200', 'authority theme 2020 not stated -200', 'plan scheme 2020 stated 200'],
      ['plan scheme 2020 stated 200', 'allocation programme 2020 stated 200'],
    ])
  })

  test('take along to the other year as much of what is released as would not be covered any more', () => {
    const lines = linesOfMove({ ...move, from: end(2020), to: end(2021) }, context)
    const released = linesToPost({ kind: 'reprofile', lines }, balances).filter(({ level }) => level === 'released')
    expect([words(released), linesToPost({ kind: 'correction', lines }, balances)]).toEqual([
      ['released theme 2020 not stated -100', 'released theme 2021 not stated 100'],
      lines,
    ])
  })

  test('release nothing, and take back no release, where authority is moved that is not there', () => {
    const lines = [
      line('authority', programme, -200) as ChangeLine,
      line('authority', programme, 200, { startYear: 2021 }) as ChangeLine,
    ]
    expect(linesToPost({ kind: 'reprofile', lines }, balances)).toEqual(lines)
  })

  test('of any moves between years are a change that its kind and the ledger take', () => {
    const amounts = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 2021, max: 2025 })), {
      minLength: 1,
      maxLength: 8,
    })
    fc.assert(
      fc.property(amounts, (moves) => {
        const lines = joined(
          moves.flatMap(([amount, year]) =>
            linesOfMove({ ...move, amount: pounds(amount), from: end(2020), to: end(year) }, context),
          ),
        )
        checkChange('slippage', lines)
        const entries = linesToPost({ kind: 'slippage', lines }, balances).map((each) => ({
          ...each,
          period: 0,
          effectiveOn: day,
          ledgerRef: null,
        }))
        const movement = { id: idOf('M'), reason: 'Later', decisionId: idOf('D'), reversesId: null, entries }
        checkMovement({ ...movement, kind: 'reprofile' }, context)
        expect(changeAmount(lines)).toBe(pounds(moves.reduce((sum, [amount]) => sum + amount, 0)))
      }),
    )
  })
})

test('a change is warned of a grant whose day has passed or comes before the year, one whose day nobody recorded, and a plan under what is spent', () => {
  const lines = [
    line('plan', at('scheme', 'A'), -600) as ChangeLine,
    line('plan', at('scheme', 'A'), 600, { startYear: 2021 }) as ChangeLine,
  ]
  const balances = [line('plan', at('scheme', 'A'), 1000), line('actual', at('scheme', 'A'), 500)]
  const withGrant = (spendByOn: string | null) =>
    factsOf({
      balances,
      sources: [sourceNamed('G', { spendByOn: spendByOn === null ? null : calendarDay(spendByOn) })],
    })
  const passed = (spendByOn: string) =>
    changeWarnings(lines, withGrant(spendByOn)).filter(({ kind }) => kind !== 'below-spent')
  expect([passed('2020-08-31'), passed('2021-06-30')]).toEqual([
    [{ kind: 'spend-by-over', source: 'G', on: '2020-08-31' }],
    [],
  ])
  const spent = { kind: 'below-spent', place: 'A', year: '2020/21', plan: pounds(400), spent: pounds(500) }
  expect([changeWarnings(lines, withGrant('2021-03-31')), changeWarnings(lines, withGrant(null))]).toEqual([
    [{ kind: 'spend-by-passed', source: 'G', on: '2021-03-31', year: '2021/22' }, spent],
    [{ kind: 'spend-by-not-recorded', source: 'G' }, spent],
  ])
})
