import type { CalendarDay } from '../calendarDay.ts'
import { yearOf } from '../financialYear.ts'
import type { Nature } from '../ledger/entry.ts'
import type { Pence } from '../money.ts'
import { lastDayOfPeriod, periodOf } from '../period/period.ts'
import { cellAt, type ExtractCell, type ExtractRow, isBlankRow } from './extractRow.ts'
import { isSubtotal } from './isSubtotal.ts'
import { type CodeTarget, codeKey, type Mapping, ONLY_CODE, type SpendField } from './mapping.ts'
import { readAmount, shortened } from './readAmount.ts'
import { type DayReading, readDay } from './readDay.ts'
import { type PeriodReading, readPeriod, readYear } from './readPeriod.ts'
import { remembered } from './remembered.ts'
import { type RowFields, rowFields } from './rowFields.ts'
import type { RowMessage } from './rowMessage.ts'
import type { IgnoredWhy, RowCorrection, RowReading } from './spendLine.ts'

/** As long as an entry of the ledger keeps one. */
const LONGEST_REF = 100
const LONGEST_TEXT = 200

/**
 * Reads the rows of a sheet in their order. A row without any label is a subtotal where it repeats what stands above it, so
 * that the reader remembers the sum of the rows before.
 */
export const createLineReader = (mapping: Mapping): ((row: ExtractRow, correction?: RowCorrection) => RowReading) => {
  const sums = { sinceSubtotal: 0, all: 0 }
  const read = createReading(mapping)
  return (row, correction) => {
    const reading = readLine(row, mapping, read, correction)
    if (reading.outcome === 'ignored' && reading.why === 'subtotal') sums.sinceSubtotal = 0
    if (reading.outcome !== 'line') {
      const { amount } = reading
      const repeats = amount !== null && amount !== 0 && (amount === sums.sinceSubtotal || amount === sums.all)
      if (reading.outcome === 'rejected' && repeats && isOnlyAmount(row, mapping) && !correction) {
        sums.sinceSubtotal = 0
        return { outcome: 'ignored', row: row.row, why: 'subtotal', amount }
      }
      return reading
    }
    sums.sinceSubtotal += reading.line.amount
    sums.all += reading.line.amount
    return reading
  }
}

const isOnlyAmount = (row: ExtractRow, { columns }: Mapping): boolean => {
  const amounts = [columns.amount, columns.debit, columns.credit]
  return row.cells.every((cell, column) => cell.kind === 'blank' || amounts.includes(column))
}

/** How the texts of a column are read, each once. */
interface Reading {
  day: (text: string) => DayReading
  period: (text: string) => PeriodReading
  key: (text: string) => string
}

const createReading = (mapping: Mapping): Reading => {
  const cell = (text: string): ExtractCell => ({ text, value: text, kind: 'text', isFormula: false })
  return {
    day: remembered((text) => readDay(cell(text), mapping.dayOrder)),
    period: remembered((text) => readPeriod(cell(text), mapping)),
    key: remembered(codeKey),
  }
}

/**
 * What one row says by a mapping. Each message is about one cell, and none is about what follows from another: a cell that is
 * blank or not understood is named once.
 */
const readLine = (row: ExtractRow, mapping: Mapping, read: Reading, correction?: RowCorrection): RowReading => {
  const ignored = (why: IgnoredWhy, amount: Pence | null = null): RowReading => ({
    outcome: 'ignored',
    row: row.row,
    why,
    amount,
  })
  if (row.row < mapping.headerRow) return ignored('above-header')
  if (row.row === mapping.headerRow || repeatsHeadings(row, mapping)) return ignored('header')
  if (isBlankRow(row) && !correction) return ignored('blank')

  const fields = rowFields(row, mapping, correction)
  const money = amountIn(fields, mapping)
  const amount = 'amount' in money ? money.amount : null
  if (!correction && isSubtotal(row, mapping)) return ignored('subtotal', amount)
  if (correction?.leftOut) return ignored('left-out', amount)
  if (row.isHidden && mapping.hiddenRows === 'left-out') return ignored('hidden', amount)
  if (!correction && saysNothing(fields)) return ignored('words')

  const code = codeOf(fields, mapping, read)
  if ('target' in code && code.target.schemeId === null) return ignored('other-code', amount)

  const reference = referenceOf(fields)
  const when = dateOf(fields, mapping, read)
  const from = sourceOf(fields, mapping, read)
  const messages = [reference, code, money, when, from].flatMap((part) => ('messages' in part ? part.messages : []))
  if (
    'messages' in reference ||
    'messages' in code ||
    'messages' in money ||
    'messages' in when ||
    'messages' in from ||
    code.target.schemeId === null
  ) {
    return { outcome: 'rejected', row: row.row, messages, amount }
  }
  const text = (field: SpendField, longest: number) => fields.cell(field).text.trim().slice(0, longest)
  return {
    outcome: 'line',
    row: row.row,
    line: {
      kind: mapping.kind,
      row: row.row,
      ledgerRef: reference.ref,
      costCode: code.code,
      schemeId: code.target.schemeId,
      sourceId: from.sourceId ?? code.target.sourceId,
      nature: from.nature ?? code.target.nature,
      startYear: when.startYear,
      period: when.period,
      postedOn: when.postedOn,
      amount: money.amount,
      supplier: text('supplier', LONGEST_TEXT),
      description: text('description', 500),
      // An order is named by its own reference, whatever line of it this is.
      orderRef:
        text('orderRef', LONGEST_REF) || (mapping.kind === 'orders' ? (fields.texts('ledgerRef')[0] ?? '') : ''),
      retrospective: correction?.retrospective ?? null,
      isHidden: row.isHidden,
      isFormula: usesFormula(fields),
    },
  }
}

interface Refused {
  messages: RowMessage[]
}

const refused = (fields: RowFields, field: SpendField, description: string): Refused => ({
  messages: [fields.message(field, description)],
})

const repeatsHeadings = (row: ExtractRow, { headerRow, headings }: Mapping): boolean => {
  if (headerRow === 0 || row.cells.length === 0) return false
  let same = 0
  for (let column = 0; column < headings.length; column += 1) {
    const [heading, text] = [headings[column], cellAt(row, column).text.trim()]
    if (text === '' && heading === '') continue
    if (text !== heading) return false
    same += 1
  }
  return same > 1
}

/** Words below a list, such as who ran it: nothing stands where a line has its reference, code, day or amount. */
const saysNothing = (fields: RowFields): boolean =>
  (['amount', 'debit', 'credit', 'postedOn', 'period'] as const).every(
    (field) => fields.cell(field).kind === 'blank',
  ) && [...fields.texts('costCode'), ...fields.texts('ledgerRef').slice(1)].every((text) => text === '')

const amountIn = (fields: RowFields, mapping: Mapping): { amount: Pence } | Refused => {
  const read = (field: 'amount' | 'debit' | 'credit'): Pence | Refused | undefined => {
    const cell = fields.cell(field)
    if (cell.kind === 'blank') return undefined
    const found = readAmount(cell)
    return 'amount' in found ? found.amount : refused(fields, field, found.problem)
  }
  const [whole, debit, credit] = [read('amount'), read('debit'), read('credit')]
  for (const found of [whole, debit, credit]) if (typeof found === 'object') return found
  if (whole === undefined && debit === undefined && credit === undefined) {
    const field = fields.isMapped('amount') || !fields.isMapped('debit') ? 'amount' : 'debit'
    return refused(fields, field, 'Enter the amount in pounds, even if it is 0')
  }
  const stated = (whole as number | undefined) ?? Number(debit ?? 0) - Number(credit ?? 0)
  return { amount: ((mapping.sign === 'reversed' ? -stated : stated) || 0) as Pence }
}

const referenceOf = (fields: RowFields): { ref: string } | Refused => {
  const texts = fields.texts('ledgerRef')
  if ((texts[0] ?? '') === '') return refused(fields, 'ledgerRef', 'Enter the reference that the ledger gave this row')
  const ref = texts.join('/').replace(/\/+$/, '')
  return ref.length > LONGEST_REF
    ? refused(
        fields,
        'ledgerRef',
        `A reference has at most ${LONGEST_REF} characters. Choose a column with a shorter one`,
      )
    : { ref }
}

const codeOf = (fields: RowFields, mapping: Mapping, read: Reading): { code: string; target: CodeTarget } | Refused => {
  const texts = fields.texts('costCode')
  const isOne = texts.length === 0
  const code = isOne ? ONLY_CODE : texts.filter((text) => text !== '').join('/')
  if (code === '') return refused(fields, 'costCode', 'Enter the cost code')
  const key = read.key(code)
  const target = Object.hasOwn(mapping.codes, key) ? mapping.codes[key] : undefined
  if (target) return { code: isOne ? '' : code, target }
  const description = isOne
    ? 'No column says where the money belongs. Choose the column of the cost code, or one scheme for all rows'
    : `‘${shortened(code)}’ is not a scheme here. Choose the scheme it belongs to`
  return refused(fields, 'costCode', description)
}

interface When {
  startYear: number
  period: number
  postedOn: CalendarDay
}

/** The year, the period and the day of a row; the day says the others where no column does, and they say the day. */
const dateOf = (fields: RowFields, mapping: Mapping, read: Reading): When | Refused => {
  const [dayCell, periodCell, yearCell] = [fields.cell('postedOn'), fields.cell('period'), fields.cell('year')]
  const day =
    dayCell.kind === 'blank'
      ? undefined
      : dayCell.kind === 'text'
        ? read.day(dayCell.text)
        : readDay(dayCell, mapping.dayOrder)
  const period =
    periodCell.kind === 'blank'
      ? undefined
      : periodCell.kind === 'text'
        ? read.period(periodCell.text)
        : readPeriod(periodCell, mapping)
  const year = yearCell.kind === 'blank' ? undefined : readYear(yearCell, mapping)
  const messages = [
    ...(day && 'problem' in day ? [fields.message('postedOn', day.problem)] : []),
    ...(period && 'problem' in period ? [fields.message('period', period.problem)] : []),
    ...(year && 'problem' in year ? [fields.message('year', year.problem)] : []),
  ]
  if (messages.length > 0) return { messages }
  const postedOn = day && 'day' in day ? day.day : undefined
  const stated = period && 'period' in period ? period : undefined
  if (postedOn === undefined && stated === undefined) {
    const field = fields.isMapped('postedOn') || !fields.isMapped('period') ? 'postedOn' : 'period'
    return refused(fields, field, field === 'postedOn' ? 'Enter the date' : 'Enter the period, from 1 to 13')
  }
  if (stated === undefined && postedOn !== undefined) {
    return { startYear: yearOf(postedOn), period: periodOf(postedOn), postedOn }
  }
  const ownYear = year && 'startYear' in year ? year.startYear : undefined
  const startYear =
    ownYear ?? stated?.startYear ?? yearByDay(postedOn, stated?.period ?? 0) ?? mapping.startYear ?? undefined
  if (startYear === undefined)
    return refused(fields, 'period', 'This period has no year. Choose the year of the extract')
  const number = stated?.period ?? 0
  return { startYear, period: number, postedOn: postedOn ?? lastDayOfPeriod(startYear, number) }
}

/** What is entered for the last periods of a year is often dated after its end. */
const yearByDay = (day: CalendarDay | undefined, period: number): number | undefined => {
  if (day === undefined) return undefined
  const isAfterEnd = period >= 11 && periodOf(day) <= 6
  return isAfterEnd ? yearOf(day) - 1 : yearOf(day)
}

const sourceOf = (
  fields: RowFields,
  mapping: Mapping,
  read: Reading,
): { sourceId: CodeTarget['sourceId']; nature: Nature | null } | Refused => {
  const [sourceText, natureText] = [read.key(fields.cell('source').text), read.key(fields.cell('nature').text)]
  const sourceId =
    sourceText === '' ? null : Object.hasOwn(mapping.sources, sourceText) ? mapping.sources[sourceText] : undefined
  const nature = natureText === '' ? null : natureIn(natureText)
  const messages = [
    ...(sourceId === undefined
      ? [
          fields.message(
            'source',
            `‘${shortened(fields.cell('source').text)}’ is not a funding source here. Choose the source it is`,
          ),
        ]
      : []),
    ...(nature === undefined
      ? [fields.message('nature', `‘${shortened(fields.cell('nature').text)}’ is neither capital nor revenue`)]
      : []),
  ]
  return sourceId === undefined || nature === undefined ? { messages } : { sourceId, nature }
}

const natureIn = (text: string): Nature | undefined =>
  /^c(?:ap(?:ex|ital)?)?\b/.test(text) ? 'capital' : /^r(?:ev(?:enue)?)?\b/.test(text) ? 'revenue' : undefined

/** Whether anything that the ledger takes over was worked out by the workbook. */
const usesFormula = (fields: RowFields): boolean =>
  fields.row.cells.some(({ isFormula }) => isFormula) && isWorkedOut(fields)

const isWorkedOut = (fields: RowFields): boolean =>
  (['amount', 'debit', 'credit', 'postedOn', 'period', 'year'] as const).some(
    (field) => fields.cell(field).isFormula,
  ) || [...(['ledgerRef', 'costCode'] as const)].some((field) => fields.cell(field).isFormula)
