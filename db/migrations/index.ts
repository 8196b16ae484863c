import type { Kysely } from 'kysely'
import { up as ledger } from './0001_ledger.ts'
import { up as rollupIndexes } from './0002_rollup_indexes.ts'
import { up as approvals } from './0003_approvals.ts'
import { up as documentReadings } from './0004_document_readings.ts'
import { up as spendImports } from './0005_spend_imports.ts'
import { up as changes } from './0006_changes.ts'
import { up as forecasts } from './0007_forecasts.ts'
import { up as periods } from './0008_periods.ts'
import { up as pipeline } from './0009_pipeline.ts'
import { up as benefitsAndRisks } from './0010_benefits_and_risks.ts'
import { up as issuedReports } from './0011_issued_reports.ts'

/** Every migration in order; a file's version is the number of them that it has had. Frozen once released, forward only. */
export const migrations: ((db: Kysely<unknown>) => Promise<void>)[] = [
  ledger,
  rollupIndexes,
  approvals,
  documentReadings,
  spendImports,
  changes,
  forecasts,
  periods,
  pipeline,
  benefitsAndRisks,
  issuedReports,
]
