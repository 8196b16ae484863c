import { sql } from 'kysely'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { Nature } from '../../domain/ledger/entry.ts'
import { pence, sum } from '../../domain/money.ts'
import type { HeldFacts, HeldLine, OrderLine } from '../../domain/spend/dryRun.ts'
import type { Reading, Tx } from '../schema.ts'

interface HeldRow {
  ledgerRef: string
  level: 'commitment' | 'actual'
  schemeId: string
  sourceId: string | null
  nature: string
  startYear: number
  period: number
  effectiveOn: string
  amount: number
}

/** What the ledger holds for the references and the orders that a batch of rows names, both as they are written. */
export const heldSpend = async (
  db: Reading | Tx,
  refs: readonly string[],
  orderRefs: readonly string[],
): Promise<HeldFacts> => {
  const byRef = Map.groupBy((await heldRows(db, refs)).map(toHeld), ({ ledgerRef }) => ledgerRef)
  return { byRef, byOrder: orderRefs.length === 0 ? new Map() : await ordersNamed(db, orderRefs) }
}

/** Net of what was corrected or taken back: nought is nothing. */
const heldRows = async (db: Reading | Tx, refs: readonly string[]): Promise<HeldRow[]> => {
  if (refs.length === 0) return []
  // The last entry of a group gives its day: SQLite takes the other columns from the row of the maximum.
  const { rows } = await sql<HeldRow & { last: number }>`
    select ledger_ref as ledgerRef, level, place_id as schemeId, source_id as sourceId, nature, start_year as startYear,
      period, effective_on as effectiveOn, sum(amount_pence) as amount, max(entry.id) as last
    from json_each(${JSON.stringify(refs)}) as wanted
      cross join entry on entry.ledger_ref = wanted.value
    where level in ('commitment', 'actual') and place_kind = 'scheme'
    group by ledger_ref, level, place_id, source_id, nature, start_year, period
    having sum(amount_pence) <> 0 order by last`.execute(db as Tx)
  return rows
}

const toHeld = ({ schemeId, sourceId, nature, effectiveOn, amount, ...row }: HeldRow): HeldLine => ({
  ledgerRef: row.ledgerRef,
  level: row.level,
  startYear: row.startYear,
  period: row.period,
  schemeId: schemeId as Id,
  sourceId: sourceId as Id | null,
  nature: nature as Nature,
  effectiveOn: effectiveOn as CalendarDay,
  amount: pence(amount),
})

interface NamedRef {
  orderRef: string
  ledgerRef: string
  kind: 'actuals' | 'orders'
}

/** The lines of orders, each with what invoices that name its order have left of it: the first line is used up first. */
const ordersNamed = async (db: Reading | Tx, orderRefs: readonly string[]): Promise<Map<string, OrderLine[]>> => {
  const { rows: named } = await sql<NamedRef>`
    select distinct spend_row.order_ref as orderRef, spend_row.ledger_ref as ledgerRef, spend_import.kind
    from json_each(${JSON.stringify(orderRefs)}) as wanted
      cross join spend_row on spend_row.order_ref = wanted.value
      join spend_import on spend_import.id = spend_row.import_id
    where spend_row.order_ref <> '' and spend_row.outcome in ('new', 'changed')
    order by spend_row.id`.execute(db as Tx)
  const refs = new Set(named.map(({ ledgerRef }) => ledgerRef))
  const held = (await heldRows(db, [...refs])).filter(({ level }) => level === 'commitment')
  const byRef = Map.groupBy(held, ({ ledgerRef }) => ledgerRef)
  const byOrder = Map.groupBy(named, ({ orderRef }) => orderRef)
  return new Map([...byOrder].map(([orderRef, own]) => [orderRef, linesOf(orderRef, own, byRef)]))
}

const linesOf = (
  orderRef: string,
  refs: readonly NamedRef[],
  byRef: ReadonlyMap<string, readonly HeldRow[]>,
): OrderLine[] => {
  const heldOf = (kind: NamedRef['kind']) =>
    refs.filter((each) => each.kind === kind).flatMap(({ ledgerRef }) => byRef.get(ledgerRef) ?? [])
  const taken = new Map<string, number>()
  for (const off of heldOf('actuals')) taken.set(moneyOf(off), (taken.get(moneyOf(off)) ?? 0) - off.amount)
  // A line that was changed stands in several periods.
  const lines = Map.groupBy(heldOf('orders'), (each) => `${each.ledgerRef} ${each.startYear} ${moneyOf(each)}`)
  return [...lines.values()].map((parts) => {
    const [first] = parts.map(toHeld) as [HeldLine, ...HeldLine[]]
    const money = moneyOf(parts[0] as HeldRow)
    const ordered = sum(parts.map(({ amount }) => amount))
    const used = Math.min(Math.max(taken.get(money) ?? 0, 0), Math.max(ordered, 0))
    taken.set(money, (taken.get(money) ?? 0) - used)
    const { ledgerRef, schemeId, sourceId, nature, startYear, period } = first
    const place = { orderRef, ledgerRef, schemeId, sourceId, nature, startYear, period }
    return { ...place, ordered, outstanding: pence(ordered - used) }
  })
}

/** An invoice takes from its order in its own period, and may do so in a later year. */
const moneyOf = ({ schemeId, sourceId, nature }: HeldRow): string => [schemeId, sourceId, nature].join(' ')
