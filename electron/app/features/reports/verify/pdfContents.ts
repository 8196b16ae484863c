import { fail } from '../../../../../domain/errors.ts'
import type { ContentRow, Story } from '../../../../../domain/report/fileContents.ts'
import { linesOf, textOfLine } from '../../documents/readers/pdf/lines.ts'
import { openPdf } from '../../documents/readers/pdf/openPdf.ts'
import { readPage } from '../../documents/readers/pdf/readPage.ts'
import { propertyRows } from './propertiesIn.ts'

/** The lines of every page of a PDF, and its title, subject and keywords. Throws `document-scanned` for one without text. */
export const pdfContents = async (bytes: Uint8Array): Promise<Story[]> => {
  const { library, pdf, close } = await openPdf(bytes)
  try {
    const rows: ContentRow[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { words } = await readPage(library, pdf, number)
      for (const [at, line] of linesOf(words, number).entries()) {
        const place = `page ${number}, line ${at + 1}`
        const marks = line.words.flatMap(({ footnotes }) => footnotes)
        const text = [textOfLine(line.words), ...marks].join(' ').replace(/\s+/g, ' ').trim()
        rows.push({ place, cells: [{ place, text, formula: null }] })
      }
    }
    if (rows.length === 0) fail('document-scanned', {})
    const { info } = await pdf.getMetadata()
    return [
      { kind: 'body', name: '', rows },
      { kind: 'properties', name: '', rows: propertyRows(propertiesOf(info)) },
    ]
  } finally {
    await close()
  }
}

const propertiesOf = (info: object): [string, string][] =>
  Object.entries(info).flatMap(([name, value]): [string, string][] =>
    ['Title', 'Subject', 'Keywords'].includes(name) && typeof value === 'string' ? [[name, value]] : [],
  )
