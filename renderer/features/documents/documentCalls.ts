import type { Id } from '../../../domain/id.ts'
import { fileNameOf } from '../../lib/download.ts'
import { saveFile } from '../../lib/saveFile.ts'

/** Gives a document to the program to be read; its name goes in a header, so that it stands in no address. Throws what the program answers. */
export const readDocument = async (file: Blob, about: { name: string; work: string }): Promise<Id> => {
  const response = await fetch('/readings/add', {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'x-bcf': '1',
      'x-bcf-file': encodeURIComponent(JSON.stringify(about)),
    },
    body: file,
  })
  await throwRefusal(response)
  const { value } = (await response.json()) as { value: { id: Id } }
  return value.id
}

/** Saves what does not tie as the browser saves a file, and says under which name. Throws what the program answers. */
export const saveFindings = (asked: { id: Id; format: 'xlsx' | 'docx'; isAgainst: boolean }): Promise<string> =>
  download('/readings/findings', asked, `findings.${asked.format}`)

/** Saves a kept document as it was given. Throws what the program answers. */
export const saveOriginal = (asked: { id: Id }): Promise<string> => download('/readings/original', asked, 'document')

const download = async (address: string, asked: object, otherwise: string): Promise<string> => {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bcf': '1' },
    body: JSON.stringify(asked),
  })
  await throwRefusal(response)
  const name = fileNameOf(response.headers.get('content-disposition')) ?? otherwise
  saveFile(await response.blob(), name)
  return name
}

const throwRefusal = async (response: Response): Promise<void> => {
  if (response.ok) return
  const { error } = (await response.json()) as { error: unknown }
  throw error
}
