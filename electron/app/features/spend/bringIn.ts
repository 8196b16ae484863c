import { appendEvent, beginChange } from '../../../../db/change.ts'
import { keepStagedRows, postStagedEntries, summedEntries } from '../../../../db/postSpend.ts'
import type { OnProgress } from '../../../../db/queries/verify.ts'
import type { Tx } from '../../../../db/schema.ts'
import type { Connection } from '../../../../db/sqlite.ts'
import { spendImports } from '../../../../db/subjects.ts'
import { writeBeside } from '../../../../db/writeBeside.ts'
import { dayInLondon, type Instant } from '../../../../domain/calendarDay.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import { checkMovement } from '../../../../domain/ledger/movementRules.ts'
import type { Account } from '../../../../domain/people/account.ts'
import type { Role } from '../../../../domain/roles.ts'
import type { SpendImport } from '../../../../domain/spend/spendImport.ts'
import { checkScope } from '../../checkScope.ts'
import { ledgerContext } from '../ledgerContext.ts'
import { waivedSchemes } from './waivedSchemes.ts'

/** Who acts, as far as it can be said to another thread. */
export interface ActingBeside {
  actor: string
  role: Role
  account: Account | null
  now: Instant
}

/** What is brought in: the rows that a dry run has written, exactly as they were shown. */
export interface BringInOrder {
  path: string
  stage: string
  /** The last event that the dry run saw. */
  seq: number
  acting: ActingBeside
  made: Omit<SpendImport, 'revision' | 'isRemoved' | 'status' | 'takenBackBecause' | 'broughtInOn' | 'broughtInBy'>
}

/**
 * Brings in an extract, all of it or nothing: one movement with an entry for each row that counts, every row with what became of
 * it, and one event. Throws `stale` where something was recorded since the dry run, `needs-waiver`, and what the ledger refuses.
 */
export const bringIn = async (order: BringInOrder, tell: OnProgress): Promise<SpendImport> =>
  await writeBeside(order.path, order.stage, async (tx, connection) => {
    const { acting, made } = order
    const change = await beginChange(tx, acting.now)
    if (change.seq !== order.seq + 1) fail('stale', { entity: 'ledger', id: made.id })
    const today = dayInLondon(change.recordedAt)
    const head = {
      id: made.movementId,
      kind: made.kind === 'actuals' ? ('payment' as const) : ('order-placed' as const),
      reason: `Brought in from ${made.name}`,
      decisionId: null,
      reversesId: null,
    }
    const entries = summedEntries(connection, 'staged')
    if (entries.length === 0) fail('nothing-to-bring-in', { name: made.name })
    checkMovement({ ...head, entries }, await ledgerContext(tx, today))
    await checkWaived(tx, connection, today)
    const brought = await spendImports.insert(change, {
      ...made,
      revision: 1,
      isRemoved: false,
      status: 'brought_in',
      broughtInBy: acting.actor,
      broughtInOn: today,
      takenBackBecause: '',
    })
    // Both parts are half of the work.
    await postStagedEntries(change, connection, head, (done, of) => tell(done, of * 2))
    await keepStagedRows(change, connection, made.id, (done, of) => tell(of + done, of * 2))
    await checkScope(change, { ...acting, clock: () => acting.now })
    const { rows: newRows } = made.totals.new
    await appendEvent(change, {
      actor: acting.actor,
      role: acting.role,
      operation: 'spend.bringIn',
      transition: 'brought in',
      subject: { kind: 'spend_import', id: made.id },
      detail: {
        name: made.name,
        sha256: made.sha256,
        rows: made.totals.read,
        new: newRows,
        changed: made.totals.changed.rows,
        duplicate: made.totals.duplicate.rows,
        rejected: made.totals.rejected.rows,
        ignored: made.totals.ignored.rows,
        ...made.totals.posted,
      },
    })
    return brought
  })

const checkWaived = async (tx: Tx, connection: Connection, today: ReturnType<typeof dayInLondon>): Promise<void> => {
  const early = connection
    .prepare(
      `select distinct place_id from staged.row where retrospective is not null and outcome in ('new', 'changed') order by 1`,
    )
    .pluck()
    .all() as Id[]
  const waived = await waivedSchemes(tx, today)
  const unwaived = early.filter((id) => !waived.has(id))
  if (unwaived.length === 0) return
  const names = await tx.selectFrom('scheme').select('name').where('id', 'in', unwaived).orderBy('name').execute()
  fail('needs-waiver', { rule: 'R09', schemes: names.map(({ name }) => String(name)) })
}
