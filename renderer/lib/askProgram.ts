import { saveFile } from './saveFile.ts'

/** What of the program's answers is no operation: pages and files. Throws what the program answers. */
export const askProgram = async (address: string, asked: object): Promise<Response> =>
  await accepted(
    await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-bcf': '1' },
      body: JSON.stringify(asked),
    }),
  )

/** Asks for a file, saves it as the browser saves one, and says under which name. */
export const saveAsked = async (address: string, asked: object, otherwise: string): Promise<string> => {
  const response = await askProgram(address, asked)
  const name = fileNameOf(response.headers.get('content-disposition')) ?? otherwise
  saveFile(await response.blob(), name)
  return name
}

/** The file name in a content-disposition header, its international form first. */
export const fileNameOf = (header: string | null): string | undefined => {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="([^"]+)"/i.exec(header ?? '')?.[1]
}

/** Gives a file to the program; what it is called goes in a header, so that it stands in no address. Gives the answer's value. */
export const giveFile = async <Value>(address: string, file: Blob, about: object): Promise<Value> => {
  const response = await accepted(
    await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/octet-stream',
        'x-bcf': '1',
        'x-bcf-file': encodeURIComponent(JSON.stringify(about)),
      },
      body: file,
    }),
  )
  return ((await response.json()) as { value: Value }).value
}

const accepted = async (response: Response): Promise<Response> => {
  if (response.ok) return response
  const { error } = (await response.json()) as { error: unknown }
  throw error
}
