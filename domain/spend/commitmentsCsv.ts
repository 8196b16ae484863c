import { csvFile, csvText } from '../csv.ts'
import { formatYear } from '../financialYear.ts'
import { formatPlain, type Pence } from '../money.ts'

interface ShownOrder {
  orderRef: string
  scheme: string
  supplier: string
  description: string
  startYear: number
  ordered: Pence
  outstanding: Pence
}

/** Orders with something outstanding as a CSV file: pounds and pence, text that no program runs as a formula. */
export const commitmentsCsv = (orders: readonly ShownOrder[]): Uint8Array<ArrayBuffer> =>
  csvFile([
    ['Order', 'Supplier', 'For', 'Scheme', 'Year', 'Ordered £', 'Outstanding £'],
    ...orders.map((each) => [
      csvText(each.orderRef),
      csvText(each.supplier),
      csvText(each.description),
      csvText(each.scheme),
      formatYear(each.startYear),
      formatPlain(each.ordered),
      formatPlain(each.outstanding),
    ]),
  ])
