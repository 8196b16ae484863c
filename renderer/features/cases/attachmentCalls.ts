import type { Id } from '../../../domain/id.ts'
import { giveFile, saveAsked } from '../../lib/askProgram.ts'
import { queryClient } from '../../lib/trpc.ts'

/** Puts a file into a case. Throws what the program answers. */
export const addAttachment = async (about: { id: Id; revision: number }, file: File): Promise<void> => {
  await giveFile('/attachments/add', file, { ...about, name: file.name })
  await queryClient.invalidateQueries()
}

/** Saves a file of a case as the browser saves a file, and says under which name. Throws what the program answers. */
export const downloadAttachment = (asked: { asAt: string | null; id: Id; attachmentId: Id }): Promise<string> =>
  saveAsked('/attachments/read', asked, 'attachment')
