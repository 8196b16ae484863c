import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leaksIn } from '../../../reports/exempt/leaksIn.ts'
import { publicVersion } from '../../../reports/exempt/publicVersion.ts'
import type { ReportModel } from '../../../reports/model/reportModel.ts'
import { anyShape, type MadeAmount, type MadeReport, makeReport } from './anyReport.ts'
import { mayDiffer } from './bruteForce.ts'

/** The report with the word in place of what is exempt, and of nothing else. */
const blackedOut = ({ model, amounts }: MadeReport): ReportModel => ({
  ...model,
  parts: model.parts.map((part) => {
    const kept = amounts.filter((each) => each.part === part.id && each.isExempt)
    if (part.kind === 'paragraph' && kept.length > 0)
      return { ...part, runs: [{ kind: 'text', text: 'exempt', isStrong: false }] }
    if (part.kind !== 'table') return part
    return {
      ...part,
      rows: part.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell, at) =>
          kept.some((each) => each.row === row.id && each.column === part.columns[at]?.id) ? { kind: 'exempt' } : cell,
        ),
      })),
    }
  }),
})

const keyOf = ({ part, row, column }: Pick<MadeAmount, 'part' | 'row' | 'column'>) => `${part} ${row} ${column}`

const shownIn = (model: ReportModel): Set<string> =>
  new Set(
    model.parts.flatMap((part) => {
      if (part.kind === 'paragraph') {
        return part.runs.some(({ kind }) => kind === 'figure') ? [keyOf({ part: part.id, row: '0', column: '0' })] : []
      }
      if (part.kind !== 'table') return []
      return part.rows.flatMap((row) =>
        row.cells.flatMap((cell, at) =>
          cell.kind === 'amount' ? [keyOf({ part: part.id, row: row.id, column: part.columns[at]?.id ?? '' })] : [],
        ),
      )
    }),
  )

/** What can be worked out, by trying all. */
const triedOut = ({ amounts, sums }: MadeReport, isUnknown: (at: number) => boolean): MadeAmount[] =>
  amounts.filter(({ isExempt }, at) => isExempt && !mayDiffer(sums, isUnknown, at))

test('exactly those exempt amounts are said to be worked out that trying all others leaves one value for', () => {
  fc.assert(
    fc.property(anyShape(3), (shape) => {
      const made = makeReport(shape)
      const found = leaksIn(made.model, blackedOut(made)).flatMap(({ kind, target }) =>
        kind === 'worked-out' && target !== null
          ? [
              keyOf({
                part: target.part,
                row: target.row ?? '0',
                column: target.row === null ? '0' : (target.column ?? ''),
              }),
            ]
          : [],
      )
      const isUnknown = (at: number) => made.amounts[at]?.isExempt ?? false
      expect(new Set(found)).toEqual(new Set(triedOut(made, isUnknown).map(keyOf)))
    }),
    { numRuns: 300 },
  )
})

test('a public version lets nothing be worked out, and withholds the fewest sums where sums are enough', () => {
  let withheldSums = 0
  fc.assert(
    fc.property(anyShape(2), (shape) => {
      const made = makeReport({ ...shape, hasCopy: false, hasFigures: false })
      const { amounts } = made
      const shown = publicVersion(made.model)
      const stands = shownIn(shown)
      const isHidden = (at: number) => !stands.has(keyOf(amounts[at] as MadeAmount))
      expect(triedOut(made, isHidden)).toEqual([])
      expect(leaksIn(made.model, shown).filter(({ kind }) => kind === 'worked-out' || kind === 'shown')).toEqual([])
      const withheld = amounts.filter((each, at) => !each.isExempt && isHidden(at))
      const fewest = fewestSums(made)
      if (fewest === null) return
      withheldSums += withheld.length
      expect({ count: withheld.length, areSums: withheld.every(({ isSum }) => isSum) }).toEqual({
        count: fewest,
        areSums: true,
      })
    }),
    { numRuns: 120 },
  )
  expect(withheldSums).toBeGreaterThan(100)
})

/**
 * The least number of sums without which nothing can be worked out, by trying all choices; null where all are too few.
 */
const fewestSums = (made: MadeReport): number | null => {
  const { amounts } = made
  const sums = [...amounts.keys()].filter((at) => amounts[at]?.isSum && !amounts[at]?.isExempt)
  const isSafe = (chosen: readonly number[]) =>
    triedOut(made, (at) => (amounts[at]?.isExempt ?? false) || chosen.includes(at)).length === 0
  const choose = (count: number, from: number, chosen: readonly number[]): boolean =>
    count === 0
      ? isSafe(chosen)
      : sums.some((at, index) => index >= from && choose(count - 1, index + 1, [...chosen, at]))
  if (!isSafe(sums)) return null
  for (let count = 0; ; count += 1) if (choose(count, 0, [])) return count
}

test('with copies of a table and figures in sentences nothing can be worked out either', () => {
  fc.assert(
    fc.property(anyShape(3), (shape) => {
      const made = makeReport(shape)
      const shown = publicVersion(made.model)
      const stands = shownIn(shown)
      const isHidden = (at: number) => !stands.has(keyOf(made.amounts[at] as MadeAmount))
      expect(triedOut(made, isHidden)).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('no exempt or withheld amount is in a text or a number of the public version, unless it is said where it stands', () => {
  fc.assert(
    fc.property(anyShape(3), (shape) => {
      const made = makeReport(shape)
      const shown = publicVersion(made.model)
      const told = new Set(
        leaksIn(made.model, shown).flatMap(({ kind, amount }) => (kind === 'same-amount' ? [amount] : [])),
      )
      const json = JSON.stringify(shown.parts)
      const left = made.amounts.filter(
        ({ isExempt, amount }) =>
          isExempt && amount > 999_99 && !told.has(amount) && new RegExp(`\\b${amount}\\b`).test(json),
      )
      expect(left).toEqual([])
    }),
    { numRuns: 200 },
  )
})
