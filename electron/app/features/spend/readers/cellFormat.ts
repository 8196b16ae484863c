import { numberFormat } from '../../documents/readers/xlsx/numberFormat.ts'
import { childrenNamed, findElement, type XmlElement } from '../../documents/readers/xml.ts'

/** What the style of a cell makes of its number: a day, a code with zeros before it, or the number as it is. */
export type CellFormat = { kind: 'number' } | { kind: 'date' } | { kind: 'padded'; write: (value: number) => string }

const plain: CellFormat = { kind: 'number' }

/** By the number of a cell's style. */
export const cellFormats = (styles: XmlElement | undefined): CellFormat[] => {
  const none: XmlElement = { name: '', attributes: {}, children: [] }
  const codes = new Map(
    childrenNamed(findElement(styles, 'numFmts') ?? none, 'numFmt').map(({ attributes }) => [
      attributes.numFmtId,
      attributes.formatCode,
    ]),
  )
  return childrenNamed(findElement(styles, 'cellXfs') ?? none, 'xf').map(({ attributes: { numFmtId = '0' } }) => {
    const code = codes.get(numFmtId)
    const format = numberFormat(Number(numFmtId), code, false)
    if (format.isDate) return { kind: 'date' }
    // A code is a number to Excel, and its format holds the zeros, strokes and letters that it is written with.
    const isCode = code !== undefined && /00/.test(code.replace(/\.0+/, '')) && !/[#,%]/.test(code)
    return isCode ? { kind: 'padded', write: format.write } : plain
  })
}
