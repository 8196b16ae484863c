import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { appendEvent, beginChange, postMovement } from '../../../db/change.ts'
import { openProgrammeFile } from '../../../db/programmeFile.ts'
import type { Instant } from '../../../domain/calendarDay.ts'
import type { MonitoringRow } from '../../../domain/forecast/monitoring.ts'
import type { Id } from '../../../domain/id.ts'
import type { Entry, MovementKind } from '../../../domain/ledger/entry.ts'
import { openTestApp } from '../../support/openTestApp.ts'
import { spendingProgramme } from '../../support/spendingProgramme.ts'
import { exportOf } from '../support/exportOf.ts'
import { forecastCell } from '../support/forecastApp.ts'
import { on, pounds } from '../support/programmeApp.ts'

/** The programme with spend on 10 November 2025, and the schemes in their order. */
const spendingApp = async (schemeCount = 3) => {
  const app = await openTestApp()
  app.at('2025-11-10')
  const me = app.as('finance_officer')
  const path = await spendingProgramme(app.folder, { schemeCount })
  await me.programme.open.mutate({ path })
  const { schemes, programme } = await me.programme.screen.query({ asAt: null })
  const ids = schemes.map(({ id }) => id)
  const screen = async (since: string | null = null) =>
    await me.monitoring.screen.query({ asAt: null, startYear: 2025, since: since === null ? null : on(since) })
  const submitAll = async (note = '') => {
    const all = await me.forecasts.screen.query({ asAt: null, startYear: 2025, years: [] })
    const drafts = all.schemes.flatMap(({ forecast }) =>
      forecast?.status === 'draft' ? [{ id: forecast.id, revision: forecast.revision }] : [],
    )
    await me.forecasts.submit.mutate({ forecasts: drafts, note })
  }
  return { ...app, me, ids: ids as [Id, Id, Id], programme, screen, submitAll, path }
}

const inShort = ({ name, spentToDate, programmedToDate, outturn, budget, split, note }: MonitoringRow) => ({
  name,
  spent: spentToDate / 100,
  programmed: programmedToDate === null ? null : programmedToDate / 100,
  outturn: outturn === null ? null : outturn / 100,
  budget: budget === null ? null : budget / 100,
  split: split && [split.variance / 100, split.slippage / 100, split.acceleration / 100, split.overspend / 100],
  note,
})

test('a year is monitored by scheme: what is spent against what was programmed, and the outturn of what was submitted last against the budget, split without a rest', async () => {
  const { me, ids, screen, submitAll } = await spendingApp()
  const year = { startYear: 2025 }
  await me.forecasts.set.mutate({
    cells: [
      // 135,400 is spent of it; next year gets 1,000 less than planned.
      forecastCell(ids[0], 140_000, year),
      forecastCell(ids[0], 1_000, { startYear: 2026 }),
      ...[1, 2, 3].map((period) => forecastCell(ids[1], 1_000, { ...year, period })),
    ],
  })
  await submitAll('As agreed')
  await me.forecasts.set.mutate({ cells: [forecastCell(ids[2], 5, year)] })
  const { rows, totals, through, drafts } = await screen()
  expect([through, drafts, rows.map(inShort)]).toEqual([
    7,
    1,
    [
      {
        name: 'Scheme 1',
        spent: 134_400,
        programmed: 1_166.69,
        outturn: 140_000,
        budget: 2_000,
        split: [138_000, 0, 1_000, 137_000],
        note: 'As agreed',
      },
      {
        name: 'Scheme 2',
        spent: 96_000,
        programmed: 3_000,
        outturn: 98_000,
        budget: 3_000,
        split: [95_000, 0, 0, 95_000],
        note: 'As agreed',
      },
      { name: 'Scheme 3', spent: 122_500, programmed: 2_333.35, outturn: null, budget: 4_000, split: null, note: '' },
    ],
  ])
  expect([totals.variance, totals.slippage + totals.acceleration + totals.overspend, totals.notForecast]).toEqual([
    pounds(233_000),
    totals.variance,
    1,
  ])
  expect([totals.budgetNotForecast, totals.spentNotForecast]).toEqual([pounds(4_000), pounds(51_500 + 71_000)])
})

test('the budget of the last report, and what injections, virements, reductions and the rest did to it, is the budget that the ledger holds now', async () => {
  const app = await spendingApp()
  const { me, ids, path, programme } = app
  await me.programme.close.mutate()
  const entry = (place: Entry['place'], level: Entry['level'], amount: number): Entry => ({
    level,
    place,
    startYear: 2025,
    period: 0,
    sourceId: null,
    nature: 'capital',
    amount: pounds(amount),
    effectiveOn: on('2025-11-05'),
    ledgerRef: null,
  })
  const scheme = (index: number) => ({ kind: 'scheme' as const, id: ids[index] as Id })
  const whole = { kind: 'programme' as const, id: programme.id }
  const movements: [MovementKind, Entry[], number | null][] = [
    ['injection', [entry(whole, 'allocation', 500), entry(scheme(0), 'plan', 500)], null],
    ['virement', [entry(scheme(0), 'plan', -200), entry(scheme(1), 'plan', 200)], null],
    ['reduction', [entry(whole, 'allocation', -50), entry(scheme(2), 'plan', -50)], null],
    ['reprofile', [entry(scheme(1), 'plan', -30)], null],
    ['plan-set', [entry(scheme(2), 'plan', 7)], null],
    // Taking the virement back is a virement the other way.
    ['correction', [entry(scheme(0), 'plan', 200), entry(scheme(1), 'plan', -200)], 1],
  ]
  const file = await openProgrammeFile(path)
  await file.write(async (tx) => {
    const change = await beginChange(tx, '2025-11-05T09:00:00.000Z' as Instant)
    const idAt = (index: number) => `01BUDGET${String(index).padStart(18, '0')}` as Id
    for (const [index, [kind, entries, reversed]] of movements.entries()) {
      const reversesId = reversed === null ? null : idAt(reversed)
      await postMovement(change, { id: idAt(index), kind, reason: 'For a test', decisionId: null, reversesId, entries })
    }
    const heading = { actor: 'finance_officer', role: 'finance_officer', operation: 'test', transition: 'test' }
    await appendEvent(change, { ...heading, subject: { kind: 'programme', id: programme.id } })
  })
  await file.close()
  await me.programme.open.mutate({ path })
  const { plan, allocation, rows } = await app.screen('2025-11-04')
  const columns = (row: (typeof plan)['total']) =>
    [row.lastReport, row.injections, row.virements, row.reductions, row.rephasing, row.other, row.current].map(
      (amount) => amount / 100,
    )
  expect([plan.rows.map(columns), columns(plan.total), allocation.rows.map(columns)]).toEqual([
    [
      [2_000, 500, 0, 0, 0, 0, 2_500],
      [3_000, 0, 0, 0, -30, 0, 2_970],
      [4_000, 0, 0, -50, 0, 7, 3_957],
    ],
    [9_000, 500, 0, -50, -30, 7, 9_427],
    [[1_000_000, 500, 0, -50, 0, 0, 1_000_450]],
  ])
  expect(plan.rows.map(({ current }) => current)).toEqual(rows.map(({ budget }) => budget))
  // Before anything was posted there was no budget, and all of it has come since.
  const fromNothing = (await app.screen('2020-01-01')).plan.total
  expect([fromNothing.lastReport, fromNothing.current]).toEqual([0, pounds(9_427)])
})

test('a closed period stands as it was spent and takes no forecast, and what was forecast before is held against it', async () => {
  const { me, ids, submitAll, at } = await spendingApp()
  at('2025-06-10')
  const periods = [3, 4, 8].map((period) => forecastCell(ids[0], 10_000, { startYear: 2025, period }))
  await me.forecasts.set.mutate({ cells: periods })
  await submitAll()
  at('2025-11-10')
  await me.periods.close.mutate({ startYear: 2025, through: 4, periods: [1, 2, 3, 4] })
  const { schemes, closedPeriods } = await me.forecasts.screen.query({ asAt: null, startYear: 2025, years: [2025] })
  expect([
    closedPeriods,
    schemes[0]?.periods.slice(2, 8).map(({ kind, amount }) => [kind, amount]),
    schemes[0]?.years.map(({ basis, outturn }) => [basis, outturn]),
  ]).toEqual([
    [1, 2, 3, 4],
    [
      ['closed', 0],
      ['closed', pounds(48_000)],
      ['none', null],
      ['none', null],
      ['none', null],
      ['stated', pounds(10_000)],
    ],
    [['by-period', pounds(20_000 + 48_000 + 66_400 + 10_000)]],
  ])
  const {
    overall,
    people,
    schemes: byScheme,
  } = await me.forecasts.bias.query({ asAt: null, startYear: 2025, schemeId: null })
  const bias = {
    comparisons: 2,
    tooHigh: 1,
    tooLow: 1,
    forecast: pounds(20_000),
    spent: pounds(48_000),
    spentShareBp: 24_000,
  }
  expect([overall, people, byScheme.map(({ name, atPastRate }) => [name, atPastRate])]).toEqual([
    bias,
    [{ title: 'Finance officer', bias }],
    [['Scheme 1', null]],
  ])
})

test('spend without an extract has no supplier, and adds up to the year all the same', async () => {
  const { me } = await spendingApp()
  expect(await me.monitoring.suppliers.query({ asAt: null, startYear: 2025 })).toEqual([
    { supplier: null, amount: pounds(352_900) },
  ])
})

test('spend is added up by the supplier that an extract named last for its ledger reference, and adds up to the year', async () => {
  const { me, ids, path } = await spendingApp()
  await me.programme.close.mutate()
  const rows: [ledgerRef: string, supplier: string, pounds: number][] = [
    ['V1', 'Acme Ltd', 100],
    ['V2', 'Bold & Co', 50],
    ['V3', ' ', 7],
    // A corrected extract names another supplier for the first payment.
    ['V1', 'Acme Limited', -40],
  ]
  const file = await openProgrammeFile(path)
  await file.write(async (tx) => {
    const change = await beginChange(tx, '2025-11-05T09:00:00.000Z' as Instant)
    const entries = rows.map(
      ([ledgerRef, , amount]): Entry => ({
        level: 'actual',
        place: { kind: 'scheme', id: ids[0] },
        startYear: 2025,
        period: 8,
        sourceId: null,
        nature: 'capital',
        amount: pounds(amount),
        effectiveOn: on('2025-11-05'),
        ledgerRef,
      }),
    )
    const id = `01PAY${'0'.repeat(21)}` as Id
    await postMovement(change, { id, kind: 'payment', reason: 'Extract', decisionId: null, reversesId: null, entries })
    const heading = { actor: 'finance_officer', role: 'finance_officer', operation: 'test', transition: 'test' }
    await appendEvent(change, { ...heading, subject: { kind: 'scheme', id: ids[0] } })
  })
  await file.close()
  const raw = new SQLite(path)
  raw.pragma('foreign_keys = off')
  const insert = raw.prepare(
    `insert into spend_row (import_id, seq, row, outcome, why, ledger_ref, order_ref, place_id, start_year, period,
      posted_on, amount_pence, supplier, description, retrospective, cells_json)
      values ('01IMPORT', 2, ?, 'new', '', ?, '', ?, 2025, 8, '2025-11-05', ?, ?, '', null, '[]')`,
  )
  for (const [index, [ledgerRef, supplier, amount]] of rows.entries()) {
    insert.run(index + 1, ledgerRef, ids[0], pounds(amount), supplier)
  }
  raw.close()
  await me.programme.open.mutate({ path })
  const suppliers = await me.monitoring.suppliers.query({ asAt: null, startYear: 2025 })
  expect(suppliers.map(({ supplier, amount }) => [supplier, amount / 100])).toEqual([
    [null, 352_907],
    ['Acme Limited', 60],
    ['Bold & Co', 50],
  ])
})

test('an earlier day is monitored as it stood: without the forecast that came after it', async () => {
  const { me, ids, submitAll, at, screen } = await spendingApp()
  await me.forecasts.set.mutate({ cells: [forecastCell(ids[0], 140_000, { startYear: 2025 })] })
  await submitAll()
  at('2025-11-12')
  const then = await me.monitoring.screen.query({ asAt: on('2025-11-09'), startYear: 2025, since: null })
  expect([then.rows[0]?.outturn, (await screen()).rows[0]?.outturn]).toEqual([null, pounds(140_000)])
})

test('the spend report says what is forecast, year by year as monitoring does', async () => {
  const { me, ids, screen, submitAll, post } = await spendingApp()
  const year = { startYear: 2025 }
  await me.forecasts.set.mutate({
    cells: [
      forecastCell(ids[0], 140_000, year),
      forecastCell(ids[0], 1_000, { startYear: 2026 }),
      ...[1, 2, 3].map((period) => forecastCell(ids[1], 1_000, { ...year, period })),
    ],
  })
  await submitAll()
  const { totals } = await screen()
  const [header = [], ...rows] = (await (await post('/export', exportOf('spend', 'csv'))).text())
    .split('\r\n')
    .map((row) => row.split(','))
  const total = rows.find((row) => row[3] === 'Total 2025/26') ?? []
  const columns = [
    'Actual to P8 2025/26 £',
    'Forecast remaining £',
    'Forecast outturn £',
    'Variance £',
    'of which slippage £',
  ]
  expect([...columns, 'of which (under)/over £'].map((name) => total[header.indexOf(name)])).toEqual(
    [
      352_900_00,
      totals.remaining,
      totals.outturn,
      totals.variance,
      totals.slippage + totals.acceleration,
      totals.overspend,
    ].map((amount) => (amount / 100).toFixed(2)),
  )
})
