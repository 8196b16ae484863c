import type { Kysely } from 'kysely'
import { up as ledger } from './0001_ledger.ts'
import { up as rollupIndexes } from './0002_rollup_indexes.ts'
import { up as approvals } from './0003_approvals.ts'
import { up as documentReadings } from './0004_document_readings.ts'

/** Every migration in order; a file's version is the number of them that it has had. Frozen once released, forward only. */
export const migrations: ((db: Kysely<unknown>) => Promise<void>)[] = [
  ledger,
  rollupIndexes,
  approvals,
  documentReadings,
]
