import { backUpTo } from '../app/features/backup.ts'
import { type Call, print, textOf } from './call.ts'

/** `backup FILE`: a backup that was opened again, verified and hashed, in the folder that the settings name or another one. */
export const backup = async (call: Call): Promise<number> => {
  const to = textOf(call, 'to')
  await call.state.open(call.file)
  const { path, manifest } = await backUpTo(call.state, to === undefined ? undefined : call.path(to))
  const { lastEvent, counts } = manifest.contents
  print(
    call,
    { path, manifest },
    `Backed up to ${path}: opened again and verified, ${lastEvent.seq} events, ${counts.entries} entries, SHA-256 ${manifest.sha256}`,
  )
  return 0
}
