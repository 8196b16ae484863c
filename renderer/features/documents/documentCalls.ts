import type { Id } from '../../../domain/id.ts'
import { giveFile, saveAsked } from '../../lib/askProgram.ts'

/** Gives a document to the program to be read. Throws what the program answers. */
export const readDocument = async (file: Blob, about: { name: string; work: string }): Promise<Id> =>
  (await giveFile<{ id: Id }>('/readings/add', file, about)).id

/** Saves what does not tie as the browser saves a file, and says under which name. Throws what the program answers. */
export const saveFindings = (asked: { id: Id; format: 'xlsx' | 'docx'; isAgainst: boolean }): Promise<string> =>
  saveAsked('/readings/findings', asked, `findings.${asked.format}`)

/** Saves a kept document as it was given. Throws what the program answers. */
export const saveOriginal = (asked: { id: Id }): Promise<string> => saveAsked('/readings/original', asked, 'document')
