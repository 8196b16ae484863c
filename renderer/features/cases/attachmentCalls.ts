import type { Id } from '../../../domain/id.ts'
import { fileNameOf } from '../../lib/download.ts'
import { saveFile } from '../../lib/saveFile.ts'
import { queryClient } from '../../lib/trpc.ts'

/** Puts a file into a case: what it is goes in a header, so that no file's name stands in an address. Throws what the program answers. */
export const addAttachment = async (about: { id: Id; revision: number }, file: File): Promise<void> => {
  const header = encodeURIComponent(JSON.stringify({ ...about, name: file.name }))
  const response = await fetch('/attachments/add', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-bcf': '1', 'x-bcf-file': header },
    body: file,
  })
  await throwRefusal(response)
  await queryClient.invalidateQueries()
}

/** Saves a file of a case as the browser saves a file. Throws what the program answers. */
export const downloadAttachment = async (asked: { asAt: string | null; id: Id; attachmentId: Id }): Promise<void> => {
  const response = await fetch('/attachments/read', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bcf': '1' },
    body: JSON.stringify(asked),
  })
  await throwRefusal(response)
  saveFile(await response.blob(), fileNameOf(response.headers.get('content-disposition')) ?? 'attachment')
}

const throwRefusal = async (response: Response): Promise<void> => {
  if (response.ok) return
  const { error } = (await response.json()) as { error: unknown }
  throw error
}
