import { extname } from 'node:path'
import { fail } from '../../domain/errors.ts'
import { roleAlone } from '../../domain/people/actor.ts'
import { exportReport } from '../app/exports.ts'
import { asWriteFailure } from '../hosts/asWriteFailure.ts'
import { replaceFile } from '../hosts/replaceFile.ts'
import { asAtOf, type Call, print, roleOf, textOf, yearOf } from './call.ts'
import { UsageError } from './usage.ts'

/** `export FILE REPORT --out PATH`: a report as a workbook or CSV, whole or not at all. */
export const exportTo = async (call: Call): Promise<number> => {
  const [report] = call.rest
  const out = textOf(call, 'out')
  if (report === undefined || out === undefined)
    throw new UsageError('export needs a report and --out PATH.xlsx or PATH.csv')
  await call.state.open(call.file)
  const asAt = asAtOf(call)
  const { bytes } = await exportReport(call.state, roleAlone(roleOf(call)), {
    report,
    format: extname(out).slice(1).toLowerCase(),
    asAt,
    from: yearOf(call, 'from'),
    to: yearOf(call, 'to'),
    decisionId: await decisionIn(call),
  })
  const path = call.path(out)
  await replaceFile(path, bytes).catch((error: unknown) => {
    throw asWriteFailure(error, path)
  })
  print(call, { report, path, bytes: bytes.byteLength }, `Saved ${path}`)
  return 0
}

const decisionIn = async (call: Call) => {
  const reference = textOf(call, 'decision')
  if (reference === undefined) return undefined
  return await call.state.read(asAtOf(call), ({ decisions }) => {
    const found = decisions.find((decision) => decision.reference === reference)
    return found?.id ?? fail('not-found', { entity: 'decision', id: reference })
  })
}
