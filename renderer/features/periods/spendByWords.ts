import type { SpendByTest } from '../../../domain/period/testSpendBy.ts'

/** What the test of a spend-by date says, as a part of a sentence. */
export const spendByWords = (test: SpendByTest['spendBy'], on: string | null): string => {
  switch (test) {
    case 'in-time':
      return `can be spent until ${on}`
    case 'within-the-year':
      return `has to be spent by ${on}, within the year`
    case 'too-late':
      return `had to be spent by ${on}, too late`
    case 'not-recorded':
      return 'no spend-by date recorded'
    case 'no-date':
      return 'borrowing, no spend-by date'
  }
}
