import type { ExtractRow } from '../../../../domain/spend/extractRow.ts'
import type { Extract } from './readers/extract.ts'

/** The beginning of each sheet of an extract, from which its columns are guessed. */
export interface ExtractSurvey extends Pick<Extract, 'format' | 'sha256' | 'size' | 'encoding'> {
  sheets: { name: string; isHidden: boolean; firstRows: ExtractRow[] }[]
}

/** Headings stand within so many rows, with enough rows below them to tell the columns apart. */
const FIRST_ROWS = 60
/** More sheets than a person would look through. */
const MOST_SHEETS = 50

/** Looks at the beginning of an extract without reading the rest. Throws what `openExtract` throws. */
export const surveyExtract = async (path: string): Promise<ExtractSurvey> => {
  // Not a part of starting the program: most of its starts read no extract.
  const { openExtract } = await import('./readers/openExtract.ts')
  const extract = await openExtract(path)
  try {
    const { format, sha256, size, encoding } = extract
    const sheets: ExtractSurvey['sheets'] = []
    for (const sheet of extract.sheets.slice(0, MOST_SHEETS)) {
      sheets.push({ ...sheet, firstRows: await firstRows(extract, sheet.name) })
    }
    return { format, sha256, size, encoding, sheets }
  } finally {
    await extract.close()
  }
}

const firstRows = async (extract: Extract, sheet: string): Promise<ExtractRow[]> => {
  for await (const batch of extract.rows(sheet)) return batch.slice(0, FIRST_ROWS)
  return []
}
