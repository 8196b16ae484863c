import { Failure } from '../../domain/errors.ts'
import type { App } from '../app/app.ts'
import type { Ports } from '../app/ports.ts'

/** Opens the file that was asked for, or throws; without one the last file, or nothing if that no longer opens. */
export const openAtStart = async (program: App, ports: Ports, asked: string | undefined): Promise<void> => {
  if (asked !== undefined) {
    await program.open(asked)
    return
  }
  const { lastFile } = await ports.settings.read()
  if (lastFile === null) return
  try {
    await program.open(lastFile)
  } catch (error) {
    // The first-run page offers what there is instead.
    ports.log({ event: 'last file not opened', ...(error instanceof Failure ? { code: error.code } : {}) })
  }
}
