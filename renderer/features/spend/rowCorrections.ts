import type { RowCorrection } from '../../../domain/spend/spendLine.ts'

/** The corrections with one more, joined with what was corrected in the same row before. */
export const withCorrection = (
  corrections: readonly RowCorrection[],
  row: number,
  change: Partial<Omit<RowCorrection, 'row'>>,
): RowCorrection[] => {
  const before = corrections.find((each) => each.row === row) ?? { row, texts: {}, leftOut: null, retrospective: null }
  const after = { ...before, ...change, texts: { ...before.texts, ...change.texts } }
  return [...corrections.filter((each) => each.row !== row), after].sort((one, other) => one.row - other.row)
}
