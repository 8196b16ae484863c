import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNothing, releaseLines, residual } from '../../../domain/closure/residual.ts'
import { total } from '../../../domain/ledger/balance.ts'
import type { BalanceLine } from '../../../domain/programme/facts.ts'
import { moveLifecycle } from '../../../domain/programme/schemeLifecycle.ts'
import { balanceOf, idOf, placeOf, schemeNamed } from '../given.ts'

const at = placeOf('scheme', 'A')
const grant = { sourceId: idOf('grant') }

describe('what is left on a scheme', () => {
  test('is what each level holds beyond the spend, taken from the years and sources that spent none of it first', () => {
    const left = residual(
      [
        balanceOf('allocation', at, 2020, 100, grant),
        balanceOf('allocation', at, 2021, 60),
        balanceOf('authority', at, 2020, 100, grant),
        balanceOf('authority', at, 2021, 50),
        balanceOf('released', at, 2020, 90, grant),
        balanceOf('commitment', at, 2020, 5, grant),
        balanceOf('actual', at, 2020, 70, grant),
        balanceOf('plan', at, 2020, 500),
        balanceOf('authority', placeOf('scheme', 'B'), 2020, 999),
      ],
      at.id,
    )
    const lines = left.lines.map(({ level, startYear, sourceId, amount }) => [level, startYear, sourceId, amount / 100])
    expect({ ...left, lines }).toEqual({
      allocation: 9000,
      authority: 8000,
      released: 2000,
      commitment: 500,
      lines: [
        ['released', 2020, grant.sourceId, -20],
        ['authority', 2021, null, -50],
        ['authority', 2020, grant.sourceId, -30],
        ['allocation', 2021, null, -60],
        ['allocation', 2020, grant.sourceId, -30],
      ],
    })
  })

  test('is nothing once the levels hold what was spent, and spend of revenue pays for no capital', () => {
    const even = [balanceOf('authority', at, 2020, 10), balanceOf('actual', at, 2021, 10)]
    expect([isNothing(residual(even, at.id)), isNothing(residual([], at.id))]).toEqual([true, true])
    const apart = [balanceOf('authority', at, 2020, 10), balanceOf('actual', at, 2020, 10, { nature: 'revenue' })]
    expect(residual(apart, at.id).authority).toBe(1000)
  })

  test('goes back to the programme as allocation, or out of the capital programme', () => {
    const left = residual([balanceOf('allocation', at, 2020, 10), balanceOf('authority', at, 2020, 10)], at.id)
    const programme = placeOf('programme', 'P')
    const back = { ...left.lines[1], place: programme, amount: 1000 }
    expect(releaseLines(left, 'out', programme.id)).toEqual(left.lines)
    expect(releaseLines(left, 'to_programme', programme.id)).toEqual([...left.lines, back])
  })

  test('once released leaves no line below nothing and a scheme that can be cancelled, whatever stood on it', () => {
    const line = fc.record({
      level: fc.constantFrom<BalanceLine['level']>('allocation', 'authority', 'released', 'actual'),
      startYear: fc.integer({ min: 2019, max: 2023 }),
      source: fc.constantFrom(null, idOf('grant'), idOf('loan')),
      nature: fc.constantFrom('capital' as const, 'revenue' as const),
      pounds: fc.integer({ min: 0, max: 1000 }),
    })
    const cellOf = ({
      level,
      startYear,
      source,
      nature,
    }: { [K in 'level' | 'startYear' | 'source' | 'nature']: unknown }) => `${level} ${startYear} ${source} ${nature}`
    fc.assert(
      fc.property(fc.uniqueArray(line, { selector: cellOf, maxLength: 30 }), (given) => {
        const balances = given.map(({ level, startYear, source, nature, pounds }) =>
          balanceOf(level, at, startYear, pounds, { sourceId: source, nature }),
        )
        const left = residual(balances, at.id)
        const taken = (line: BalanceLine) =>
          left.lines.find(
            (each) => cellOf({ ...each, source: each.sourceId }) === cellOf({ ...line, source: line.sourceId }),
          )?.amount ?? 0
        const after = balances.map((each) => ({
          ...each,
          amount: (each.amount + taken(each)) as BalanceLine['amount'],
        }))
        expect(after.every(({ amount }) => amount >= 0)).toBe(true)
        for (const level of ['allocation', 'authority', 'released'] as const) {
          expect(total(balances, { level, place: at }) - total(after, { level, place: at })).toBe(left[level])
        }
        expect(moveLifecycle(schemeNamed('A'), 'cancelled', after).lifecycle).toBe('cancelled')
      }),
    )
  })
})
