import { createStage, type StagedRow } from '../../../../db/extractStage.ts'
import { lastSeq } from '../../../../db/queries/events.ts'
import { heldSpend } from '../../../../db/queries/heldSpend.ts'
import type { OnProgress } from '../../../../db/queries/verify.ts'
import type { Reading } from '../../../../db/schema.ts'
import { schemes } from '../../../../db/subjects.ts'
import type { CalendarDay } from '../../../../domain/calendarDay.ts'
import type { Id } from '../../../../domain/id.ts'
import { formatInSentence, pence, sum } from '../../../../domain/money.ts'
import type { Scheme } from '../../../../domain/programme/scheme.ts'
import type { ClassifiedRow, DryRunTotals } from '../../../../domain/spend/dryRun.ts'
import type { ExtractRow } from '../../../../domain/spend/extractRow.ts'
import { codeGuesser } from '../../../../domain/spend/guessCodes.ts'
import { codeIn } from '../../../../domain/spend/guessMapping.ts'
import { createLineReader } from '../../../../domain/spend/lineReader.ts'
import { codeKey, type Mapping } from '../../../../domain/spend/mapping.ts'
import type { ImportTotals } from '../../../../domain/spend/spendImport.ts'
import type { RowCorrection } from '../../../../domain/spend/spendLine.ts'
import { refsOf, startDryRun } from '../../../../domain/spend/startDryRun.ts'
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
  /** With the codes of schemes that were met on the way. */
  mapping: Mapping
  totals: DryRunTotals
  posted: ImportTotals['posted']
  /** The schemes that would get what was spent before its authority. */
  retrospective: Id[]
}

/** Reads every row, holds it against the ledger, and writes what it found to a stage of its own, in the place of one before. */
export const dryRunExtract = async (db: Reading, order: DryRunOrder, tell: OnProgress): Promise<DryRun> => {
  const facts = await spendFacts(db, order.today)
  const mapping = { ...order.mapping, codes: { ...order.mapping.codes } }
  const learnCode = codeLearner(mapping, await schemes.list(db))
  const corrections = new Map(order.corrections.map((each) => [each.row, each]))
  const run = startDryRun(facts, mapping)
  const read = createLineReader(mapping)
  const posted = { commitment: 0, actual: 0 }
  const retrospective = new Set<Id>()
  // Not a part of starting the program: most of its starts read no extract.
  const { openExtract } = await import('./readers/openExtract.ts')
  const extract = await openExtract(order.extract)
  const stage = createStage(order.stage)
  let share = 0
  let rows = 0
  try {
    const told = (now: number) => {
      share = now
    }
    for await (const batch of extract.rows(mapping.sheet, told)) {
      for (const row of batch) learnCode(row)
      const readings = batch.map((row) => read(row, corrections.get(row.row)))
      const { refs, orderRefs } = refsOf(readings)
      const classified = run.add(readings, await heldSpend(db, refs, orderRefs))
      for (const [at, row] of classified.entries()) {
        stage.add(staged(row, batch[at] as ExtractRow, corrections.get(row.row)))
        if (!('entries' in row)) continue
        for (const { level, amount } of row.entries) posted[level as keyof typeof posted] += amount
        if (row.line.retrospective !== null) retrospective.add(row.line.schemeId)
      }
      rows += batch.length
      tell(rows, Math.max(rows, share > 0 ? Math.round(rows / share) : rows))
    }
    const totals = run.finish()
    stage.close()
    return {
      seq: await lastSeq(db),
      mapping,
      totals,
      posted: { commitment: pence(posted.commitment), actual: pence(posted.actual) },
      retrospective: [...retrospective].sort(),
    }
  } catch (error) {
    stage.drop()
    throw error
  } finally {
    await extract.close()
  }
}

/** Places the codes that stand below the first rows: those that go by the number or the name of a scheme need nobody. */
const codeLearner = (mapping: Mapping, known: readonly Scheme[]): ((row: ExtractRow) => void) => {
  const guess = codeGuesser({ schemes: known })
  const met = new Set(Object.keys(mapping.codes))
  return (row) => {
    const key = codeKey(codeIn(row, mapping.columns))
    if (key === '' || met.has(key)) return
    met.add(key)
    const target = row.row > mapping.headerRow ? guess(key) : undefined
    if (target) mapping.codes[key] = target
  }
}

const notALine = {
  ledgerRef: '',
  orderRef: '',
  placeId: null,
  startYear: null,
  period: null,
  postedOn: null,
  supplier: '',
  description: '',
  retrospective: null,
  entries: [],
}

const staged = (row: ClassifiedRow, { cells }: ExtractRow, correction: RowCorrection | undefined): StagedRow => {
  const asRead = JSON.stringify(cells.map(({ text }) => text))
  if (row.outcome === 'rejected' || row.outcome === 'ignored') {
    const { row: number, outcome, amount } = row
    const why =
      row.outcome === 'ignored'
        ? row.why === 'left-out' && correction?.leftOut
          ? `Left out: ${correction.leftOut}`
          : row.why
        : row.messages.map(({ section, description }) => `${section}: ${description}`).join('; ')
    return { ...notALine, row: number, outcome, why, amount, cells: asRead }
  }
  const { line } = row
  return {
    row: row.row,
    outcome: row.outcome,
    why: whyOf(row),
    ledgerRef: line.ledgerRef,
    orderRef: line.orderRef,
    placeId: line.schemeId,
    startYear: line.startYear,
    period: line.period,
    postedOn: line.postedOn,
    amount: line.amount,
    supplier: line.supplier,
    description: line.description,
    retrospective: line.retrospective,
    cells: asRead,
    entries: 'entries' in row ? row.entries : [],
  }
}

type ReadRow = Exclude<ClassifiedRow, { outcome: 'rejected' | 'ignored' }>

/** What a changed row replaces, and what it is brought in in spite of. */
const whyOf = (row: ReadRow): string => {
  if (row.outcome === 'duplicate') return ''
  const warned = row.warnings.map(({ description }) => description)
  if (row.outcome === 'new') return warned.join('; ')
  const level = row.line.kind === 'orders' ? 'commitment' : 'actual'
  const was = sum(row.held.filter((each) => each.level === level).map(({ amount }) => amount))
  const replaces =
    was === row.line.amount
      ? 'Stood at another scheme, source or period'
      : `Was ${formatInSentence(was)}, now ${formatInSentence(row.line.amount)}`
  return [replaces, ...warned].join('; ')
}
