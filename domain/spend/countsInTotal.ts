import type { IgnoredWhy } from './spendLine.ts'

/** Rows left out that are money of the ledger all the same, and not a heading or a sum of others. */
const ownMoney: ReadonlySet<IgnoredWhy> = new Set(['left-out', 'hidden', 'other-code', 'no-amount'])

/** Whether rows that are left out belong to the total of the finance system nevertheless. */
export const countsInTotal = (why: IgnoredWhy): boolean => ownMoney.has(why)
