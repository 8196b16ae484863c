import type { ContentRow, Story } from '../../../../../domain/report/fileContents.ts'
import type { OpenPdf } from '../../documents/readers/pdf/openPdf.ts'

/** As far as the library says what lies on a page over its words. */
interface Laid {
  subtype?: string
  /** Of a link that leaves the document. */
  url?: string
  unsafeUrl?: string
  contentsObj?: { str: string }
  fieldName?: string
  fieldValue?: unknown
}

/** What a PDF holds beside the words of its pages: notes and fields that lie on them, pictures, layers, files, scripts. */
export const besidePages = async (pdf: OpenPdf, pictures: readonly number[]): Promise<Story[]> => {
  const laid: ContentRow[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    for (const each of (await page.getAnnotations({ intent: 'any' })) as Laid[]) {
      const words = laidInWords(each)
      if (words !== null) laid.push(row(`on page ${number}`, words))
    }
  }
  const layers = [...((await pdf.getOptionalContentConfig({ intent: 'any' })) as Iterable<[string, Layer]>)]
  const files = [...((await pdf.getAttachments())?.values() ?? [])]
  const isScripted = (await pdf.getJSActions()) !== null || (await pdf.getOpenAction()) !== null
  return [
    { kind: 'comments', name: '', rows: laid },
    {
      kind: 'hidden',
      name: '',
      rows: [
        ...layers.map(([, { name, visible }]) => row('layer', `${name}, ${visible ? 'shown' : 'not shown'}`)),
        ...files.map(({ filename }) => row('attached file', filename)),
        ...(isScripted ? [row('opening', 'something is done when it is opened')] : []),
      ],
    },
    {
      kind: 'pictures',
      name: '',
      rows: pictures.flatMap((count, at) => (count === 0 ? [] : [row(`page ${at + 1}`, `${count} pictures`)])),
    },
  ]
}

interface Layer {
  name: string | null
  visible: boolean
}

/** Null for a link within the document. */
const laidInWords = ({ subtype = '', url, unsafeUrl, contentsObj, fieldName, fieldValue }: Laid): string | null => {
  const to = url ?? unsafeUrl
  if (subtype === 'Link') return to === undefined ? null : `link to ${to}`
  const said = fieldName === undefined ? (contentsObj?.str ?? '') : `${fieldName} = ${String(fieldValue ?? '')}`
  return `${subtype}: ${said}`
}

const row = (place: string, text: string): ContentRow => ({ place, cells: [{ place, text, formula: null }] })
