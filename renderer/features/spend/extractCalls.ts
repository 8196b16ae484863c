import type { Id } from '../../../domain/id.ts'
import { fileNameOf } from '../../lib/download.ts'
import { saveFile } from '../../lib/saveFile.ts'

/** Gives an extract to the program; its name goes in a header, so that it stands in no address. Throws what the program answers. */
export const giveExtract = async (file: Blob, about: { name: string; work: string }): Promise<Id> => {
  const response = await fetch('/extracts/add', {
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

/** Saves the rows that could not be brought in, with what is wrong with each, and says under which name. */
export const saveRejected = (asked: { id: Id; of: 'draft' | 'import' }): Promise<string> =>
  saveRows('/extracts/rejected', asked)

/** Saves every row of an import, with what became of it, and says under which name. */
export const saveImportRows = (asked: { id: Id; asAt: string | null }): Promise<string> =>
  saveRows('/extracts/rows', asked)

const saveRows = async (path: string, asked: object): Promise<string> => {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-bcf': '1' },
    body: JSON.stringify(asked),
  })
  await throwRefusal(response)
  const name = fileNameOf(response.headers.get('content-disposition')) ?? 'rows.csv'
  saveFile(await response.blob(), name)
  return name
}

const throwRefusal = async (response: Response): Promise<void> => {
  if (response.ok) return
  const { error } = (await response.json()) as { error: unknown }
  throw error
}
