import { fail } from '../domain/errors.ts'
import { formatYear, StartYear } from '../domain/financialYear.ts'

/** The years that a reader asks for; an end left open is taken from the figures. */
export interface YearsAsked {
  from?: StartYear | undefined
  to?: StartYear | undefined
}

/** Every year of the range without a gap, or of `recorded` where an end is open. Throws `bad-year`. */
export const yearsOf = ({ from, to }: YearsAsked, recorded: readonly StartYear[]): StartYear[] => {
  const first = from ?? Math.min(...recorded, to ?? Number.POSITIVE_INFINITY)
  const last = to ?? Math.max(...recorded, first)
  for (const year of [first, last]) if (!StartYear.safeParse(year).success) fail('bad-year', { text: String(year) })
  if (first > last) fail('bad-year', { text: `${formatYear(first)} to ${formatYear(last)}` })
  return Array.from({ length: last - first + 1 }, (_, step) => first + step)
}
