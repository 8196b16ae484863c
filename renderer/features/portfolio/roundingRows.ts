import type { MoneyUnit } from '../../../domain/money.ts'
import type { LedgerColumn, LedgerRow } from '../../ui/ledgerRow.ts'
import { roundingRow } from '../../ui/roundingRow.ts'
import { isFiltered, type PortfolioFilter } from './filter.ts'

interface Sheet {
  columns: readonly LedgerColumn[]
  unit: MoneyUnit
  filter: PortfolioFilter
}

/** The rounding row of parts and their whole where there is one. Of a filtered list nothing is said: what it leaves out is no rounding. */
export const roundingRows = (
  { columns, unit, filter }: Sheet,
  parts: readonly LedgerRow[],
  whole: LedgerRow,
  look: Pick<LedgerRow, 'depth'> & Partial<Pick<LedgerRow, 'label'>>,
): LedgerRow[] => {
  const row = isFiltered(filter) ? undefined : roundingRow(columns, parts, whole, unit)
  return row ? [{ ...row, ...look }] : []
}
