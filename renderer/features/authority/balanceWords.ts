import { formatInSentence, type Pence, pence } from '../../../domain/money.ts'

/** By how much the funding of a year is away from what is asked for, in words. */
export const balanceWords = (difference: Pence): string => {
  if (difference === 0) return 'Balanced'
  return difference < 0 ? `Short by ${formatInSentence(pence(-difference))}` : `Over by ${formatInSentence(difference)}`
}
