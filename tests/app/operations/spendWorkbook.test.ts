import ExcelJs from 'exceljs'
import { expect, test } from 'vitest'
import { spendApp } from '../support/spendApp.ts'

/** A ledger as a finance system saves it: a title, a sheet that is hidden, a result of a formula, a hidden row and a subtotal. */
const ledgerWorkbook = async (): Promise<Uint8Array> => {
  const book = new ExcelJs.Workbook()
  book.addWorksheet('Codes', { state: 'hidden' }).addRow(['Voucher', 'Amount'])
  const sheet = book.addWorksheet('Ledger P8')
  const day = (date: string) => new Date(`${date}T00:00:00Z`)
  sheet.addRow(['General ledger, period 8 of 2025/26'])
  sheet.addRow([])
  sheet.addRow(['Voucher', 'Cost code', 'Posting date', 'Supplier', 'Amount'])
  sheet.addRow(['V1', 'Scheme 2', day('2025-11-01'), 'Acme Ltd', 1234.5])
  sheet.addRow(['V2', 'Scheme 3', day('2025-11-02'), 'Bold & Co', { formula: '100-0.5', result: 99.5 }])
  sheet.addRow(['V3', 'Scheme 2', day('2025-11-02'), 'Acme Ltd', 10]).hidden = true
  sheet.addRow(['V4', 'Scheme 4', day('2025-10-30'), 'Acme Ltd', 5])
  sheet.addRow(['', '', '', 'Total', 1349])
  return new Uint8Array(await book.xlsx.writeBuffer())
}

test('a workbook is read with its doubts said, and a row of a closed period is entered in an open one', async () => {
  const { give, finance, moneyIn2025 } = await spendApp()
  const before = await moneyIn2025('screen')
  await finance.periods.close.mutate({ startYear: 2025, through: 7, periods: [1, 2, 3, 4, 5, 6, 7] } as never)
  const id = await give('ledger p8.xlsx', await ledgerWorkbook())
  const { offered, survey } = await finance.spend.draft.query({ id })
  const [guess] = offered
  if (!guess) throw new Error('No mapping is offered')
  expect([survey.format, guess.mapping.sheet, guess.mapping.headerRow]).toEqual(['xlsx', 'Ledger P8', 3])
  const read = async (change: object) =>
    (await finance.spend.try.mutate({ id, mapping: { ...guess.mapping, ...change }, corrections: [] })).totals

  const strict = await read({})
  expect(strict.outcomes).toEqual({
    new: { rows: 3, amount: 1344_00 },
    changed: { rows: 0, amount: 0 },
    duplicate: { rows: 0, amount: 0 },
    rejected: { rows: 1, amount: 5_00 },
    ignored: { rows: 3, amount: 1349_00 },
  })
  expect(strict.messages.map(({ section, cells }) => [section, cells])).toEqual([['Posting date', ['C7']]])
  expect(strict.warnings.map(({ rule, rows, amount }) => [rule, rows, amount])).toEqual([
    ['formula', 1, 99_50],
    ['hidden', 1, 10_00],
  ])
  expect((await read({ hiddenRows: 'left-out' })).ignored.hidden).toEqual({ rows: 1, amount: 10_00 })

  const { fileTotal, warnings } = await read({ closedInto: { startYear: 2025, period: 8 } })
  expect(warnings.map(({ rule }) => rule).sort()).toEqual(['closed-period', 'formula', 'hidden'])
  await finance.spend.bringIn.mutate({ id, controlTotal: fileTotal })
  expect((await moneyIn2025('screen')).filter((line) => !before.includes(line))).toEqual([
    'Scheme 2 P8 1244.5',
    'Scheme 3 P8 99.5',
    'Scheme 4 P8 5',
  ])
})
