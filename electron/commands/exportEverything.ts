import { extname } from 'node:path'
import { dayInLondon } from '../../domain/calendarDay.ts'
import { fail } from '../../domain/errors.ts'
import { type EverythingFormat, writeEverything } from '../app/features/exportEverything.ts'
import { type Call, print, textOf } from './call.ts'
import { UsageError } from './usage.ts'

const formats: Record<string, EverythingFormat> = {
  '.xlsx': 'xlsx',
  '.zip': 'csv',
  '.json': 'json',
  '.sqlite': 'sqlite',
}

/** `export-everything FILE --out PATH`: the whole programme for other programs, whole or not at all. */
export const exportEverything = async (call: Call): Promise<number> => {
  const out = textOf(call, 'out')
  if (out === undefined) throw new UsageError('export-everything needs --out PATH.xlsx, .zip (CSV), .json or .sqlite')
  const path = call.path(out)
  const ending = extname(path)
  const format =
    formats[ending.toLowerCase()] ??
    fail('unknown-format', { format: ending.slice(1), offered: Object.keys(formats).map((each) => each.slice(1)) })
  await call.state.open(call.file)
  const madeOn = dayInLondon(call.ports.clock())
  const { bytes, manifest } = await writeEverything({ source: call.file, target: { path }, format, madeOn })
  const { lastEvent, counts } = manifest.contents
  print(
    call,
    { path, bytes, manifest },
    `Saved ${path}: everything as at event ${lastEvent.seq}, ${counts.entries} entries, last hash ${lastEvent.hash}`,
  )
  return 0
}
