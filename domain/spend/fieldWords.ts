import type { SpendField } from './mapping.ts'

/** What a column is called where the file has no heading for it. */
export const spendFieldWords: Record<SpendField, string> = {
  ledgerRef: 'Ledger reference',
  costCode: 'Cost code',
  amount: 'Amount',
  debit: 'Debit',
  credit: 'Credit',
  period: 'Period',
  year: 'Financial year',
  postedOn: 'Date',
  supplier: 'Supplier',
  description: 'Description',
  orderRef: 'Order',
  source: 'Funding source',
  nature: 'Capital or revenue',
}
