import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ExtractRow } from '../../../domain/spend/extractRow.ts'
import type { Extract } from '../../../electron/app/features/spend/readers/extract.ts'
import { openExtract } from '../../../electron/app/features/spend/readers/openExtract.ts'

/** Writes bytes to a file, opens it as an extract, and takes the file away again. */
export const withExtract = async <Result>(
  bytes: Uint8Array | string,
  use: (extract: Extract) => Promise<Result>,
): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'bcf-extract-'))
  const path = join(folder, 'ledger')
  writeFileSync(path, bytes)
  try {
    const extract = await openExtract(path)
    try {
      return await use(extract)
    } finally {
      await extract.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const rowsOf = async (extract: Extract, sheet = extract.sheets[0]?.name ?? ''): Promise<ExtractRow[]> => {
  const rows: ExtractRow[] = []
  for await (const batch of extract.rows(sheet)) rows.push(...batch)
  return rows
}

/** The texts of all rows of the first sheet. */
export const textsIn = async (bytes: Uint8Array | string): Promise<string[][]> =>
  await withExtract(bytes, async (extract) => (await rowsOf(extract)).map(({ cells }) => cells.map(({ text }) => text)))

/** The code and the detail of a refusal, or the number of rows where there is none. */
export const refusalOf = async (bytes: Uint8Array | string): Promise<unknown> => {
  try {
    return await withExtract(bytes, async (extract) => (await rowsOf(extract)).length)
  } catch (error) {
    const { code, detail } = error as { code: unknown; detail: unknown }
    return { code, detail }
  }
}
