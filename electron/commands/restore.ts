import { restoreTo } from '../app/features/backup.ts'
import { type Call, print, textOf } from './call.ts'
import { UsageError } from './usage.ts'

/** `restore BACKUP --out PATH`: a copy of a backup, proven to be what was verified, where nothing is. */
export const restore = async (call: Call): Promise<number> => {
  const out = textOf(call, 'out')
  if (out === undefined) throw new UsageError('restore needs --out PATH.bcf')
  const path = call.path(out)
  const { contents, takenAt } = await restoreTo(call.file, path)
  print(
    call,
    { path, contents, takenAt },
    `Restored ${contents.programme.name} as of ${takenAt} to ${path}: ${contents.lastEvent.seq} events, last hash ${contents.lastEvent.hash}`,
  )
  return 0
}
