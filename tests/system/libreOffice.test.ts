import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { recalculate } from '../support/libreOffice.ts'
import { tempFolder } from '../support/tempFolder.ts'

test('a recalculated workbook shows what its formulas give, and not what was stored with them', async () => {
  const workbook = new ExcelJS.Workbook()
  workbook.addWorksheet('Sums').getCell('A1').value = { formula: '1+1', result: 999 }
  const path = join(tempFolder(), 'wrong.xlsx')
  await workbook.xlsx.writeFile(path)

  const recalculated = new ExcelJS.Workbook()
  await recalculated.xlsx.readFile(await recalculate(path))
  expect(recalculated.getWorksheet('Sums')?.getCell('A1').result).toBe(2)
})
