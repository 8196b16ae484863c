import { expect, test } from 'vitest'
import type { Id } from '../../domain/id.ts'
import { produce } from '../../reports/catalogue.ts'
import { leedsFacts } from '../support/leedsFacts.ts'

const options = { checks: [], madeBy: { role: 'Finance officer' } }

test('a report comes with its file name and its type', async () => {
  const { bytes, ...rest } = await produce('appendix-a', 'xlsx', leedsFacts(), options)
  expect({ ...rest, start: String.fromCharCode(...bytes.slice(0, 2)) }).toEqual({
    fileName: 'appendix-a 32210-000-000 2020-08-28 event 100.xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    start: 'PK',
  })
})

test.each(['toString', '__proto__', '', 'Spend'])('the unknown report %j is refused', async (report) => {
  await expect(produce(report, 'xlsx', leedsFacts(), options)).rejects.toMatchObject({
    code: 'unknown-report',
    detail: { report },
  })
})

test.each(['pdf', 'constructor', ''])('the unknown format %j is refused', async (format) => {
  await expect(produce('spend', format, leedsFacts(), options)).rejects.toMatchObject({
    code: 'unknown-format',
    detail: { format },
  })
})

test('a decision that is not on record is refused in both formats', async () => {
  const decisionId = '01J99999999999999999999999' as Id
  for (const format of ['xlsx', 'csv']) {
    await expect(
      produce('funding-and-cash-flow', format, leedsFacts(), { ...options, decisionId }),
    ).rejects.toMatchObject({
      code: 'not-found',
    })
  }
})
