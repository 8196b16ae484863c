import { fail } from '../../../../../../domain/errors.ts'
import { limits } from '../limits.ts'

/** The library as it is loaded for the first PDF. */
const load = () => import('unpdf/pdfjs')

export type Library = Awaited<ReturnType<typeof load>>
export type OpenPdf = Awaited<ReturnType<Library['getDocument']>['promise']>

/** Opens a PDF without running or fetching anything of it. Throws `document-locked`, `document-damaged`, `document-too-large`. */
export const openPdf = async (
  bytes: Uint8Array,
): Promise<{ library: Library; pdf: OpenPdf; close: () => Promise<void> }> => {
  const library = await load()
  const task = library.getDocument({
    // A copy: the library empties what it is given.
    data: new Uint8Array(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
    // Pictures are not looked at, and a large one must not be unpacked.
    maxImageSize: 1,
    verbosity: 0,
  })
  try {
    const pdf = await task.promise
    if (pdf.numPages > limits.pages) fail('document-too-large', { what: 'pages', limit: limits.pages })
    return { library, pdf, close: () => task.destroy() }
  } catch (error) {
    await task.destroy()
    const { name } = error as Error
    if (name === 'Failure') throw error
    return name === 'PasswordException' ? fail('document-locked', {}) : fail('document-damaged', {})
  }
}
