import type { RowOutcome } from '../../../domain/spend/dryRun.ts'
import type { IgnoredWhy } from '../../../domain/spend/spendLine.ts'

/** What becomes of a row, in the order in which a reader wants to know it. */
export const outcomes: readonly RowOutcome[] = ['rejected', 'new', 'changed', 'duplicate', 'ignored']

export const outcomeWords: Record<RowOutcome, string> = {
  rejected: 'Need you',
  new: 'New',
  changed: 'Changed',
  duplicate: 'In the ledger already',
  ignored: 'Left out',
}

export const outcomeTints: Record<RowOutcome, 'blue' | 'green' | 'yellow' | 'red' | 'grey'> = {
  rejected: 'yellow',
  new: 'green',
  changed: 'blue',
  duplicate: 'grey',
  ignored: 'grey',
}

export const ignoredWords: Record<IgnoredWhy, string> = {
  'above-header': 'above the headings',
  header: 'the headings',
  blank: 'blank',
  subtotal: 'a subtotal',
  words: 'words without an amount',
  'no-amount': 'no amount',
  'other-code': 'a cost code of others',
  hidden: 'hidden in the file',
  'left-out': 'left out by you',
}

/** Why a row that was left out was, in words; anything else is in words already. */
export const whyInWords = (outcome: RowOutcome, why: string): string =>
  outcome === 'ignored' ? (ignoredWords[why as IgnoredWhy] ?? why) : why
