import { calendarDay } from '../../../domain/calendarDay.ts'
import type { BalanceLine } from '../../../domain/programme/facts.ts'
import type { HeldFacts, HeldLine, OrderLine, SpendFacts } from '../../../domain/spend/dryRun.ts'
import { createLineReader } from '../../../domain/spend/lineReader.ts'
import type { Mapping } from '../../../domain/spend/mapping.ts'
import type { RowCorrection } from '../../../domain/spend/spendLine.ts'
import { startDryRun } from '../../../domain/spend/startDryRun.ts'
import { balanceOf, idOf, placeOf, programmeOf, schemeNamed, sourceNamed } from '../given.ts'
import { extractOf } from './extractOf.ts'

const headings = ['Ref', 'Code', 'Date', 'Period', 'Amount', 'Order', 'Fund', 'Supplier']

/** Reads `Ref, Code, Date, Period, Amount, Order, Fund, Supplier`; the codes `E` and `R` are schemes, `X` is nobody's. */
export const mappingOf = (change: Partial<Mapping> = {}): Mapping => ({
  kind: 'actuals',
  sheet: 'Ledger',
  headerRow: 1,
  headings,
  columns: {
    ledgerRef: [0],
    costCode: [1],
    postedOn: 2,
    period: 3,
    amount: 4,
    orderRef: 5,
    source: 6,
    supplier: 7,
    debit: null,
    credit: null,
    year: null,
    description: null,
    nature: null,
  },
  sign: 'as-stated',
  dayOrder: 'day-month',
  yearNamedBy: 'start',
  startYear: null,
  orderAmount: 'ordered',
  hiddenRows: 'read',
  closedInto: null,
  codes: {
    e: { schemeId: idOf('E'), sourceId: null, nature: 'capital' },
    r: { schemeId: idOf('R'), sourceId: null, nature: 'capital' },
    x: { schemeId: null, sourceId: null, nature: 'capital' },
  },
  sources: { grant: idOf('G') },
  ...change,
})

/** Two schemes that may spend £1,000 each from 1 June 2020 on, looked at on 1 December 2020. */
export const spendFactsOf = (
  change: Partial<Omit<SpendFacts, 'ledger'>> & {
    balances?: BalanceLine[]
    ledger?: Partial<SpendFacts['ledger']>
  } = {},
): SpendFacts => {
  const day = calendarDay('2020-12-01')
  const given = [{ decidedOn: calendarDay('2020-05-20'), effectiveOn: calendarDay('2020-06-01') }]
  const { balances, ledger, ...rest } = change
  return {
    ledger: {
      balances: balances ?? [
        balanceOf('released', placeOf('scheme', 'E'), 2020, 1_000),
        balanceOf('released', placeOf('scheme', 'R'), 2020, 1_000),
      ],
      programmes: [programmeOf()],
      themes: [],
      schemes: [schemeNamed('E'), schemeNamed('R')],
      memberships: [],
      sources: [sourceNamed('G')],
      years: [],
      periods: [],
      day,
      ...ledger,
    },
    today: day,
    authority: new Map([
      [idOf('E'), given],
      [idOf('R'), given],
    ]),
    isClosed: () => false,
    severityOf: () => 'warn',
    ...rest,
  }
}

export const heldOf = (ledgerRef: string, change: Partial<HeldLine> & { pounds: number }): HeldLine => {
  const { pounds, ...rest } = change
  return {
    ledgerRef,
    level: 'actual',
    schemeId: idOf('E'),
    sourceId: null,
    nature: 'capital',
    startYear: 2020,
    period: 3,
    effectiveOn: calendarDay('2020-06-14'),
    amount: (pounds * 100) as HeldLine['amount'],
    ...rest,
  }
}

export const orderOf = (orderRef: string, ordered: number, outstanding: number): OrderLine => ({
  orderRef,
  ledgerRef: orderRef,
  schemeId: idOf('E'),
  sourceId: null,
  nature: 'capital',
  startYear: 2020,
  period: 3,
  ordered: (ordered * 100) as OrderLine['ordered'],
  outstanding: (outstanding * 100) as OrderLine['outstanding'],
})

interface Given {
  mapping?: Mapping
  facts?: SpendFacts
  held?: HeldLine[]
  orders?: OrderLine[]
  corrections?: RowCorrection[]
}

export const heldFactsOf = (held: HeldLine[] = [], orders: OrderLine[] = []): HeldFacts => ({
  byRef: Map.groupBy(held, ({ ledgerRef }) => ledgerRef),
  byOrder: Map.groupBy(orders, ({ orderRef }) => orderRef),
})

/** A dry run over rows below the header. */
export const dryRunOf = (rows: (string | number | null)[][], given: Given = {}) => {
  const { mapping = mappingOf(), facts = spendFactsOf(), held, orders, corrections = [] } = given
  const read = createLineReader(mapping)
  const running = startDryRun(facts, mapping)
  const readings = extractOf(headings, ...rows).map((row) =>
    read(
      row,
      corrections.find((each) => each.row === row.row),
    ),
  )
  const classified = running.add(readings, heldFactsOf(held, orders))
  return { rows: classified.slice(1), totals: running.finish() }
}
