import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Id } from '../../../domain/id.ts'
import type { Pence } from '../../../domain/money.ts'
import type { Role } from '../../../domain/roles.ts'
import type { Mapping } from '../../../domain/spend/mapping.ts'
import type { RowCorrection } from '../../../domain/spend/spendLine.ts'
import { openTestApp } from '../../support/openTestApp.ts'
import { spendingProgramme } from '../../support/spendingProgramme.ts'
import { tempFolder } from '../../support/tempFolder.ts'
import { ledgerMapping } from './ledgerExtract.ts'

/** A programme with released authority on 3 November 2025, and extracts given to it as a page gives them. */
export const spendApp = async () => {
  const folder = join(tempFolder(), 'programmes')
  mkdirSync(folder, { recursive: true })
  const path = await spendingProgramme(folder)
  const app = await openTestApp({ folder })
  app.at('2025-11-03')
  await app.app.open(path)
  const finance = app.as('finance_officer')

  const upload = async (name: string, body: string | Uint8Array, role: Role = 'finance_officer'): Promise<Response> =>
    await app.app.fetch(
      new Request('http://bcf.test/extracts/add', {
        method: 'POST',
        headers: { 'x-bcf-file': encodeURIComponent(JSON.stringify({ name })) },
        body: body as BodyInit,
      }),
      { session: 'test', role },
    )
  const give = async (name: string, body: string | Uint8Array): Promise<Id> => {
    const response = await upload(name, body)
    if (!response.ok) throw new Error(await response.text())
    return ((await response.json()) as { value: { id: Id } }).value.id
  }
  /** Reads an extract of `ledgerCsv`, with what a test changes of how. */
  const read = async (id: Id, change: Partial<Mapping> = {}, corrections: RowCorrection[] = []) =>
    await finance.spend.try.mutate({ id, mapping: { ...ledgerMapping, ...change }, corrections })
  return {
    ...app,
    path,
    finance,
    upload,
    give,
    read,
    /** Gives an extract, reads it, and brings in what is right. */
    async bringIn(name: string, body: string | Uint8Array, change: Partial<Mapping> = {}) {
      const id = await give(name, body)
      const { totals } = await read(id, change)
      return (await finance.spend.bringIn.mutate({ id, controlTotal: totals.fileTotal })).value
    },
    /** What is spent and ordered by scheme and period of 2025/26, as `scheme period pounds`. */
    async moneyIn2025(level: 'screen' | 'commitments'): Promise<string[]> {
      const { amounts, schemes } = await finance.spend[level].query({ from: 2025, to: 2025, asAt: null })
      return amounts.map(
        ({ schemeId, period, amount }) =>
          `${schemes.find(({ id }) => id === schemeId)?.name} P${period} ${(amount as Pence) / 100}`,
      )
    },
  }
}
export type SpendApp = Awaited<ReturnType<typeof spendApp>>
