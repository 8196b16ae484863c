import { fail } from '../../../../../domain/errors.ts'
import type { ContentRow, Story } from '../../../../../domain/report/fileContents.ts'
import { linesOf, textOfLine } from '../../documents/readers/pdf/lines.ts'
import { openPdf } from '../../documents/readers/pdf/openPdf.ts'
import { readPage } from '../../documents/readers/pdf/readPage.ts'
import { besidePages } from './besidePages.ts'
import { propertyRows } from './propertiesIn.ts'

/**
 * The lines of every page of a PDF, what lies on and beside its pages, and what it says of itself. Throws `document-scanned`
 * for one without text.
 */
export const pdfContents = async (bytes: Uint8Array): Promise<Story[]> => {
  const { library, pdf, close } = await openPdf(bytes)
  try {
    const rows: ContentRow[] = []
    const pictures: number[] = []
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await readPage(library, pdf, number)
      pictures.push(page.pictures)
      for (const [at, line] of linesOf(page.words, number).entries()) {
        const place = `page ${number}, line ${at + 1}`
        const marks = line.words.flatMap(({ footnotes }) => footnotes)
        const text = [textOfLine(line.words), ...marks].join(' ').replace(/\s+/g, ' ').trim()
        rows.push({ place, cells: [{ place, text, formula: null }] })
      }
    }
    if (rows.length === 0) fail('document-scanned', {})
    const { info, metadata } = await pdf.getMetadata()
    return [
      { kind: 'body', name: '', rows },
      ...(await besidePages(pdf, pictures)),
      { kind: 'properties', name: '', rows: propertyRows(propertiesOf(info, metadata)) },
    ]
  } finally {
    await close()
  }
}

/** What a reader is shown of a document. Which program made it when is written by whoever saves it anew. */
const told = ['Title', 'Author', 'Subject', 'Keywords']

/** The same in the newer way of saying it, by the names that it has there. */
const toldAnew: Readonly<Record<string, string>> = {
  'dc:title': 'Title',
  'dc:creator': 'Author',
  'dc:description': 'Subject',
  'pdf:keywords': 'Keywords',
}

/** What the newer way says otherwise stands beside the other: programs show the one or the other. */
const propertiesOf = (info: object, anew: { get: (name: string) => unknown } | null): [string, string][] => {
  const all = Object.entries(info)
  const own = all.filter((each): each is [string, string] => told.includes(each[0]) && typeof each[1] === 'string')
  const custom = Object.entries((all.find(([name]) => name === 'Custom')?.[1] ?? {}) as object)
  const known = new Map(own)
  const other = Object.entries(toldAnew).flatMap(([name, plain]): [string, string][] => {
    const value = [anew?.get(name) ?? []].flat().join(', ')
    return value === '' || value === known.get(plain) ? [] : [[name, value]]
  })
  return [...own, ...custom.map(([name, value]): [string, string] => [name, String(value)]), ...other]
}
