import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openProgrammeFile } from '../../../db/programmeFile.ts'
import { verify } from '../../../db/queries/verify.ts'
import { refusalOf } from '../../support/openTestApp.ts'
import { ledgerCsv, ledgerMapping } from '../support/ledgerExtract.ts'
import { type SpendApp, spendApp } from '../support/spendApp.ts'

const november = [
  ['V1001', 'Scheme 2', '01/11/2025', 'Acme Ltd', '', '1,234.50'],
  ['V1002', 'Scheme 3', '02/11/2025', 'Bold & Co', '', '(200.00)'],
]
/** So many rows that a thread of its own reads and posts them. */
const many = ledgerCsv(
  Array.from({ length: 12_000 }, (_, number) => [`V${number}`, 'Scheme 2', '01/11/2025', 'Acme Ltd', '', '0.01']),
)

const scratch = ({ folder }: SpendApp) => readdirSync(join(folder, 'Extracts'))

const soundness = async ({ app, path }: SpendApp) => {
  await app.close()
  const file = await openProgrammeFile(path)
  const { faults } = await file.read((db) => verify(db))
  await file.close()
  return faults
}

test('an extract whose file or whose dry run is pulled away is chosen again, and nothing is made in its place', async () => {
  const app = await spendApp()
  const { give, read, finance, folder } = app
  const id = await give('p8.csv', ledgerCsv(november))
  const { totals } = await read(id)
  for (const name of scratch(app)) rmSync(join(folder, 'Extracts', name))
  const gone = { code: 'extract-closed', detail: {} }
  expect(await refusalOf(finance.spend.bringIn.mutate({ id, controlTotal: totals.fileTotal }))).toEqual(gone)
  expect(await refusalOf(read(id))).toEqual(gone)
  expect([scratch(app), await soundness(app)]).toEqual([[], []])
})

test('two sessions that commit the same extract at once bring it in once', async () => {
  const app = await spendApp()
  const { give, read, finance, as, moneyIn2025 } = app
  const before = await moneyIn2025('screen')
  const first = await give('p8.csv', ledgerCsv(november))
  const second = await give('p8 too.csv', ledgerCsv(november))
  const { totals } = await read(first)
  await read(second)
  const theme = { name: 'Devices', aliases: [], objective: '' }
  const [one, other, beside] = await Promise.allSettled([
    finance.spend.bringIn.mutate({ id: first, controlTotal: totals.fileTotal }),
    refusalOf(finance.spend.bringIn.mutate({ id: second, controlTotal: totals.fileTotal })),
    as('programme_director').themes.add.mutate(theme),
  ])
  expect([one.status, other.status === 'fulfilled' && other.value.code, beside.status]).toEqual([
    'fulfilled',
    'stale',
    'fulfilled',
  ])
  expect((await moneyIn2025('screen')).filter((line) => !before.includes(line))).toEqual([
    'Scheme 2 P8 1234.5',
    'Scheme 3 P8 -200',
  ])
  expect(await soundness(app)).toEqual([])
})

test('a dry run and a commit that are cancelled leave nothing behind, and the extract can be brought in after', async () => {
  const app = await spendApp()
  const { give, read, finance, moneyIn2025 } = app
  const before = await moneyIn2025('screen')
  const id = await give('p8.csv', many)
  const cancelled = async (name: string, work: Promise<unknown>) => {
    const ended = refusalOf(work)
    // A thread is heard only between turns of the event loop.
    while ((await finance.work.progress.query({ work: name })) === null) await setImmediate()
    await finance.work.cancel.mutate({ work: name })
    return (await ended).code
  }
  const tried = await cancelled(
    'try',
    finance.spend.try.mutate({ id, mapping: ledgerMapping, corrections: [], work: 'try' }),
  )
  const { totals } = await read(id)
  const order = { id, controlTotal: totals.fileTotal }
  const committed = await cancelled('commit', finance.spend.bringIn.mutate({ ...order, work: 'commit' }))
  expect([tried, committed, await moneyIn2025('screen')]).toEqual(['work-cancelled', 'work-cancelled', before])
  expect((await finance.spend.bringIn.mutate(order)).value.totals.new.rows).toBe(12_000)
  expect([scratch(app), await soundness(app)]).toEqual([[], []])
})
