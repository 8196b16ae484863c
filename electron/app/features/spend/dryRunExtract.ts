import { createStage, type StagedRow, stagedRetrospective } from '../../../../db/extractStage.ts'
import { lastSeq } from '../../../../db/queries/events.ts'
import { heldSpend } from '../../../../db/queries/heldSpend.ts'
import type { OnProgress } from '../../../../db/queries/verify.ts'
import type { Reading } from '../../../../db/schema.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Entry } from '../../../../domain/ledger/entry.ts'
import { pence } from '../../../../domain/money.ts'
import type { ClassifiedRow, DryRunTotals } from '../../../../domain/spend/dryRun.ts'
import type { ExtractRow } from '../../../../domain/spend/extractRow.ts'
import type { Mapping } from '../../../../domain/spend/mapping.ts'
import type { ImportTotals } from '../../../../domain/spend/spendImport.ts'
import type { RowCorrection } from '../../../../domain/spend/spendLine.ts'
import { openExtract } from './readers/openExtract.ts'
import { spendFacts } from './spendFacts.ts'

/** Which extract is read how, and where what is found is written. */
export interface DryRunOrder {
  extract: string
  stage: string
  mapping: Mapping
  corrections: readonly RowCorrection[]
  today: CalendarDay
}

/** What the rows of an extract would do to the ledger, as it stood after an event. */
export interface DryRun {
  seq: number
  totals: DryRunTotals
  posted: ImportTotals['posted']
  /** The schemes that would get what was spent before its authority. */
  retrospective: Id[]
}
export const dryRunExtract = async (db: Reading, order: DryRunOrder, tell: OnProgress): Promise<DryRun> => {
  tell(0, 1)
  const facts = await spendFacts(db, order.today)
  throw new Error(`${facts.today} ${[createStage, stagedRetrospective, lastSeq, heldSpend, pence, openExtract].length}`)
}
