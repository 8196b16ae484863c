import { expect, test } from 'vitest'
import { ledgerCsv } from './support/ledgerExtract.ts'
import { spendApp } from './support/spendApp.ts'

test('every row of an import is saved as CSV with what became of it, and releases say what is left to commit', async () => {
  const { app, bringIn, finance } = await spendApp()
  const before = await finance.spend.commitments.query({ from: 2025, to: 2025, asAt: null })
  const rows = [
    ['V1', 'Scheme 2', '01/10/2025', 'Acme', '', '100.00'],
    ['V2', 'Scheme 2', '02/10/2025', '=Acme', '', 'TBC'],
  ]
  const { id } = await bringIn('p7.csv', ledgerCsv(rows))
  const ask = async (body: object) =>
    await app.fetch(
      new Request('http://bcf.test/extracts/rows', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
      { session: 'test', role: 'finance_officer' },
    )
  const lines = (await (await ask({ id, asAt: null })).text()).trim().split('\r\n')
  expect(lines.map((line) => line.split(',').slice(0, 5).join(','))).toEqual([
    'Row,State,Why,Reference,Scheme',
    '1,ignored,header,,',
    '2,new,,V1,Scheme 2',
    expect.stringMatching(/^3,rejected,"?Amount: The cell has text/),
  ])
  expect(lines[3]).toContain(",'=Acme,")
  expect((await ask({ id })).ok).toBe(false)
  const after = await finance.spend.commitments.query({ from: 2025, to: 2025, asAt: null })
  expect([
    after.leftInAll - before.leftInAll,
    after.left.map(({ left }, at) => left - (before.left[at]?.left ?? 0)),
  ]).toEqual([-100_00, after.left.map(({ name }) => (name === 'Networks' ? -100_00 : 0))])
})
