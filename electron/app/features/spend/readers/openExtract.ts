import { open } from 'node:fs/promises'
import { fail } from '../../../../../domain/errors.ts'
import { csvRows, layoutOf } from './csvExtract.ts'
import type { Extract } from './extract.ts'
import { formatOfExtract } from './formatOfExtract.ts'
import { surveyFile } from './surveyFile.ts'
import { openWorkbook } from './workbookExtract.ts'
import { openZip } from './zipFile.ts'

/**
 * Opens an extract of a finance system by what it holds, whatever it is called. Throws `extract-format`, `extract-empty`,
 * `extract-too-large`, `document-locked`, `document-damaged` and `document-unsafe`; nothing of a formula is ever worked out.
 */
export const openExtract = async (path: string): Promise<Extract> => {
  const file = await open(path, 'r')
  try {
    const survey = await surveyFile(file)
    const found = await formatOfExtract(survey, file)
    const common = { sha256: survey.sha256, size: survey.size, close: async () => await file.close() }
    if (found.format === 'package') {
      const workbook = await openWorkbook(await openZip(file.fd))
      return {
        ...common,
        format: 'xlsx',
        encoding: null,
        separator: null,
        sheets: workbook.sheets,
        rows: (sheet, tell = () => undefined) => workbook.rows(sheet, tell),
      }
    }
    const { encoding } = found
    const { separator } = layoutOf(survey, encoding)
    return {
      ...common,
      format: 'csv',
      encoding,
      separator,
      sheets: [{ name: '', isHidden: false }],
      rows: (sheet, tell = () => undefined) =>
        sheet === ''
          ? csvRows(file, survey, encoding, separator, tell)
          : fail('not-found', { entity: 'sheet', id: sheet }),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}
