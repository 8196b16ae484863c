import type { RowCorrection } from '../../../domain/spend/spendLine.ts'

/** The corrections with one more for each of some rows, joined with what was corrected in them before. */
export const withCorrections = (
  corrections: readonly RowCorrection[],
  rows: readonly number[],
  change: Partial<Omit<RowCorrection, 'row'>>,
): RowCorrection[] => {
  const byRow = new Map(corrections.map((each) => [each.row, each]))
  for (const row of rows) {
    const before = byRow.get(row) ?? { row, texts: {}, leftOut: null, retrospective: null }
    byRow.set(row, { ...before, ...change, texts: { ...before.texts, ...change.texts } })
  }
  return [...byRow.values()].sort((one, other) => one.row - other.row)
}
