import { formatInSentence, type Pence, pence } from '../../../domain/money.ts'

/** By how much an amount has grown or shrunk. */
export const changeInWords = (change: Pence): string =>
  `${formatInSentence(pence(Math.abs(change)))} ${change < 0 ? 'less' : 'more'}`
