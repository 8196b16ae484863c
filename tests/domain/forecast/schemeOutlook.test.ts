import { expect, test } from 'vitest'
import { schemeOutlook } from '../../../domain/forecast/schemeOutlook.ts'
import type { BalanceLine } from '../../../domain/programme/facts.ts'
import { balanceOf, idOf, placeOf } from '../given.ts'
import { pounds } from './givenForecast.ts'

const scheme = placeOf('scheme', 'S')
const grant = { sourceId: idOf('Grant') }
const columns = [
  { kind: 'total' as const },
  { kind: 'year' as const, startYear: 2020 },
  { kind: 'beyond' as const, startYear: 2021 },
]

const outlook = (own: BalanceLine[], outturns: Parameters<typeof schemeOutlook>[1]) =>
  schemeOutlook(own, outturns, columns).map(({ kind, cells, bySource }) => [
    kind,
    cells.map((cell) => (cell.kind === 'amount' ? cell.amount / 100 : cell.kind)),
    bySource.map((each) => [
      each.sourceId === null ? 'not stated' : 'grant',
      each.cells.map((cell) => (cell.kind === 'amount' ? cell.amount / 100 : cell.kind)),
    ]),
  ])

test('what is spent stays with its source and the rest of the forecast goes to what is left of the plan, and what is left is the plan less orders and spend', () => {
  const own = [
    balanceOf('plan', scheme, 2020, 75, grant),
    balanceOf('plan', scheme, 2020, 25),
    balanceOf('commitment', scheme, 2020, 5, grant),
    balanceOf('actual', scheme, 2020, 30),
    balanceOf('plan', scheme, 2021, 10),
  ]
  const outturns = [
    { startYear: 2020, outturn: pounds(80) },
    { startYear: 2021, outturn: null },
  ]
  expect(outlook(own, outturns)).toEqual([
    [
      'forecast',
      [80, 80, 'none'],
      [
        ['grant', [50, 50, 'none']],
        ['not stated', [30, 30, 'none']],
      ],
    ],
    [
      'left',
      [75, 65, 10],
      [
        ['grant', [70, 70, 'none']],
        ['not stated', [5, -5, 10]],
      ],
    ],
  ])
})

test('a forecast without a plan has no source, and without either there is nothing to say', () => {
  expect([
    outlook([balanceOf('actual', scheme, 2020, 1)], [{ startYear: 2020, outturn: pounds(9) }]),
    outlook([], []),
  ]).toEqual([
    [
      ['forecast', [9, 9, 'none'], [['not stated', [9, 9, 'none']]]],
      ['left', ['none', 'none', 'none'], []],
    ],
    [
      ['forecast', ['none', 'none', 'none'], []],
      ['left', ['none', 'none', 'none'], []],
    ],
  ])
})
