import { yearOf } from '../financialYear.ts'
import { cellAt, type ExtractCell, type ExtractRow, isBlankRow } from './extractRow.ts'
import { findHeader, type Header } from './findHeader.ts'
import { codeGuesser, guessCodes, guessSources, type KnownNames } from './guessCodes.ts'
import { headingWords, plainHeading } from './headingWords.ts'
import { type ExtractKind, type Mapping, MOST_COLUMNS, type SpendField } from './mapping.ts'
import { readAmount } from './readAmount.ts'
import { readDay } from './readDay.ts'
import { readPeriod } from './readPeriod.ts'
import { inOneLine } from './rowFields.ts'

/** The beginning of a sheet, as much of it as columns are told by. */
export interface SheetStart {
  name: string
  isHidden: boolean
  firstRows: readonly ExtractRow[]
}

/** What a part of a mapping was guessed from, in a sentence. */
export interface GuessWhy {
  about: SpendField | 'sheet' | 'headerRow' | 'kind' | 'sign' | 'dayOrder' | 'yearNamedBy' | 'orderAmount'
  why: string
}

export interface MappingGuess {
  mapping: Mapping
  whys: GuessWhy[]
}

type Columns = Mapping['columns']

/** How the rows of an extract may be read, from its first rows; whatever is not found stays open. */
export const guessMapping = (sheets: readonly SheetStart[], known: KnownNames): MappingGuess => {
  const whys: GuessWhy[] = []
  const say = (about: GuessWhy['about'], why: string) => void whys.push({ about, why })
  const { sheet, header } = likeliestSheet(sheets)
  if (sheets.length > 1) say('sheet', `‘${sheet.name}’ has the most columns that are known.`)
  say('headerRow', headerWords(header))
  const rows = header.rowsBelow.filter((row) => !isBlankRow(row)).slice(0, 40)
  const columns = guessColumns(header, rows, known, say)
  const kind = guessKind(sheet, header, columns, say)
  if (kind === 'orders') nameByOrder(columns, say)
  addLineNumber(columns, header, rows, say)

  const amounts = rows.flatMap((row) => (columns.amount === null ? [] : amountOf(cellAt(row, columns.amount))))
  const isReversed = amounts.length > 4 && amounts.filter((amount) => amount < 0).length > amounts.length * 0.8
  if (isReversed) say('sign', 'Nearly all amounts are below nothing, so that spend is shown as minus.')
  const dayOrder = guessDayOrder(columns, rows, say)
  const yearNamedBy = guessYearNamedBy(columns, rows, dayOrder, say)
  const isOutstanding = /outstanding|remaining|\bopen\b|uninvoiced/i.test(header.headings[columns.amount ?? -1] ?? '')
  if (kind === 'orders' && isOutstanding) say('orderAmount', 'The heading of the amount says that it is what is left.')
  return {
    mapping: {
      kind,
      sheet: sheet.name,
      headerRow: header.row,
      headings: header.headings.slice(0, MOST_COLUMNS),
      columns,
      sign: isReversed ? 'reversed' : 'as-stated',
      dayOrder,
      yearNamedBy,
      startYear: null,
      orderAmount: isOutstanding ? 'outstanding' : 'ordered',
      hiddenRows: 'read',
      closedInto: null,
      codes: guessCodes(
        rows.map((row) => codeIn(row, columns)),
        known,
      ),
      sources: guessSources(
        columns.source === null ? [] : rows.map((row) => cellAt(row, columns.source ?? 0).text),
        known,
      ),
    },
    whys,
  }
}

/** The code of a row as a mapping knows it. */
export const codeIn = (row: ExtractRow, { costCode }: Pick<Columns, 'costCode'>): string =>
  costCode
    .map((column) => inOneLine(cellAt(row, column).text))
    .filter((text) => text !== '')
    .join('/')

const likeliestSheet = (sheets: readonly SheetStart[]): { sheet: SheetStart; header: Header } => {
  const empty: SheetStart = { name: '', isHidden: false, firstRows: [] }
  return [...sheets, ...(sheets.length === 0 ? [empty] : [])]
    .map((sheet) => ({ sheet, header: findHeader(sheet.firstRows) }))
    .reduce((best, each) => (rank(each) > rank(best) ? each : best))
}

/** A sheet that is shown comes before one that is hidden, whatever its headings. */
const rank = ({ sheet, header }: { sheet: SheetStart; header: Header }): number =>
  header.known * 2 + (sheet.isHidden ? 0 : 1_000) + (header.rowsBelow.length > 0 ? 1 : 0)

const headerWords = ({ row, known }: Header): string => {
  if (row === 0) return 'No row of headings was found. Say which row it is, or choose the columns by what they hold.'
  return known > 1
    ? `Row ${row} has ${known} headings that finance systems use.`
    : `Row ${row} holds words alone, and figures begin below it.`
}

const guessColumns = (
  header: Header,
  rows: readonly ExtractRow[],
  known: KnownNames,
  say: (about: SpendField, why: string) => void,
): Columns => {
  const headings = header.headings.map(plainHeading)
  const taken = new Set<number>()
  const found = new Map<SpendField, number>()
  const take = (field: SpendField, column: number, why: string) => {
    taken.add(column)
    found.set(field, column)
    say(field, why)
  }
  const codes = likeliestCodeColumn(header, rows, known)
  if (codes !== undefined) take('costCode', codes, 'Its values are schemes of this programme.')
  for (const [field, patterns] of headingWords) {
    if (found.has(field)) continue
    for (const pattern of patterns) {
      const column = headings.findIndex((heading, at) => !taken.has(at) && pattern.test(heading))
      if (column === -1) continue
      take(field, column, `The heading is ‘${header.headings[column]}’.`)
      break
    }
  }
  // Debit or credit alone is a word for something else.
  if (found.has('debit') !== found.has('credit')) for (const field of ['debit', 'credit'] as const) found.delete(field)
  if (found.has('debit') && found.has('amount')) for (const field of ['debit', 'credit'] as const) found.delete(field)
  guessByContent(found, taken, rows, take)
  const one = (field: SpendField) => found.get(field) ?? null
  const many = (field: SpendField) => [found.get(field) ?? []].flat()
  return {
    ledgerRef: many('ledgerRef'),
    costCode: many('costCode'),
    amount: one('amount'),
    debit: one('debit'),
    credit: one('credit'),
    period: one('period'),
    year: one('year'),
    postedOn: one('postedOn'),
    supplier: one('supplier'),
    description: one('description'),
    orderRef: one('orderRef'),
    source: one('source'),
    nature: one('nature'),
  }
}

const likeliestCodeColumn = (header: Header, rows: readonly ExtractRow[], known: KnownNames): number | undefined => {
  const guess = codeGuesser(known)
  const width = Math.max(header.headings.length, ...rows.map(({ cells }) => cells.length), 0)
  const matches = Array.from({ length: width }, (_, column) => {
    return rows.filter((row) => guess(cellAt(row, column).text) !== undefined).length
  })
  const most = Math.max(0, ...matches)
  return most > 0 ? matches.indexOf(most) : undefined
}

/** Where no heading tells: days are in the column of days, and money in the last column of figures with pence. */
const guessByContent = (
  found: ReadonlyMap<SpendField, number>,
  taken: ReadonlySet<number>,
  rows: readonly ExtractRow[],
  take: (field: SpendField, column: number, why: string) => void,
): void => {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const share = (column: number, isIt: (cell: ExtractCell) => boolean): number => {
    const cells = rows.map((row) => cellAt(row, column)).filter(({ kind }) => kind !== 'blank')
    return cells.length === 0 ? 0 : cells.filter(isIt).length / cells.length
  }
  const open = Array.from({ length: width }, (_, column) => column).filter((column) => !taken.has(column))
  if (!found.has('postedOn') && !found.has('period')) {
    const column = open.find((each) => share(each, isDay) > 0.6)
    if (column !== undefined) take('postedOn', column, 'Its values are dates.')
  }
  if (!found.has('amount') && !found.has('debit')) {
    const column = open.findLast((each) => !taken.has(each) && share(each, isPence) > 0.6)
    if (column !== undefined) take('amount', column, 'Its values are amounts in pounds and pence.')
  }
}

const isDay = (cell: ExtractCell): boolean =>
  cell.kind === 'date' || (cell.kind === 'text' && 'day' in readDay(cell, 'day-month'))

const isPence = (cell: ExtractCell): boolean =>
  'amount' in readAmount(cell) && /[.,]\d{1,2}\)?-?$/.test(cell.text.trim())

const amountOf = (cell: ExtractCell): number[] => {
  if (cell.kind === 'blank') return []
  const read = readAmount(cell)
  return 'amount' in read && read.amount !== 0 ? [read.amount] : []
}

const guessKind = (
  sheet: SheetStart,
  { headings }: Header,
  columns: Columns,
  say: (about: 'kind', why: string) => void,
): ExtractKind => {
  const says = [sheet.name, ...headings].find((text) => /outstanding|commit(?:ment|ted)|purchase orders?$/i.test(text))
  if (says !== undefined && columns.orderRef !== null) {
    say('kind', `‘${says}’ says that these are orders.`)
    return 'orders'
  }
  if (columns.orderRef !== null && columns.ledgerRef.length === 0) {
    say('kind', 'Rows have an order and no reference of the ledger.')
    return 'orders'
  }
  return 'actuals'
}

/** An order has no other reference than its own. */
const nameByOrder = (columns: Columns, say: (about: 'ledgerRef', why: string) => void): void => {
  if (columns.orderRef === null || columns.ledgerRef[0] === columns.orderRef) return
  columns.ledgerRef = [columns.orderRef]
  say('ledgerRef', 'An order is known by its number.')
}

const lineNumber =
  /^(?:po |order |invoice |inv |journal |document |doc |transaction |gl )?(?:line|item|seq(?:uence)?|distribution|dist|split)(?: no| number| num| id)?$/

/** A document has several lines: where its number stands in more than one row, the number of the line tells them apart. */
const addLineNumber = (
  columns: Columns,
  { headings }: Header,
  rows: readonly ExtractRow[],
  say: (about: 'ledgerRef', why: string) => void,
): void => {
  const first = columns.ledgerRef[0]
  if (first === undefined) return
  const line = headings.findIndex((heading) => lineNumber.test(plainHeading(heading)))
  if (line !== -1 && line !== first) {
    columns.ledgerRef = [first, line]
    say('ledgerRef', `‘${headings[line]}’ tells the rows of one document apart.`)
    return
  }
  const texts = rows.map((row) => cellAt(row, first).text.trim()).filter((text) => text !== '')
  const repeated = texts.find((text, at) => texts.indexOf(text) !== at)
  if (repeated !== undefined) {
    say('ledgerRef', `‘${repeated}’ stands in several rows. Choose a second column that tells them apart.`)
  }
}

const guessDayOrder = (
  { postedOn }: Columns,
  rows: readonly ExtractRow[],
  say: (about: 'dayOrder', why: string) => void,
): Mapping['dayOrder'] => {
  const parts = rows.flatMap((row) => {
    const found =
      postedOn === null ? null : /^(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{2,4}/.exec(cellAt(row, postedOn).text.trim())
    return found ? [{ first: Number(found[1]), second: Number(found[2]) }] : []
  })
  const isMonthFirst = parts.some(({ second }) => second > 12) && !parts.some(({ first }) => first > 12)
  if (isMonthFirst) say('dayOrder', 'The second number of dates goes beyond 12, so that the month comes first.')
  return isMonthFirst ? 'month-day' : 'day-month'
}

/** `P03 2021` is of 2020/21 or of 2021/22: the days beside it tell. */
const guessYearNamedBy = (
  { period, postedOn, year }: Columns,
  rows: readonly ExtractRow[],
  dayOrder: Mapping['dayOrder'],
  say: (about: 'yearNamedBy', why: string) => void,
): Mapping['yearNamedBy'] => {
  if (postedOn === null || (period === null && year === null)) return 'start'
  let [start, end] = [0, 0]
  for (const row of rows) {
    const dayCell = cellAt(row, postedOn)
    const day = dayCell.kind === 'blank' ? undefined : readDay(dayCell, dayOrder)
    if (!day || !('day' in day)) continue
    const yearText = year === null ? '' : cellAt(row, year).text.trim()
    const fromPeriod = period === null ? undefined : readPeriod(cellAt(row, period), { yearNamedBy: 'start', dayOrder })
    const named = /^\d{4}$/.test(yearText)
      ? Number(yearText)
      : fromPeriod && 'period' in fromPeriod
        ? fromPeriod.startYear
        : null
    if (named === yearOf(day.day)) start += 1
    if (named === yearOf(day.day) + 1) end += 1
  }
  if (end <= start) return 'start'
  say('yearNamedBy', 'The dates show that a financial year goes by the year in which it ends.')
  return 'end'
}
