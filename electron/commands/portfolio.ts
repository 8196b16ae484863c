import { formatYear } from '../../domain/financialYear.ts'
import { formatMoney } from '../../domain/money.ts'
import { type Cell, moneyLevels } from '../../domain/portfolio/cell.ts'
import { type PortfolioRow, portfolio } from '../../domain/portfolio/portfolio.ts'
import { asAtOf, type Call, print, yearOf } from './call.ts'
import { moneyTable } from './moneyTable.ts'
import { UsageError } from './usage.ts'

/** `portfolio FILE`: plan, allocation, authority and spend by theme and scheme, in £000. */
export const portfolioOf = async (call: Call): Promise<number> => {
  await call.state.open(call.file)
  await call.state.read(asAtOf(call), (facts) => {
    const years = {
      from: yearOf(call, 'from') ?? facts.programme.startYear,
      to: yearOf(call, 'to') ?? facts.programme.endYear,
    }
    if (years.to < years.from) throw new UsageError('--to needs a year that is not before --from')
    const found = portfolio(facts, years)
    const title = `${facts.programme.name}, £000, ${formatYear(years.from)} to ${formatYear(years.to)}, as at ${facts.asAt.day} (event ${facts.asAt.seq})`
    const header = ['', 'Plan', 'Allocation', 'Authority', 'Held', 'Committed', 'Spent', 'Available']
    const table = moneyTable([
      header,
      ...found.programme.children.flatMap((row) => textRows(row, 0)),
      totals(found.programme),
    ])
    print(call, { asAt: facts.asAt, ...found }, `${title}\n\n${table}`)
  })
  return 0
}

const textRows = (row: PortfolioRow, depth: number): string[][] => [
  [`${'  '.repeat(depth)}${row.name}`, ...amounts(row)],
  ...row.children.flatMap((child) => textRows(child, depth + 1)),
]

const totals = (row: PortfolioRow): string[] => ['Programme total', ...amounts(row)]

const amounts = (row: PortfolioRow): string[] => moneyLevels.map((level) => inWords(row.range[level]))

const missing = { none: 'none', 'at-theme': 'at theme', 'at-programme': 'at prog.', 'not-applicable': '-' }

const inWords = (cell: Cell): string => (cell.kind === 'amount' ? formatMoney(cell.amount, '£000') : missing[cell.kind])
