import type { StartYear } from '../../../domain/financialYear.ts'

/** The years of a programme, with those before and after it in which something stands. */
export const yearsOf = (
  { startYear, endYear }: { startYear: StartYear; endYear: StartYear },
  lines: readonly { startYear: StartYear; amount: number }[],
): StartYear[] => {
  const stated = lines.filter((line) => line.amount !== 0).map((line) => line.startYear)
  const [from, to] = [Math.min(startYear, ...stated), Math.max(endYear, ...stated)]
  return Array.from({ length: to - from + 1 }, (_, at) => (from + at) as StartYear)
}
