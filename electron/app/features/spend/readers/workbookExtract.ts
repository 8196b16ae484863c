import { fail } from '../../../../../domain/errors.ts'
import type { ExtractRow } from '../../../../../domain/spend/extractRow.ts'
import { childrenNamed, findElement, readXml } from '../../documents/readers/xml.ts'
import { cellFormats } from './cellFormat.ts'
import { readSharedTexts } from './sharedTexts.ts'
import { type SheetContext, sheetRows, textCell } from './sheetRows.ts'
import type { Zip } from './zipFile.ts'

export interface Workbook {
  sheets: { name: string; isHidden: boolean }[]
  rows: (sheet: string, tell: (share: number) => void) => AsyncIterable<ExtractRow[]>
}

/**
 * A workbook by its list of sheets; what the sheets share is read with the first of them. Throws `extract-format` for a zip
 * that is none, `extract-empty` for one without a sheet of cells, and what reading its parts throws.
 */
export const openWorkbook = async (zip: Zip): Promise<Workbook> => {
  const main = await mainPart(zip)
  const relations = await zip.relationsOf(main)
  const workbook = readXml((await zip.find(main)) ?? fail('document-damaged', {}))
  const sheets = childrenNamed(findElement(workbook, 'sheets') ?? workbook, 'sheet').flatMap(({ attributes }) => {
    const relation = relations.get(attributes.id ?? '')
    // A sheet that holds one chart and no cells is a part of another kind.
    if (relation?.type !== 'worksheet') return []
    const isHidden = (attributes.state ?? 'visible') !== 'visible'
    return [{ name: attributes.name ?? '', part: relation.part, isHidden }]
  })
  if (sheets.length === 0) fail('extract-empty', {})
  const partOf = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.part ?? ''

  const readContext = async (): Promise<SheetContext> => {
    const styles = await zip.find(partOf('styles'))
    const texts = partOf('sharedStrings')
    const since1904 = findElement(workbook, 'workbookPr')?.attributes.date1904
    return {
      formats: cellFormats(styles && readXml(styles)),
      texts: zip.has(texts) ? (await readSharedTexts(zip.stream(texts))).map((text) => textCell(text, false)) : [],
      since1904: since1904 === '1' || since1904 === 'true',
    }
  }
  let context: Promise<SheetContext> | undefined

  return {
    sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    async *rows(name, tell) {
      const sheet = sheets.find((each) => each.name === name) ?? fail('not-found', { entity: 'sheet', id: name })
      context ??= readContext()
      const size = Math.max(1, zip.sizeOf(sheet.part))
      yield* sheetRows(zip.stream(sheet.part), await context, (done) => tell(Math.min(1, done / size)))
    },
  }
}

const mainPart = async (zip: Zip): Promise<string> => {
  if (!zip.has('[Content_Types].xml')) {
    return fail('extract-format', { found: zip.has('content.xml') ? 'ods' : 'zip' })
  }
  const main = [...(await zip.relationsOf('')).values()].find(({ type }) => type === 'officeDocument')?.part
  if (main === undefined) return fail('document-damaged', {})
  if (main.toLowerCase().endsWith('.bin')) return fail('extract-format', { found: 'xlsb' })
  return main.startsWith('xl/') ? main : fail('extract-format', { found: 'word' })
}
