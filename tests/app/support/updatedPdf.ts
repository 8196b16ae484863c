/** The objects of a PDF that is changed: a number for each new one, and the texts of those that are there. */
export interface PdfObjects {
  /** The text of an object, without its number. */
  textOf: (number: number) => string
  root: number
  info: number
  firstPage: number
  add: (text: string) => number
  replace: (number: number, text: string) => void
}

/** A PDF with objects changed as programs do: what is new is written behind it, and all that was stays where it stands. */
export const updatedPdf = (bytes: Uint8Array, change: (objects: PdfObjects) => void): Uint8Array => {
  const before = Buffer.from(bytes).toString('latin1')
  const trailer = before.slice(before.lastIndexOf('trailer'))
  const numberOf = (name: string) => Number(new RegExp(`/${name} (\\d+)`).exec(trailer)?.[1])
  const written = new Map<number, string>()
  let next = numberOf('Size')
  const textOf = (number: number): string => {
    const found = new RegExp(`(?:^|\\n)${number} 0 obj\\n([\\s\\S]*?)\\nendobj`).exec(before)?.[1]
    if (found === undefined) throw new Error(`The PDF has no object ${number}`)
    return written.get(number) ?? found
  }
  change({
    textOf,
    root: numberOf('Root'),
    info: numberOf('Info'),
    firstPage: Number(/(\d+) 0 obj\n<<\/Type \/Page\n/.exec(before)?.[1]),
    add(text) {
      written.set(next, text)
      next += 1
      return next - 1
    },
    replace: (number, text) => void written.set(number, text),
  })
  let after = `${before}\n`
  const table: string[] = []
  for (const [number, text] of written) {
    table.push(`${number} 1\n${String(after.length).padStart(10, '0')} 00000 n \n`)
    after += `${number} 0 obj\n${text}\nendobj\n`
  }
  const start = after.length
  const previous = /startxref\s+(\d+)/.exec(trailer)?.[1]
  after += `xref\n${table.join('')}trailer\n<</Size ${next} /Root ${numberOf('Root')} 0 R /Info ${numberOf('Info')} 0 R /Prev ${previous}>>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(after, 'latin1'))
}

/** An object with more in its dictionary; the first of a name counts. */
const withMore = (text: string, more: string): string => text.replace('<<', `<<${more}\n`)

const onFirstPage = (pdf: Uint8Array, laid: string, rootToo: (number: number) => string = () => '') =>
  updatedPdf(pdf, ({ add, replace, textOf, firstPage, root }) => {
    const number = add(laid)
    replace(firstPage, withMore(textOf(firstPage), `/Annots [${number} 0 R]`))
    if (rootToo(number) !== '') replace(root, withMore(textOf(root), rootToo(number)))
  })

const inRoot = (pdf: Uint8Array, made: readonly string[], more: (last: number) => string) =>
  updatedPdf(pdf, ({ add, replace, textOf, root }) => {
    const last = made.map(add).at(-1) ?? 0
    replace(root, withMore(textOf(root), more(last)))
  })

const inInfo = (pdf: Uint8Array, alter: (text: string) => string) =>
  updatedPdf(pdf, ({ replace, textOf, info }) => replace(info, alter(textOf(info))))

/** What somebody did to a PDF after it was printed, and what of it is found. */
export const pdfAlterations: [what: string, alter: (pdf: Uint8Array) => Uint8Array, found: RegExp][] = [
  [
    'its title',
    (pdf) => inInfo(pdf, (text) => text.replace(/\/Title (?:<[^>]*>|\([^)]*\))/, '/Title (Agreed by all)')),
    /property Title.*: property altered .*Agreed by all/,
  ],
  [
    'an author',
    (pdf) => inInfo(pdf, (text) => withMore(text, '/Author (Somebody)')),
    /property Author.*added, “Author \| Somebody”/,
  ],
  [
    'a note on a page',
    (pdf) => onFirstPage(pdf, '<</Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (Agreed 130.0)>>'),
    /on page 1: comment added, “Text: Agreed 130\.0”/,
  ],
  [
    'a box over a figure',
    (pdf) => onFirstPage(pdf, '<</Type /Annot /Subtype /Square /Rect [90 90 300 300] /IC [1 1 1] /C [1 1 1]>>'),
    /on page 1: comment added, “Square: ?”/,
  ],
  [
    'a field of a form',
    (pdf) =>
      onFirstPage(
        pdf,
        '<</Type /Annot /Subtype /Widget /FT /Tx /T (Total) /V (391.8) /Rect [10 10 90 30]>>',
        (number) => `/AcroForm <</Fields [${number} 0 R]>>`,
      ),
    /on page 1: comment added, “Widget: Total = 391\.8”/,
  ],
  [
    'a file attached',
    (pdf) =>
      updatedPdf(pdf, ({ add, replace, textOf, root }) => {
        const file = add('<</Length 5>>\nstream\nother\nendstream')
        const named = add(`<</Type /Filespec /F (other.txt) /UF (other.txt) /EF <</F ${file} 0 R>>>>`)
        replace(root, withMore(textOf(root), `/Names <</EmbeddedFiles <</Names [(other.txt) ${named} 0 R]>>>>`))
      }),
    /attached file: hidden added, “other\.txt”/,
  ],
  [
    'a layer that is not shown',
    (pdf) =>
      inRoot(
        pdf,
        ['<</Type /OCG /Name (Figures)>>'],
        (layer) => `/OCProperties <</OCGs [${layer} 0 R] /D <</OFF [${layer} 0 R] /Order [${layer} 0 R]>>>>`,
      ),
    /layer: hidden added, “Figures, not shown”/,
  ],
  [
    'a script that runs when it is opened',
    (pdf) => inRoot(pdf, [], () => '/OpenAction <</S /JavaScript /JS (app.alert\\(1\\))>>'),
    /opening: hidden added/,
  ],
]
