import type { Mapping } from '../../../domain/spend/mapping.ts'

const headings = ['Voucher', 'Cost code', 'Posting date', 'Supplier', 'PO number', 'Amount']

/** Rows of a ledger extract as CSV: voucher, cost code, day, supplier, order and pounds. */
export const ledgerCsv = (rows: readonly (readonly string[])[]): string =>
  [headings, ...rows]
    .map((cells) => cells.map((cell) => (/[",]/.test(cell) ? `"${cell}"` : cell)).join(','))
    .join('\r\n')

/** How the rows of `ledgerCsv` are read. */
export const ledgerMapping: Mapping = {
  kind: 'actuals',
  sheet: '',
  headerRow: 1,
  headings,
  columns: {
    ledgerRef: [0],
    costCode: [1],
    amount: 5,
    debit: null,
    credit: null,
    period: null,
    year: null,
    postedOn: 2,
    supplier: 3,
    description: null,
    orderRef: 4,
    source: null,
    nature: null,
  },
  sign: 'as-stated',
  dayOrder: 'day-month',
  yearNamedBy: 'start',
  startYear: null,
  orderAmount: 'ordered',
  hiddenRows: 'read',
  closedInto: null,
  codes: {},
  sources: {},
}
