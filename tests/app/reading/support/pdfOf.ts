/** A PDF by the lines of its pages, written by hand. */
export const pdfOf = (pages: string[][], trailer = ''): Uint8Array =>
  written(
    pages.map((lines) => {
      const shown = lines.map((line, row) => `BT /F1 10 Tf 50 ${780 - row * 14} Td (${line}) Tj ET`).join('\n')
      return { drawn: Buffer.from(shown, 'latin1'), filter: '', more: '' }
    }),
    trailer,
  )

/** A PDF of one page by what draws it, and by what is said of the page besides. */
export const pdfWith = (drawn: Uint8Array, filter = '', more = ''): Uint8Array => written([{ drawn, filter, more }], '')

const written = (pages: { drawn: Uint8Array; filter: string; more: string }[], trailer: string): Uint8Array => {
  const pieces: Uint8Array[] = []
  let length = 0
  const add = (piece: string | Uint8Array) => {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece
    pieces.push(bytes)
    length += bytes.length
  }
  const places: number[] = []
  const object = (...parts: (string | Uint8Array)[]) => {
    places.push(length)
    add(`${places.length} 0 obj\n`)
    for (const part of parts) add(part)
    add('\nendobj\n')
  }
  add('%PDF-1.4\n')
  object('<< /Type /Catalog /Pages 2 0 R >>')
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')
  object(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`)
  object('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  for (const [at, { drawn, filter, more }] of pages.entries()) {
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${more} /Contents ${5 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    )
    object(`<< /Length ${drawn.length} ${filter} >>\nstream\n`, drawn, '\nendstream')
  }
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const start = length
  add(`xref\n0 ${places.length + 1}\n0000000000 65535 f \n${table}`)
  add(`trailer\n<< /Size ${places.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`)
  return Buffer.concat(pieces)
}
