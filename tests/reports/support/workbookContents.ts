import ExcelJS, { type Cell, ValueType, type Workbook } from 'exceljs'

/** One cell that holds something. */
export interface CellContent {
  sheet: string
  address: string
  formula: string | undefined
  value: string | number | null
  isError: boolean
  numFmt: string | undefined
}

export const readWorkbook = async (bytes: Uint8Array): Promise<Workbook> => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.slice().buffer)
  return workbook
}

/** Every cell that holds something, in order; of merged cells the first. */
export const contentsOf = (workbook: Workbook): CellContent[] => {
  const contents: CellContent[] = []
  for (const worksheet of workbook.worksheets) {
    worksheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.type === ValueType.Merge || cell.type === ValueType.Null) return
        contents.push(contentOf(worksheet.name, cell))
      })
    })
  }
  return contents
}

/** One line a cell, to be read and compared by people. */
export const asText = (contents: readonly CellContent[]): string =>
  contents
    .map(({ sheet, address, formula, value, numFmt }) => {
      const shown = formula === undefined ? JSON.stringify(value) : `=${formula} -> ${JSON.stringify(value)}`
      return `${sheet}!${address}\t${shown}${typeof value === 'number' ? `\t${numFmt}` : ''}\n`
    })
    .join('')

function contentOf(sheet: string, cell: Cell): CellContent {
  const result = cell.type === ValueType.Formula ? cell.result : cell.value
  const isError = typeof result === 'object' && result !== null && 'error' in result
  return {
    sheet,
    address: cell.address,
    formula: cell.type === ValueType.Formula ? cell.formula : undefined,
    value: typeof result === 'number' ? result : result === null || result === undefined ? null : cell.text,
    isError,
    numFmt: cell.numFmt,
  }
}
