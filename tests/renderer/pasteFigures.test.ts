import { describe, expect, test } from 'vitest'
import { pasteFigures } from '../../renderer/features/benefits/pasteFigures.ts'
import { readClipboard } from '../../renderer/ui/moneyGrid/readClipboard.ts'

const years = [2020, 2021, 2022]
const pasted = (text: string, from = 2020) => pasteFigures(readClipboard(text), years, from)

describe('figures by year that are pasted from a spreadsheet', () => {
  test('fill the years from where they are pasted, from a row or from a column, empty cells too', () => {
    expect([pasted('1,000\t\t25%'), pasted('7\r\n8\r\n', 2021)]).toEqual([
      { texts: { 2020: '1,000', 2021: '', 2022: '25%' } },
      { texts: { 2021: '7', 2022: '8' } },
    ])
  })

  test('are left to the field where there is one or none', () => {
    expect([pasted('7'), pasted('7\n'), pasted('')]).toEqual([null, null, null])
  })

  test('are refused as a block, and where more are copied than years follow', () => {
    expect([pasted('1\t2\n3\t4'), pasted('1\t2\t3', 2021), pasted('1\t2\t', 2021)]).toEqual([
      { message: 'Copy one row or one column of figures' },
      { message: '3 figures were copied, and 2 years follow. Copy fewer figures' },
      { texts: { 2021: '1', 2022: '2' } },
    ])
  })
})
