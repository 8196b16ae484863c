import { formatMoney, pence } from '../../../domain/money.ts'
import type { MoneyGridCell, MoneyGridColumn, MoneyGridRow } from '../../../renderer/ui/moneyGrid/moneyGridRow.ts'

const SCHEMES_IN_A_THEME = 19
const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]

export const gridColumns: MoneyGridColumn[] = years.map((year) => ({
  id: String(year),
  label: `${year}/${(year + 1) % 100}`,
  spoken: `${year} to ${year + 1}`,
  align: 'right',
}))

/** So many rows of themes and schemes; static cells hold the words that the others would show, and cannot be edited. */
export const gridRows = (count: number, cells: 'money' | 'static'): MoneyGridRow[] =>
  Array.from({ length: count }, (_, index) => {
    const [theme, scheme] = [Math.floor(index / (SCHEMES_IN_A_THEME + 1)) + 1, index % (SCHEMES_IN_A_THEME + 1)]
    const isTheme = scheme === 0
    return {
      id: `row-${index}`,
      label: isTheme ? `Theme ${theme}` : `Scheme ${theme}.${scheme}`,
      depth: isTheme ? 1 : 2,
      isParent: isTheme,
      look: isTheme ? 'group' : 'plain',
      cells: Object.fromEntries(years.map((year) => [String(year), cellOf(index, year, isTheme, cells)])),
    }
  })

function cellOf(index: number, year: number, isTheme: boolean, cells: 'money' | 'static'): MoneyGridCell {
  const amount = pence((((index + 1) * year * 7919) % 2_000_000) * 100 - 40_000_00)
  if (cells === 'static') return { kind: 'words', text: formatMoney(amount, '£000') }
  const isEditable = !isTheme
  if (index % 7 === 3) return { kind: 'missing', missing: 'none', isEditable }
  const marks = index % 11 === 5 ? [{ kind: 'check' as const, words: '1 open check' }] : undefined
  return { kind: 'money', amount, isEditable, marks }
}

export const gridFoot = (cells: 'money' | 'static'): MoneyGridRow[] =>
  ['Programme plan', 'Programme authority'].map((label, index) => ({
    id: `total-${index}`,
    label,
    depth: 1,
    isParent: false,
    look: 'total',
    cells: Object.fromEntries(years.map((year) => [String(year), cellOf(index, year, true, cells)])),
  }))
