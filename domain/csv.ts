// Spreadsheets take a cell that begins so for a formula; some fold full-width signs, and some skip a tab or a null first.
const formulaStart = /^[=+\-@\t\r\0＝＋－＠]/

/** Text as a field that no program runs as a formula. */
export const csvText = (text: string): string => (formulaStart.test(text) ? `'${text}` : text)

/** UTF-8 with BOM after RFC 4180; the fields are taken as they are, so that text passes through `csvText` before. */
export const csvFile = (rows: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> => {
  const lines = rows.map((fields) => fields.map(quoted).join(','))
  return new TextEncoder().encode(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`)
}

const quoted = (text: string): string => (/[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
