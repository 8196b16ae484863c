import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { appendEvent, beginChange, postMovement } from '../../db/change.ts'
import { openProgrammeFile, type ProgrammeFile } from '../../db/programmeFile.ts'
import { programmeFacts } from '../../db/queries/programmeFacts.ts'
import { forecasts, schemes } from '../../db/subjects.ts'
import { calendarDay, type Instant } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import type { Entry } from '../../domain/ledger/entry.ts'
import { pence } from '../../domain/money.ts'
import { monitoringScreen } from '../../electron/app/features/forecast/monitoringScreen.ts'
import { compare } from './compare.ts'
import { type Line, ms, ratio } from './line.ts'
import { makeProgramme } from './makeProgramme.ts'

const SCHEMES = 2_000
const YEARS = 8
const YEAR = 2020
const day = calendarDay('2020-11-10')
const now = '2025-11-10T09:00:00.000Z' as Instant
/** Two schemes in ten are paid for in every month: what is paid more often falls on the same. */
const BUSY = 400
const BY_IMPORT = 50_000

/** What the screen of monitoring costs, from the disk to its figures, however many payments stand in the ledger. */
export const monitoringQuery = async (folder: string, sizes: readonly number[]): Promise<Line[]> => {
  const bare = join(folder, 'monitoring.bcf')
  // A plan, an order and a payment for every scheme and year.
  await makeProgramme(bare, { schemes: SCHEMES, years: YEARS, entries: 3 * SCHEMES * YEARS })
  await forecastAll(bare)
  const most = Math.max(...sizes)
  const opened = new Map<string, ProgrammeFile>()
  for (const [name, transactions, spread] of [
    ...sizes.map((size) => [String(size), size, BUSY] as const),
    ['spread', most, SCHEMES] as const,
  ]) {
    const path = join(folder, `monitoring ${name}.bcf`)
    copyFileSync(bare, path)
    const file = await openProgrammeFile(path)
    await pay(file, transactions, spread)
    opened.set(name, file)
  }
  const query = (file: ProgrammeFile) => () =>
    file.read(async (db) => {
      const facts = await programmeFacts(db, day)
      await monitoringScreen(facts, db, { startYear: YEAR, since: calendarDay('2020-09-30') })
    })
  const found = await compare(Object.fromEntries([...opened].map(([name, file]) => [name, query(file)])))
  for (const file of opened.values()) await file.close()
  const [least = 0] = sizes
  const words = (count: number) => count.toLocaleString('en-GB')
  return [
    ...sizes.map((size) => ms(`monitoring, ${words(size)} payments of ${BUSY} schemes`, found[size] ?? 0)),
    ratio('… the most beside the least', (found[most] ?? 0) / (found[least] ?? 1), 1.5),
    ms(`monitoring, ${words(most)} payments of all ${words(SCHEMES)} schemes, each in every month`, found.spread ?? 0),
  ]
}

const heading = (operation: string, id: string) => ({
  actor: 'finance_officer',
  role: 'finance_officer',
  operation,
  transition: 'made',
  subject: { kind: 'scheme', id },
})

/** One version of every scheme: its year by period, the others as a whole. */
const forecastAll = async (path: string): Promise<void> => {
  const file = await openProgrammeFile(path)
  await file.write(async (tx) => {
    const change = await beginChange(tx, now)
    const all = await schemes.list(tx)
    for (const [index, { id }] of all.entries()) {
      await forecasts.insert(change, {
        id: `01F${String(index).padStart(23, '0')}` as Id,
        revision: 1,
        isRemoved: false,
        schemeId: id,
        version: 1,
        status: 'submitted',
        lines: [
          ...Array.from({ length: 12 }, (_, month) => ({
            startYear: YEAR,
            period: month + 1,
            amount: pence(5_000_00),
          })),
          ...Array.from({ length: YEARS - 1 }, (_, year) => ({
            startYear: YEAR + 1 + year,
            period: 0,
            amount: pence(40_000_00),
          })),
        ],
        note: '',
        writtenBy: 'scheme_lead',
        submittedBy: 'scheme_lead',
        submittedOn: calendarDay('2020-04-01'),
      })
    }
    await appendEvent(change, heading('forecasts.submit', all[0]?.id ?? ''))
  })
  await file.close()
}

/** Payments of one year, round the months of the first schemes; one movement for each extract. */
const pay = async (file: ProgrammeFile, transactions: number, spread: number): Promise<void> => {
  for (let from = 0; from < transactions; from += BY_IMPORT) {
    await file.write(async (tx) => {
      const change = await beginChange(tx, now)
      const all = (await schemes.list(tx)).slice(0, spread)
      const entries = Array.from({ length: Math.min(BY_IMPORT, transactions - from) }, (_, index): Entry => {
        const number = from + index
        return {
          level: 'actual',
          place: { kind: 'scheme', id: all[number % spread]?.id as Id },
          startYear: YEAR,
          period: 1 + (Math.floor(number / spread) % 12),
          sourceId: null,
          nature: 'capital',
          amount: pence(1 + ((number * 7919) % 9_973)),
          effectiveOn: calendarDay('2020-10-01'),
          ledgerRef: `PAY-${number}`,
        }
      })
      const id = `01PAY${String(from).padStart(21, '0')}` as Id
      await postMovement(change, {
        id,
        kind: 'payment',
        reason: 'Extract',
        decisionId: null,
        reversesId: null,
        entries,
      })
      await appendEvent(change, heading('spend.bringIn', all[0]?.id ?? ''))
    })
  }
}
