import { useSyncExternalStore } from 'react'
import { productVersion } from '../../domain/productVersion.ts'

/** Why the program is no longer the one that this page came from. */
export type ProgramChange = 'updated' | 'restarted'

let change: ProgramChange | null = null
const listeners = new Set<() => void>()

/** Notes that the program is another one since; only loading the page again, or opening it anew, ends that. */
export const noteProgramChange = (found: ProgramChange): void => {
  if (change !== null) return
  change = found
  for (const listener of listeners) listener()
}

/** Looks who has answered: the program says its version, and one that was started again knows nobody who came in before. */
export const noteAnswer = ({ status, headers }: Response): void => {
  const version = headers.get('x-bcf-version')
  if (version !== null && version !== productVersion) noteProgramChange('updated')
  if (status === 401 && version === null) noteProgramChange('restarted')
}

export const programChange = (): ProgramChange | null => change

export const useProgramChange = (): ProgramChange | null =>
  useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, programChange)
