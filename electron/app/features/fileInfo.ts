import { PROGRAM_VERSION } from '../../../db/migrate.ts'
import type { Verification } from '../../../db/queries/verify.ts'
import type { State } from '../state.ts'
import { checkTrail } from './checkTrail.ts'

/** What a file holds, in counts, with the hash that stands for all of it. */
export const fileInfo = async (state: State) => {
  const file = state.file()
  return await state.read(null, (facts) => ({
    file: file.path,
    isReadOnly: file.isReadOnly,
    fileVersion: PROGRAM_VERSION,
    sqliteVersion: file.sqliteVersion,
    programme: facts.programme.name,
    capitalSchemeNumber: facts.programme.capitalSchemeNumber,
    isSample: facts.programme.isSample,
    startYear: facts.programme.startYear,
    endYear: facts.programme.endYear,
    themes: facts.themes.length,
    schemes: facts.schemes.length,
    sources: facts.sources.length,
    decisions: facts.decisions.length,
    documents: facts.documents.length,
    events: facts.asAt.seq,
    lastRecordedAt: facts.asAt.recordedAt,
    lastHash: facts.asAt.hash,
  }))
}

/** The trail and the balances verified, and the database's own check of the file. */
export const checkFile = async (state: State): Promise<Verification & { integrity: string }> => ({
  ...(await checkTrail(state)),
  integrity: state.file().integrity(),
})
