import { formatInSentence, type Pence, roundToUnit } from '../../../domain/money.ts'

/** An amount that was worked out, for a sentence: its pence say nothing. */
export const wholePounds = (amount: Pence): string => formatInSentence(roundToUnit(amount, '£'))
