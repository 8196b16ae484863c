import { rmSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import type { Entry } from '../domain/ledger/entry.ts'
import type { RowOutcome } from '../domain/spend/dryRun.ts'
import type { Connection } from './sqlite.ts'

/** A row of an extract as a dry run understood it, with what would be posted for it. */
export interface StagedRow {
  row: number
  outcome: RowOutcome
  /** Why it is left out or could not be read; empty for a row that counts. */
  why: string
  ledgerRef: string
  orderRef: string
  placeId: string | null
  startYear: number | null
  period: number | null
  postedOn: string | null
  amount: number | null
  supplier: string
  description: string
  retrospective: string | null
  /** Its cells as they read in the file, as JSON. */
  cells: string
  entries: readonly Entry[]
}

const tables = `
  create table row (
    row integer primary key, outcome text not null, why text not null, ledger_ref text not null, order_ref text not null,
    place_id text, start_year integer, period integer, posted_on text, amount_pence integer, supplier text not null,
    description text not null, retrospective text, cells_json text not null
  );
  create table entry (
    id integer primary key, level text not null, place_id text not null, start_year integer not null,
    period integer not null, source_id text, nature text not null, amount_pence integer not null,
    effective_on text not null, ledger_ref text
  );`

/**
 * A file of its own for what a dry run finds, so that a million rows are held nowhere, are shown page by page, and can be posted
 * as they were shown. Nobody needs it after a crash: it is written without a journal.
 */
export const createStage = (path: string) => {
  rmSync(path, { force: true })
  const stage = new SQLite(path)
  stage.pragma('journal_mode = off')
  stage.pragma('synchronous = off')
  stage.exec(tables)
  const addRow = stage.prepare(`insert into row values (${Array(14).fill('?').join(', ')})`)
  const addEntry = stage.prepare(`insert into entry values (null, ${Array(9).fill('?').join(', ')})`)
  stage.exec('begin')
  return {
    add(row: StagedRow): void {
      addRow.run(
        row.row,
        row.outcome,
        row.why,
        row.ledgerRef,
        row.orderRef,
        row.placeId,
        row.startYear,
        row.period,
        row.postedOn,
        row.amount,
        row.supplier,
        row.description,
        row.retrospective,
        row.cells,
      )
      for (const entry of row.entries) {
        const { level, place, startYear, period, sourceId, nature, amount, effectiveOn, ledgerRef } = entry
        addEntry.run(level, place.id, startYear, period, sourceId, nature, amount, effectiveOn, ledgerRef)
      }
    },
    close(): void {
      if (stage.inTransaction) stage.exec('commit')
      stage.exec('create index row_outcome on row (outcome, row)')
      stage.close()
    },
    /** Closes what will not be looked at. */
    drop(): void {
      stage.close()
    },
  }
}

/** A row as a page of the dry run shows it. */
export interface ShownRow {
  row: number
  outcome: RowOutcome
  why: string
  ledgerRef: string
  placeId: string | null
  amount: number | null
  supplier: string
  description: string
  postedOn: string | null
  cells: string
}

const shown = `row, outcome, why, ledger_ref as ledgerRef, place_id as placeId, amount_pence as amount, supplier, description,
  posted_on as postedOn, cells_json as cells`

/** Reads a stage and closes it again. */
export const readStage = <T>(path: string, work: (stage: Connection) => T): T => {
  const stage = new SQLite(path, { readonly: true, fileMustExist: true })
  try {
    return work(stage)
  } finally {
    stage.close()
  }
}

/** Some rows after one, of the outcomes asked for, in the order of the file. */
export const stagedPage = (
  path: string,
  { outcomes, after, limit }: { outcomes: readonly RowOutcome[]; after: number; limit: number },
): ShownRow[] =>
  readStage(
    path,
    (stage) =>
      stage
        .prepare(
          `select ${shown} from row where outcome in (select value from json_each(?)) and row > ? order by row limit ?`,
        )
        .all(JSON.stringify(outcomes), after, limit) as ShownRow[],
  )

/** The rejected rows with what is said of each. */
export const stagedRejected = (path: string, limit: number): ShownRow[] =>
  stagedPage(path, { outcomes: ['rejected'], after: 0, limit })
