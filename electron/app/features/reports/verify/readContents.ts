import type { FileContents } from '../../../../../domain/report/fileContents.ts'
import { decodeText } from '../../documents/readers/decodeText.ts'
import { formatOf } from '../../documents/readers/formatOf.ts'

/**
 * All that a file says, by what it holds and not by its name. Throws `document-format`, `document-locked`,
 * `document-damaged`, `document-unsafe`, `document-scanned` and `document-too-large`.
 */
export const readContents = async (bytes: Uint8Array): Promise<FileContents> => {
  switch (formatOf(bytes)) {
    case 'package': {
      const { mainPartOf, openPackage } = await import('../../documents/readers/officePackage.ts')
      const opened = openPackage(bytes)
      if (mainPartOf(opened).startsWith('xl/')) {
        return { form: 'xlsx', stories: (await import('./xlsxContents.ts')).xlsxContents(opened) }
      }
      return { form: 'docx', stories: (await import('./docxContents.ts')).docxContents(opened) }
    }
    case 'pdf':
      return { form: 'pdf', stories: await (await import('./pdfContents.ts')).pdfContents(bytes) }
    case 'text':
      return (await import('./textContents.ts')).textContents(decodeText(bytes))
  }
}
