import { checkAgainst } from '../app/features/backup.ts'
import { checkFile } from '../app/features/fileInfo.ts'
import { type Call, print, textOf } from './call.ts'

/**
 * `check FILE`: balances recomputed, chain and digests verified, the database's own check; with `--against` a manifest also
 * whether everything that was there is still there. Exit code 1 where anything is wrong.
 */
export const check = async (call: Call): Promise<number> => {
  await call.state.open(call.file)
  const found = await checkFile(call.state)
  const manifest = textOf(call, 'against')
  const against = manifest === undefined ? null : await checkAgainst(call.state, call.path(manifest))
  const isUnaltered = found.faults.length === 0 && found.integrity === 'ok'
  const isSound = isUnaltered && (against === null || against.extension === 'extends')
  const text = isUnaltered
    ? `Nothing was altered: the hashes agree with all events (${found.events}) and entries (${found.entries}), and every balance with its entries. Last hash ${found.lastHash}`
    : [
        ...(found.integrity === 'ok' ? [] : [`The file itself is damaged: ${found.integrity}`]),
        ...found.faults.map(({ where, detail }) => `${where}: ${detail}`),
      ].join('\n')
  print(call, { ...found, ...(against ? { against } : {}), isSound }, against ? `${text}\n${against.inWords}` : text)
  return isSound ? 0 : 1
}
