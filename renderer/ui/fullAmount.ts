import { formatInSentence, type MoneyUnit, parseAmount } from '../../domain/money.ts'

/** What a typed amount means in full, `= £400,000`; nothing while it cannot be read. */
export const fullAmount = (text: string, unit: MoneyUnit): string => {
  if (text.trim() === '') return ''
  try {
    return `= ${formatInSentence(parseAmount(text, unit))}`
  } catch {
    return ''
  }
}
