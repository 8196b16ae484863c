import type { Id } from '../../../domain/id.ts'
import { giveFile, saveAsked } from '../../lib/askProgram.ts'

/** Gives an extract to the program. Throws what the program answers. */
export const giveExtract = async (file: Blob, about: { name: string; work: string }): Promise<Id> =>
  (await giveFile<{ id: Id }>('/extracts/add', file, about)).id

/** Saves the rows that could not be brought in, with what is wrong with each, and says under which name. */
export const saveRejected = (asked: { id: Id; of: 'draft' | 'import' }): Promise<string> =>
  saveAsked('/extracts/rejected', asked, 'rows.csv')

/** Saves every row of an import, with what became of it, and says under which name. */
export const saveImportRows = (asked: { id: Id; asAt: string | null }): Promise<string> =>
  saveAsked('/extracts/rows', asked, 'rows.csv')
