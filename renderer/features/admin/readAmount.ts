import { type Pence, parseAmount } from '../../../domain/money.ts'
import { findRefusal } from '../../lib/findRefusal.ts'
import type { Read } from '../../lib/readText.ts'

/** An amount in pounds as typed, not below zero. */
export const readAmount = (fieldId: string, text: string): Read<Pence> => {
  let amount: Pence | null = null
  const refusal = findRefusal(() => {
    amount = parseAmount(text, '£')
  })
  if (refusal !== undefined) return { errors: [{ fieldId, message: refusal }] }
  const value = amount as Pence | null
  return value !== null && value >= 0 ? { value } : { errors: [{ fieldId, message: 'Amount must be £0 or more' }] }
}
