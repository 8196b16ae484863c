import { checkFile } from '../app/features/fileInfo.ts'
import { type Call, print } from './call.ts'

/** `check FILE`: balances recomputed, chain and digests verified, the database's own check. Exit code 1 where anything is wrong. */
export const check = async (call: Call): Promise<number> => {
  await call.state.open(call.file)
  const found = await checkFile(call.state)
  const isSound = found.faults.length === 0 && found.integrity === 'ok'
  const text = isSound
    ? `Nothing was altered: the hashes agree with all events (${found.events}) and entries (${found.entries}), and every balance with its entries. Last hash ${found.lastHash}`
    : [
        ...(found.integrity === 'ok' ? [] : [`The file itself is damaged: ${found.integrity}`]),
        ...found.faults.map(({ where, detail }) => `${where}: ${detail}`),
      ].join('\n')
  print(call, { ...found, isSound }, text)
  return isSound ? 0 : 1
}
