import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail } from '../../domain/errors.ts'
import { roleAlone } from '../../domain/people/actor.ts'
import { verdictInWords } from '../../domain/report/verdictInWords.ts'
import { LARGEST_FILE } from '../app/features/reports/verify/receiveFile.ts'
import { verifyFile } from '../app/features/reports/verify/verifyFile.ts'
import { type Call, print, roleOf } from './call.ts'
import { UsageError } from './usage.ts'

/**
 * `verify FILE DOCUMENT`: which issue or draft a document is, whether it was altered and where, and what the ledger says now.
 * Exit code 0 where nothing was found altered, 1 where something was, or where it was held against nothing.
 */
export const verifyDocument = async (call: Call): Promise<number> => {
  const [given] = call.rest
  if (given === undefined) throw new UsageError('verify needs a document')
  const path = call.path(given)
  const bytes = await readFile(path).catch(() => fail('file-missing', { file: path }))
  if (bytes.byteLength > LARGEST_FILE) fail('too-large', { limit: LARGEST_FILE })
  await call.state.open(call.file)
  const file = { name: basename(path), bytes: new Uint8Array(bytes) }
  const verdict = await verifyFile(call.state, roleAlone(roleOf(call)), file)
  print(call, verdict, verdictInWords(verdict).join('\n'))
  return verdict.state === 'untouched' || verdict.state === 'same' ? 0 : 1
}
