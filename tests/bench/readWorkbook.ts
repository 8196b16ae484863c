import { openExtract } from '../../electron/app/features/spend/readers/openExtract.ts'

/** Reads the first sheet of an extract and counts its cells. */
export const readWorkbook = async (path: string): Promise<number> => {
  const extract = await openExtract(path)
  let cells = 0
  for await (const batch of extract.rows(extract.sheets[0]?.name ?? '')) {
    for (const row of batch) cells += row.cells.length
  }
  await extract.close()
  return cells
}
