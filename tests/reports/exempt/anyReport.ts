import fc from 'fast-check'
import { type Pence, pence } from '../../../domain/money.ts'
import type { Exempt } from '../../../domain/report/exempt.ts'
import type { Part, ReportModel } from '../../../reports/model/reportModel.ts'
import type { TableCell } from '../../../reports/model/tableCell.ts'
import type { TableColumn, TablePart, TableRow } from '../../../reports/model/tablePart.ts'
import { everyPart } from '../support/everyPart.ts'

export const exempt: Exempt = { paragraph: '3', publicInterest: 'The prices are still to be agreed.' }

/** An amount of a made report, where it stands, and whether it is exempt. */
export interface MadeAmount {
  part: string
  row: string
  column: string
  amount: Pence
  isExempt: boolean
  isSum: boolean
}

/** A made report with what its reader knows of its amounts: each list of signed numbers of amounts comes to nothing. */
export interface MadeReport {
  model: ReportModel
  amounts: MadeAmount[]
  sums: { at: number; sign: number }[][]
}

export interface Shape {
  groups: number[]
  years: number
  hasCopy: boolean
  hasFigures: boolean
  values: number[]
  exemptRows: number[]
  exemptCells: [number, number][]
}

export const anyShape = (mostRows: number): fc.Arbitrary<Shape> =>
  fc.record({
    groups: fc.array(fc.integer({ min: 1, max: mostRows }), { minLength: 1, maxLength: 2 }),
    years: fc.integer({ min: 1, max: 2 }),
    hasCopy: fc.boolean(),
    hasFigures: fc.boolean(),
    values: fc.array(fc.integer({ min: 1, max: 9_000_000 }), { minLength: 20, maxLength: 20 }),
    exemptRows: fc.array(fc.nat(), { maxLength: 2 }),
    exemptCells: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 2 }),
  })

/**
 * Schemes in themes by year with sums along and down, if asked for once more as a copy and as figures in a sentence.
 */
export const makeReport = (shape: Shape): MadeReport => {
  const amounts: MadeAmount[] = []
  const sums: MadeReport['sums'] = []
  const main = makeTable('main', shape, { amounts, sums })
  const tables = [main]
  if (shape.hasCopy) {
    const first = amounts.length
    tables.push(makeTable('copy', { ...shape, exemptRows: [], exemptCells: [] }, { amounts, sums }))
    for (let at = 0; at < first; at += 1) sums.push([signed(at, 1), signed(at + first, -1)])
  }
  const parts: Part[] = [...tables]
  if (shape.hasFigures) parts.push(...figuresOf(amounts, sums))
  return { model: { ...everyPart, parts, footnotes: [], missing: [], checks: [] }, amounts, sums }
}

const signed = (at: number, sign: number) => ({ at, sign })

const makeTable = (
  id: string,
  { groups, years, values, exemptRows, exemptCells }: Shape,
  { amounts, sums }: Pick<MadeReport, 'amounts' | 'sums'>,
): TablePart => {
  const yearIds = Array.from({ length: years }, (_, at) => `y${at}`)
  const columns: TableColumn[] = [
    column('name', 'Scheme', 'text', null),
    ...yearIds.map((year, at) => column(year, `Year ${at + 1}`, 'amount', null)),
    column('all', 'All years', 'amount', { plus: yearIds, minus: [] }),
  ]
  const rows: TableRow[] = []
  const numbers = new Map<string, number[]>()
  const post = (row: TableRow, figures: number[], areExempt: boolean[], isSum: boolean) => {
    const first = amounts.length
    const whole = figures.reduce((all, each) => all + each, 0)
    for (const [at, amount] of [...figures, whole].entries()) {
      const own = { part: id, row: row.id, column: yearIds[at] ?? 'all', amount: pence(amount) }
      amounts.push({ ...own, isExempt: areExempt[at] ?? false, isSum: isSum || at === years })
    }
    const own = [...figures, whole].map((_, at) => first + at)
    numbers.set(row.id, own)
    sums.push([signed(own[years] ?? 0, -1), ...own.slice(0, years).map((at) => signed(at, 1))])
    rows.push({ ...row, cells: [words(row.id.slice(id.length + 1)), ...[...figures, whole].map(amountCell)] })
    return own
  }
  const down = (row: TableRow, under: string[]) => {
    const figures = yearIds.map((_, at) =>
      under.reduce((all, each) => all + (amounts[numbers.get(each)?.[at] ?? -1]?.amount ?? 0), 0),
    )
    const own = post({ ...row, adds: { plus: under, minus: [] } }, figures, [], true)
    own.forEach((sum, at) => {
      sums.push([signed(sum, -1), ...under.map((each) => signed(numbers.get(each)?.[at] ?? 0, 1))])
    })
  }
  let next = 0
  const subtotals = groups.map((size, group) => {
    const under = Array.from({ length: size }, (_, at) => {
      const number = next
      next += 1
      const count = groups.reduce((all, each) => all + each, 0)
      const isRowExempt = exemptRows.some((each) => each % count === number)
      const areExempt = [...yearIds, 'all'].map(
        (_, column) =>
          isRowExempt || exemptCells.some(([row, cell]) => row % count === number && cell % (years + 1) === column),
      )
      const marked = [...yearIds, 'all'].filter((_, column) => areExempt[column])
      const row: TableRow = {
        ...plain(`${id}/Scheme ${group + 1}${'ABCDE'[at]}`, 'plain'),
        exempt: isRowExempt ? exempt : null,
        ...(marked.length > 0 && !isRowExempt ? { exemptCells: marked.map((each) => ({ column: each, exempt })) } : {}),
      }
      post(
        row,
        yearIds.map((_, year) => values[(number * years + year) % values.length] ?? 0),
        areExempt,
        false,
      )
      return row.id
    })
    const subtotal = plain(`${id}/Theme ${group + 1}`, 'subtotal')
    down(subtotal, under)
    return subtotal.id
  })
  down(plain(`${id}/Programme`, 'total'), subtotals)
  return { kind: 'table', id, name: id, caption: `Table ${id}`, unit: '£', columns, rows, notes: [], exempt: null }
}

/** One exempt paragraph and one that is open, with the figure of the first amount under one token. */
const figuresOf = (amounts: MadeAmount[], sums: MadeReport['sums']): Part[] => {
  const amount = pence((amounts[0]?.amount ?? 0) + 17)
  const numbers = ['kept', 'open'].map((id) => {
    const number = amounts.length
    amounts.push({ part: id, row: '0', column: '0', amount, isExempt: id === 'kept', isSum: false })
    return number
  })
  sums.push([signed(numbers[0] ?? 0, 1), signed(numbers[1] ?? 0, -1)])
  return ['kept', 'open'].map((id) => ({
    kind: 'paragraph',
    id,
    number: null,
    runs: [{ kind: 'figure', token: `scheme("A").plan(2020) | ${id}`, amount, unit: '£', text: `a figure (${id})` }],
    exempt: id === 'kept' ? exempt : null,
  }))
}

const words = (text: string): TableCell => ({ kind: 'text', text })
const amountCell = (amount: number): TableCell => ({ kind: 'amount', amount: pence(amount) })
const plain = (id: string, style: TableRow['style']): TableRow => ({ id, style, cells: [], adds: null, exempt: null })
const column = (id: string, label: string, kind: TableColumn['kind'], adds: TableColumn['adds']): TableColumn => ({
  id,
  label,
  kind,
  unit: null,
  adds,
  meaning: '',
  source: '',
})
