import { unlinkSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openProgrammeFile } from '../../../db/programmeFile.ts'
import { verify } from '../../../db/queries/verify.ts'
import type { Id } from '../../../domain/id.ts'
import { refusalOf } from '../../support/openTestApp.ts'
import { ledgerCsv } from '../support/ledgerExtract.ts'
import { on } from '../support/programmeApp.ts'
import { type SpendApp, spendApp } from '../support/spendApp.ts'

const november = [
  ['V1001', 'Scheme 2', '01/11/2025', 'Acme Ltd', '', '1,234.50'],
  ['V1002', 'Scheme 3', '02/11/2025', 'Bold & Co', '', '(200.00)'],
  ['', '', '', '', 'Total', '1,034.50'],
]
const faulty = [...november.slice(0, 2), ['V1003', 'Scheme 2', '03/11/2025', 'Acme Ltd', '', 'TBC']]

const soundness = async ({ app, path }: SpendApp) => {
  await app.close()
  const file = await openProgrammeFile(path)
  const { faults } = await file.read((db) => verify(db))
  await file.close()
  return faults
}

test('an extract is brought in as one movement with an entry for each row, and is seen by scheme and period', async () => {
  const app = await spendApp()
  const { give, read, finance, moneyIn2025 } = app
  const before = await moneyIn2025('screen')
  const id = await give('ledger p8.csv', ledgerCsv(november))
  const { totals } = await read(id)
  expect([totals.read, totals.outcomes.new, totals.outcomes.ignored, totals.fileTotal, totals.messages]).toEqual([
    4,
    { rows: 2, amount: 1034_50 },
    { rows: 2, amount: 1034_50 },
    1034_50,
    [],
  ])
  const { value } = await finance.spend.bringIn.mutate({ id, controlTotal: totals.fileTotal })
  expect([value.name, value.status, value.totals.posted]).toEqual([
    'ledger p8.csv',
    'brought_in',
    { commitment: 0, actual: 1034_50 },
  ])
  const after = await moneyIn2025('screen')
  expect(after.filter((line) => !before.includes(line))).toEqual(['Scheme 2 P8 1234.5', 'Scheme 3 P8 -200'])
  const kept = await finance.spend.import.query({ id: value.id, asAt: null, outcomes: ['new'], after: 0 })
  expect(kept.rows.map(({ row, ledgerRef, supplier, amount }) => [row, ledgerRef, supplier, amount])).toEqual([
    [2, 'V1001', 'Acme Ltd', 1234_50],
    [3, 'V1002', 'Bold & Co', -200_00],
  ])
  expect(await soundness(app)).toEqual([])
})

test('the same file twice adds nothing, and there is nothing to bring in', async () => {
  const { bringIn, give, read, finance } = await spendApp()
  await bringIn('ledger p8.csv', ledgerCsv(november))
  const id = await give('ledger p8 again.csv', ledgerCsv(november))
  const { totals } = await read(id)
  expect([totals.outcomes.new.rows, totals.outcomes.duplicate]).toEqual([0, { rows: 2, amount: 1034_50 }])
  const { earlier } = await finance.spend.draft.query({ id })
  expect(earlier).toEqual([{ name: 'ledger p8.csv', broughtInOn: '2025-11-03' }])
  expect(await refusalOf(finance.spend.bringIn.mutate({ id, controlTotal: totals.fileTotal }))).toEqual({
    code: 'nothing-to-bring-in',
    detail: { name: 'ledger p8 again.csv' },
  })
})

test('a corrected extract replaces a row by its reference, and says what it was', async () => {
  const { bringIn, give, read, finance, moneyIn2025 } = await spendApp()
  await bringIn('ledger p8.csv', ledgerCsv(november))
  const corrected = [['V1001', 'Scheme 4', '01/11/2025', 'Acme Ltd', '', '1,300.00'], ...november.slice(1, 2)]
  const id = await give('ledger p8 corrected.csv', ledgerCsv(corrected))
  const { totals } = await read(id)
  expect([totals.outcomes.changed, totals.outcomes.duplicate]).toEqual([
    { rows: 1, amount: 1300_00 },
    { rows: 1, amount: -200_00 },
  ])
  const { rows } = await finance.spend.draftRows.query({ id, outcomes: ['changed'], after: 0 })
  expect(rows.map(({ ledgerRef, why }) => [ledgerRef, why])).toEqual([['V1001', 'Was £1,234.50, now £1,300']])
  await finance.spend.bringIn.mutate({ id, controlTotal: totals.fileTotal })
  expect((await moneyIn2025('screen')).filter((line) => line.includes('P8'))).toEqual([
    'Scheme 3 P8 -200',
    'Scheme 4 P8 1300',
  ])
})

test('a control total that differs, a ledger that has moved and an earlier import that was built on are refused', async () => {
  const { bringIn, give, read, finance, as } = await spendApp()
  const first = await bringIn('ledger p8.csv', ledgerCsv(november))
  const corrected = [['V1001', 'Scheme 2', '01/11/2025', 'Acme Ltd', '', '1,300.00']]
  const id = await give('corrected.csv', ledgerCsv(corrected))
  const { totals } = await read(id)
  expect(await refusalOf(finance.spend.bringIn.mutate({ id, controlTotal: 1 as never }))).toEqual({
    code: 'total-differs',
    detail: { stated: 1, computed: 1300_00 },
  })
  // Somebody takes the row back that this one would replace.
  await finance.spend.takeBack.mutate({ id: first.id, revision: 1, reason: 'Wrong month' })
  expect((await refusalOf(finance.spend.bringIn.mutate({ id, controlTotal: totals.fileTotal }))).code).toBe('stale')
  expect((await refusalOf(as('scheme_lead').spend.bringIn.mutate({ id, controlTotal: 1 as never }))).code).toBe(
    'not-permitted',
  )
  const second = await bringIn('ledger p8 once more.csv', ledgerCsv(november))
  await bringIn('corrected again.csv', ledgerCsv(corrected))
  expect(await refusalOf(finance.spend.takeBack.mutate({ id: second.id, revision: 1, reason: 'Wrong month' }))).toEqual(
    { code: 'brought-in-since', detail: { name: 'corrected again.csv' } },
  )
})

test('one act takes a whole import back, and the same file can be brought in again', async () => {
  const app = await spendApp()
  const { bringIn, finance, moneyIn2025 } = app
  const before = await moneyIn2025('screen')
  const made = await bringIn('ledger p8.csv', ledgerCsv(november))
  const { value } = await finance.spend.takeBack.mutate({ id: made.id, revision: 1, reason: 'Wrong month' })
  expect([value.status, value.takenBackBecause, await moneyIn2025('screen')]).toEqual([
    'taken_back',
    'Wrong month',
    before,
  ])
  expect((await refusalOf(finance.spend.takeBack.mutate({ id: made.id, revision: 2, reason: 'Twice' }))).code).toBe(
    'wrong-status',
  )
  expect((await refusalOf(finance.spend.takeBack.mutate({ id: made.id, revision: 1, reason: 'Old' }))).code).toBe(
    'stale',
  )
  const again = await bringIn('ledger p8.csv', ledgerCsv(november))
  expect(again.totals.new.rows).toBe(2)
  expect(await soundness(app)).toEqual([])
})

test('a row that cannot be read is told by its cell, corrected, left out, or saved and brought in again', async () => {
  const { give, read, finance, app } = await spendApp()
  const id = await give('ledger p8.csv', ledgerCsv(faulty))
  const { totals } = await read(id)
  expect(totals.messages.map(({ section, cells, count }) => [section, cells, count])).toEqual([['Amount', ['F4'], 1]])
  const file = await app.fetch(
    new Request('http://bcf.test/extracts/rejected', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, of: 'draft' }),
    }),
    { session: 'test', role: 'finance_officer' },
  )
  const csv = await file.text()
  expect([file.headers.get('content-disposition'), csv.split('\r\n')[0]]).toEqual([
    expect.stringContaining('ledger p8 to correct.csv'),
    '\uFEFFVoucher,Cost code,Posting date,Supplier,PO number,Amount,What to correct'.slice(1),
  ])
  const corrected = await read(id, {}, [{ row: 4, texts: { amount: '50.00' }, leftOut: null, retrospective: null }])
  expect([corrected.totals.outcomes.rejected.rows, corrected.totals.fileTotal]).toEqual([0, 1084_50])
  const left = await read(id, {}, [{ row: 4, texts: {}, leftOut: 'Not ours', retrospective: null }])
  expect(left.totals.ignored['left-out']?.rows).toBe(1)
  // Brought in without it, and the saved row, put right, comes after.
  const { totals: without } = await read(id)
  await finance.spend.bringIn.mutate({ id, controlTotal: without.fileTotal })
  const saved = await give('to correct.csv', csv.replace('TBC', '50.00'))
  expect((await read(saved)).totals.outcomes.new).toEqual({ rows: 1, amount: 50_00 })
})

test('spend before its authority is brought in with a reason and a waiver of the section 151 officer', async () => {
  const { give, read, finance, as } = await spendApp()
  const early = [['V1', 'Scheme 2', '10/04/2024', 'Acme Ltd', '', '10.00']]
  const id = await give('april 2024.csv', ledgerCsv(early))
  expect((await read(id)).totals.outcomes.rejected.rows).toBe(1)
  const { retrospective, totals } = await read(id, {}, [
    { row: 2, texts: {}, leftOut: null, retrospective: 'The order was placed by the health trust' },
  ])
  const [schemeId] = retrospective as [Id]
  const bringIn = () => finance.spend.bringIn.mutate({ id, controlTotal: totals.fileTotal })
  expect(await refusalOf(bringIn())).toEqual({ code: 'needs-waiver', detail: { rule: 'R09', schemes: ['Scheme 2'] } })
  const asked = await finance.waivers.ask.mutate({
    rule: 'R09',
    subjectKind: 'scheme',
    subjectId: schemeId,
    reason: 'Agreed by the board',
    expiresOn: on('2025-12-31'),
  })
  const { waivers } = await finance.spend.screen.query({ from: 2025, to: 2025, asAt: null })
  expect(waivers.map(({ asker, subjectId }) => [asker, subjectId])).toEqual([['Finance officer', schemeId]])
  await as('s151_officer').waivers.approve.mutate({ id: asked.value?.id as Id, revision: 1 })
  expect((await bringIn()).value.totals.posted).toEqual({ commitment: 0, actual: 10_00 })
})

test('an order is a commitment until the invoices that name it arrive, and never less than nothing', async () => {
  const { bringIn, moneyIn2025, finance } = await spendApp()
  const order = ledgerCsv([['PO77', 'Scheme 2', '01/11/2025', 'Acme Ltd', 'PO77', '100.00']])
  await bringIn('orders.csv', order, { kind: 'orders' })
  const committed = async () => (await moneyIn2025('commitments')).filter((line) => line.includes('Scheme 2'))
  expect(await committed()).toEqual(['Scheme 2 P8 100'])
  await bringIn('p8.csv', ledgerCsv([['V1', 'Scheme 2', '02/11/2025', 'Acme Ltd', 'PO77', '60.00']]), {
    kind: 'actuals',
  })
  expect(await committed()).toEqual(['Scheme 2 P8 40'])
  const { orders } = await finance.spend.commitments.query({ from: 2025, to: 2025, asAt: null })
  expect(orders.map(({ orderRef, ordered, outstanding }) => [orderRef, ordered, outstanding])).toEqual([
    ['PO77', 100_00, 40_00],
  ])
  await bringIn('p8 b.csv', ledgerCsv([['V2', 'Scheme 2', '03/11/2025', 'Acme Ltd', 'PO77', '70.00']]), {
    kind: 'actuals',
  })
  expect(await committed()).toEqual([])
})

test('what goes over the released authority is not brought in', async () => {
  const { give, read, finance } = await spendApp()
  const id = await give('p8.csv', ledgerCsv([['V1', 'Scheme 1', '02/11/2025', 'Acme Ltd', '', '60.00']]))
  const { totals } = await read(id)
  expect((await refusalOf(finance.spend.bringIn.mutate({ id, controlTotal: totals.fileTotal }))).code).toBe(
    'over-released',
  )
})

test('a mapping is kept under a name, offered for the next extract wherever its columns stand, and removed', async () => {
  const { give, read, finance } = await spendApp()
  const id = await give('p8.csv', ledgerCsv(november))
  const { mapping } = await read(id, { sign: 'reversed' })
  const kept = (await finance.spend.keepMapping.mutate({ name: 'Main ledger', mapping })).value
  const moved = ['Amount,Voucher,Cost code,Posting date,Supplier,PO number', '5.00,V9,Scheme 2,03/11/2025,Acme,'].join(
    '\n',
  )
  const other = await give('p9.csv', moved)
  const { offered } = await finance.spend.draft.query({ id: other })
  expect([offered[0]?.name, offered[0]?.mapping.sign, offered[0]?.mapping.columns.amount]).toEqual([
    'Main ledger',
    'reversed',
    0,
  ])
  const seen = { id: kept?.id as Id, revision: 1 }
  expect((await finance.spend.removeMapping.mutate(seen)).value?.isRemoved).toBe(true)
  expect((await refusalOf(finance.spend.removeMapping.mutate(seen))).code).toBe('not-found')
})

test('an extract is given by who may bring it in, belongs to its session, and is gone when it is given up', async () => {
  const { upload, give, finance, as } = await spendApp()
  expect((await upload('p8.csv', ledgerCsv(november), 'viewer')).status).toBe(400)
  const id = await give('p8.csv', ledgerCsv(november))
  expect((await refusalOf(as('finance_officer', 'another').spend.draft.query({ id }))).code).toBe('extract-closed')
  await finance.spend.drop.mutate({ id })
  expect((await refusalOf(finance.spend.draft.query({ id }))).code).toBe('extract-closed')
})

test('a programme that is pulled away is not brought into, and nothing is made in its place', async () => {
  const { give, read, finance, path } = await spendApp()
  const id = await give('p8.csv', ledgerCsv(november))
  const { totals } = await read(id)
  unlinkSync(path)
  expect((await refusalOf(finance.spend.bringIn.mutate({ id, controlTotal: totals.fileTotal }))).code).toBe(
    'file-moved',
  )
})
