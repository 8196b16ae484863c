import type { MoneyUnit } from '../../../domain/money.ts'
import type { MoneyGridColumn, MoneyGridRow } from '../../ui/moneyGrid/moneyGridRow.ts'
import { roundingRow } from '../../ui/moneyGrid/roundingRow.ts'
import { isFiltered, type PortfolioFilter } from './filter.ts'

interface Sheet {
  columns: readonly MoneyGridColumn[]
  unit: MoneyUnit
  filter: PortfolioFilter
}

/** The rounding row of parts and their whole where there is one. Of a filtered list nothing is said: what it leaves out is no rounding. */
export const roundingRows = (
  { columns, unit, filter }: Sheet,
  parts: readonly MoneyGridRow[],
  whole: MoneyGridRow,
  look: Pick<MoneyGridRow, 'depth'> & Partial<Pick<MoneyGridRow, 'label'>>,
): MoneyGridRow[] => {
  const row = isFiltered(filter) ? undefined : roundingRow(columns, parts, whole, unit)
  return row ? [{ ...row, ...look }] : []
}
