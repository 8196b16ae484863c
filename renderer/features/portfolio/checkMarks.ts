import { countOf } from '../../lib/format.ts'
import type { Mark } from '../../ui/moneyGrid/moneyGridRow.ts'

/** The flag beside a place that open checks name. */
export const checkMarks = (openChecksAt: Readonly<Record<string, number>>, placeId: string | null): Mark[] => {
  const count = placeId === null ? 0 : (openChecksAt[placeId] ?? 0)
  return count === 0 ? [] : [{ kind: 'check', words: countOf(count, 'open check') }]
}
