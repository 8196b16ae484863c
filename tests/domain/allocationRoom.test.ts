import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarDay } from '../../domain/calendarDay.ts'
import { allocationRooms } from '../../domain/ledger/allocationRoom.ts'
import { checkMovement, type LedgerContext } from '../../domain/ledger/movementRules.ts'
import type { BalanceLine } from '../../domain/programme/facts.ts'
import { balanceOf, idOf, membershipOf, placeOf, programmeOf, schemeNamed, sourceNamed, themeNamed } from './given.ts'
import { refusalOf } from './refusalOf.ts'

const day = calendarDay('2020-08-28')
const programme = placeOf('programme', 'P')
const theme = placeOf('theme', 'T')
const [first, second] = [placeOf('scheme', 'A'), placeOf('scheme', 'B')]
const [grant, loan] = [idOf('GRANT'), idOf('LOAN')]

const contextOf = (balances: BalanceLine[]): LedgerContext => ({
  balances,
  programmes: [programmeOf()],
  themes: [themeNamed('T')],
  schemes: [schemeNamed('A'), schemeNamed('B')],
  memberships: [membershipOf(first.id, theme.id), membershipOf(second.id, theme.id)],
  sources: [sourceNamed('GRANT'), sourceNamed('LOAN')],
  years: [],
  periods: [],
  day,
})

test('the room is the allocation on a place and below less all authority there, in the year in which least is left', () => {
  const before = [
    balanceOf('allocation', theme, 2020, 100),
    balanceOf('allocation', theme, 2021, 50),
    balanceOf('authority', second, 2020, 30),
  ]
  const lines = [balanceOf('authority', first, 2020, 60), balanceOf('authority', first, 2021, 10)]
  const pounds = (amount: number) => amount * 100
  const common = { sourceId: null, authority: pounds(30), asked: pounds(60) }
  expect(allocationRooms(lines, contextOf(before))).toEqual([
    { place: theme, name: 'T', ...common, throughYear: 2020, allocation: pounds(100), left: pounds(10) },
  ])
})

test('an allocation made by the same decision counts, and a place without one of its own has no row', () => {
  const lines = [balanceOf('allocation', first, 2020, 40), balanceOf('authority', first, 2020, 45)]
  expect(allocationRooms(lines, contextOf([])).map(({ name, left }) => [name, left])).toEqual([['A', -500]])
  expect(allocationRooms([balanceOf('authority', second, 2020, 1)], contextOf([]))).toEqual([])
})

test('a source that both sides state has a row of its own', () => {
  const before = [
    balanceOf('allocation', programme, 2020, 20, { sourceId: grant }),
    balanceOf('allocation', programme, 2020, 80, { sourceId: loan }),
  ]
  const lines = [balanceOf('authority', first, 2020, 30, { sourceId: grant })]
  expect(allocationRooms(lines, contextOf(before)).map(({ sourceId, left }) => [sourceId, left])).toEqual([
    [null, 7000],
    [grant, -1000],
  ])
})

test('what the rooms say and what the ledger refuses agree', () => {
  const place = fc.constantFrom(programme, theme, first, second)
  const line = (level: 'allocation' | 'authority') =>
    fc
      .tuple(place, fc.integer({ min: 2019, max: 2022 }), fc.integer({ min: 0, max: 100 }))
      .map(([at, year, pounds]) => balanceOf(level, at, year, pounds))
  fc.assert(
    fc.property(
      fc.array(line('allocation'), { maxLength: 6 }),
      fc.array(line('authority'), { minLength: 1, maxLength: 4 }),
      (allocation, authority) => {
        const context = contextOf(allocation)
        const entries = authority.map((each) => ({ ...each, period: 0, effectiveOn: day, ledgerRef: null }))
        const ids = { id: idOf('M'), decisionId: idOf('D'), reversesId: null }
        const movement = { ...ids, kind: 'authority-granted' as const, reason: 'Because', entries }
        const isOver = allocationRooms(authority, context).some((room) => room.left < 0)
        expect(refusalOf(() => checkMovement(movement, context))?.code).toBe(isOver ? 'over-allocation' : undefined)
      },
    ),
  )
})
