import { PROGRAM_VERSION } from '../../../db/migrate.ts'
import { productVersion } from '../../../domain/productVersion.ts'
import type { State } from '../state.ts'

/** Which versions run here, and where the program keeps its log. */
export const about = (state: State) => ({
  program: productVersion,
  fileFormat: PROGRAM_VERSION,
  sqlite: state.file().sqliteVersion,
  node: process.versions.node,
  electron: process.versions.electron ?? null,
  logFolder: state.ports.files.logFolder,
})
