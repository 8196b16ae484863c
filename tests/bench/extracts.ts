import { open } from 'node:fs/promises'
import { join } from 'node:path'
import ExcelJs from 'exceljs'
import readExcelFile from 'read-excel-file/node'
import { SaxesParser } from 'saxes'
import { openZip } from '../../electron/app/features/spend/readers/zipFile.ts'
import { compare } from './compare.ts'
import { type Line, ms, ratio } from './line.ts'
import { HEADINGS, makeWorkbook } from './makeWorkbook.ts'
import { mostHeldBy } from './mostHeldBy.ts'
import { readWorkbook } from './readWorkbook.ts'

const ROWS = 100_000
/** Readers that hold a whole workbook take long. */
const FEW_ROUNDS = 3

/** Reading a workbook of 100,000 × 12 cells, beside a bare scan of its XML and beside what else there is. */
export const extracts = async (folder: string): Promise<Line[]> => {
  const path = join(folder, 'extract.xlsx')
  await makeWorkbook(path, ROWS)
  const sides = { ours: () => readAll(path), scan: () => scan(path) }
  const { ours, scan: bare } = await compare(sides)
  const others = await compare(
    {
      ours: sides.ours,
      async excelJs() {
        await new ExcelJs.Workbook().xlsx.readFile(path)
      },
      async readExcelFile() {
        await readExcelFile(path)
      },
    },
    FEW_ROUNDS,
  )
  return [
    ms(`reading a workbook of ${ROWS.toLocaleString('en-GB')} × 12 cells`, ours),
    ms('a bare scan of its XML, unpacked and parsed and nothing else', bare),
    ratio('… reading beside scan', ours / bare, 4),
    ms('the same workbook by ExcelJS', others.excelJs),
    ratio('… reading beside ExcelJS', others.ours / others.excelJs, 0.5),
    ms('the same workbook by read-excel-file', others.readExcelFile),
    { what: '… reading beside read-excel-file', value: others.ours / others.readExcelFile, unit: '×', goal: null },
    { what: 'memory of a process that reads it', value: memoryOfReading(path), unit: 'MB', goal: 300 },
  ]
}

const readAll = async (path: string): Promise<void> => {
  const cells = await readWorkbook(path)
  if (cells !== (ROWS + 1) * HEADINGS.length) throw new Error(`${cells} cells were read.`)
}

const scan = async (path: string): Promise<void> => {
  const file = await open(path)
  const zip = await openZip(file.fd)
  for (const part of ['xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml']) {
    const parser = new SaxesParser({ xmlns: false, position: false })
    const decoder = new TextDecoder()
    for await (const piece of zip.stream(part)) parser.write(decoder.decode(piece, { stream: true }))
    parser.close()
  }
  await file.close()
}

const memoryOfReading = (path: string): number => {
  const here = JSON.stringify(import.meta.resolve('./readWorkbook.ts'))
  return mostHeldBy(`const { readWorkbook } = await import(${here}); await readWorkbook(${JSON.stringify(path)})`)
}
