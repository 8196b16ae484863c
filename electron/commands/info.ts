import { formatYear } from '../../domain/financialYear.ts'
import { fileInfo } from '../app/features/fileInfo.ts'
import { type Call, print } from './call.ts'

/** `info FILE`: what a file holds. */
export const info = async (call: Call): Promise<number> => {
  await call.state.open(call.file)
  const found = await fileInfo(call.state)
  const lines: [string, string | number][] = [
    ['Programme', `${found.programme}${found.isSample ? ' (sample)' : ''}`],
    ['Capital scheme number', found.capitalSchemeNumber || 'not recorded'],
    ['Years', `${formatYear(found.startYear)} to ${formatYear(found.endYear)}`],
    ['Themes', found.themes],
    ['Schemes', found.schemes],
    ['Funding sources', found.sources],
    ['Decisions', found.decisions],
    ['Documents held against the ledger', found.documents],
    ['Events', `${found.events}, the last recorded at ${found.lastRecordedAt}`],
    ['Last hash', found.lastHash],
    ['File', `version ${found.fileVersion}${found.isReadOnly ? ', read-only' : ''}, SQLite ${found.sqliteVersion}`],
  ]
  const width = Math.max(...lines.map(([label]) => label.length))
  print(call, found, lines.map(([label, value]) => `${label.padEnd(width)}  ${value}`).join('\n'))
  return 0
}
