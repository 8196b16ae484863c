import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Id } from '../../domain/id.ts'
import { Level } from '../../domain/ledger/entry.ts'
import { pence, sum } from '../../domain/money.ts'
import { cellsOf } from '../../domain/portfolio/cell.ts'
import { rollUp } from '../../domain/portfolio/rollUp.ts'
import { shareInYears } from '../../domain/portfolio/shareOfTheme.ts'
import { hasLines, totalOf, type YearTest } from '../../domain/portfolio/standing.ts'
import type { BalanceLine } from '../../domain/programme/facts.ts'

const line: fc.Arbitrary<BalanceLine> = fc
  .record({
    level: fc.constantFrom(...Level.options),
    startYear: fc.integer({ min: 2018, max: 2023 }),
    amount: fc.integer({ min: -3, max: 3 }),
  })
  .map(({ level, startYear, amount }) => ({
    ...{ level, startYear, amount: pence(amount), sourceId: null, nature: 'capital' },
    place: { kind: 'scheme', id: 'A' as Id },
  }))
const lines = fc.array(line, { maxLength: 30 })
const span = fc.tuple(fc.integer({ min: 2017, max: 2024 }), fc.integer({ min: 2017, max: 2024 }))
const within =
  ([from, to]: [number, number]): YearTest =>
  (year) =>
    from <= year && year <= to

const plainly = (of: BalanceLine[], level: Level, holds: YearTest) =>
  of.filter((each) => each.level === level && holds(each.startYear))

test('what a level comes to in some years is the plain sum of its lines there, however often it is asked', () => {
  fc.assert(
    fc.property(lines, fc.array(fc.tuple(span, fc.constantFrom(...Level.options))), (given, asked) => {
      for (const [years, level] of asked) {
        const expected = plainly(given, level, within(years))
        expect(totalOf(given, level, within(years))).toBe(sum(expected.map(({ amount }) => amount)))
        expect(hasLines(given, level, within(years))).toBe(expected.length > 0)
      }
    }),
  )
})

test('every row of a roll-up is what its own lines, those below and those above come to', () => {
  const places = ['Programme', 'Theme', 'One', 'Two', 'Other'] as const
  const placed = fc.array(
    fc
      .tuple(line, fc.constantFrom(...places))
      .map(([each, id]): BalanceLine => ({ ...each, place: { kind: 'scheme', id: id as Id } })),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(placed, span, (balances, years) => {
      const holds = within(years)
      const at = (...ids: string[]) => balances.filter(({ place }) => ids.includes(place.id))
      const schemes = ['One', 'Two'] as const
      const atProgramme = { kind: 'at-programme' as const, own: at('Programme') }
      const above = [{ kind: 'at-theme' as const, own: at('Theme') }, atProgramme]
      const share = shareInYears(
        at('Theme'),
        schemes.map((id) => at(id)),
      )
      const ofScheme = (id: string) =>
        cellsOf({ own: at(id), all: at(id), above, shareOfTheme: (test) => share(at(id), test) }, holds)
      const rolled = rollUp({ balances, programme: { id: 'Programme' as Id } }, holds)
      expect(rolled.programme).toEqual(cellsOf({ own: at('Programme'), all: balances, above: [] }, holds))
      expect(
        rolled.group(
          'Theme' as Id,
          schemes.map((id) => id as Id),
        ),
      ).toEqual({
        money: cellsOf({ own: at('Theme'), all: at('Theme', ...schemes), above: [atProgramme] }, holds),
        schemes: schemes.map(ofScheme),
      })
      expect(rolled.group(undefined, ['Other' as Id])).toEqual({
        money: cellsOf({ own: [], all: at('Other'), above: [atProgramme] }, holds),
        schemes: [cellsOf({ own: at('Other'), all: at('Other'), above: [atProgramme] }, holds)],
      })
    }),
  )
})

test('a share of the theme is the same for the first scheme that asks and for the last', () => {
  fc.assert(
    fc.property(lines, fc.array(lines, { maxLength: 4 }), span, (own, schemes, years) => {
      const holds = within(years)
      const share = shareInYears(own, schemes)
      const alone = schemes.map((each) => shareInYears(own, schemes)(each, holds))
      expect(schemes.map((each) => share(each, holds))).toEqual(alone)
    }),
  )
})
