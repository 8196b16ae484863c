import { postMovement } from '../../../db/change.ts'
import { calendarDay } from '../../../domain/calendarDay.ts'
import type { Entry } from '../../../domain/ledger/entry.ts'
import type { Role } from '../../../domain/roles.ts'
import { changed, decisionOf, lineOn, on, type ProgrammeApp, planCell, pounds, programmeApp } from './programmeApp.ts'
import { written } from './routeCommands.ts'

const month = (period: number): string =>
  period > 9 ? `2021-${String(period - 9).padStart(2, '0')}-14` : `2020-${String(period + 3).padStart(2, '0')}-14`

/** Posts spend on the scheme in periods of 2020/21, in pounds, from the grant. */
export const spent = async (app: ProgrammeApp, payments: readonly { period: number; pounds: number }[]) => {
  const id = app.ports.newId()
  await written(app, (change) =>
    postMovement(change, {
      id,
      kind: 'payment',
      reason: 'From the finance system',
      decisionId: null,
      reversesId: null,
      entries: payments.map(
        ({ period, pounds: amount }): Entry => ({
          level: 'actual',
          place: { kind: 'scheme', id: app.scheme.id },
          startYear: 2020,
          period,
          sourceId: app.source.id,
          nature: 'capital',
          amount: pounds(amount),
          effectiveOn: calendarDay(month(period)),
          ledgerRef: `P${period}`,
        }),
      ),
    }),
  )
  return id
}

/** £100 planned, funded by the grant and authorised for 2020/21, and £70 spent in April and August; it is 20 April 2021. */
export const yearEndApp = async (change: { planFrom?: 'grant' | null } = {}) => {
  const app = await programmeApp()
  const { me, scheme, source } = app
  const sourceId = change.planFrom === null ? null : source.id
  await me.plan.set.mutate({ cells: [{ ...planCell(scheme.id, 100), sourceId }] })
  await me.decisions.record.mutate(
    decisionOf('D1', [
      lineOn('allocation', scheme.id, 100, { sourceId: source.id }),
      lineOn('authority', scheme.id, 100, { sourceId: source.id }),
    ]),
  )
  await spent(app, [
    { period: 1, pounds: 30 },
    { period: 5, pounds: 40 },
  ])
  app.at('2021-04-20')
  return app
}

/** What the grant's underspend of the scheme is explained as, in pounds. */
export const explained = (
  { scheme, source }: ProgrammeApp,
  parts: Partial<Record<'slippage' | 'saving' | 'notReceived' | 'error', number>>,
  change: object = {},
) => ({
  startYear: 2020,
  lines: [
    {
      place: { kind: 'scheme' as const, id: scheme.id },
      sourceId: source.id,
      nature: 'capital' as const,
      revision: null as number | null,
      slippage: pounds(parts.slippage ?? 0),
      saving: pounds(parts.saving ?? 0),
      notReceived: pounds(parts.notReceived ?? 0),
      error: pounds(parts.error ?? 0),
      reason: 'The supplier delivers in May',
      profile: [],
      fundingSourceId: null,
      ...change,
    },
  ],
})

const through = (period: number) => Array.from({ length: period }, (_, index) => index + 1)

export const closing = (period: number, startYear = 2020) => ({ startYear, through: period, periods: through(period) })

const money: Role[] = ['programme_director', 'finance_officer']
const period: Role[] = ['finance_officer', 's151_officer']

const askedFor = async (app: ProgrammeApp) => {
  app.at('2020-09-01')
  const [closed] = changed(await app.as('finance_officer').periods.close.mutate(closing(1)))
  if (!closed) throw new Error('No period was closed')
  return changed(
    await app.as('finance_officer').periods.askToReopen.mutate({ id: closed.id, revision: 1, reason: 'An invoice' }),
  )
}

/** A programme with an underspend at the end of 2020/21. */
const withUnderspend = async (app: ProgrammeApp) => {
  const { as, scheme, source, at } = app
  const director = as('programme_director')
  await director.plan.set.mutate({ cells: [{ ...planCell(scheme.id, 100), sourceId: source.id }] })
  await director.decisions.record.mutate(
    decisionOf('Y1', [lineOn('allocation', scheme.id, 100, { sourceId: source.id })], { madeOn: on('2020-09-01') }),
  )
  await spent(app, [{ period: 5, pounds: 70 }])
  at('2021-04-20')
}

/** Every command of periods and of the end of a year, with an input that is accepted. */
export const periodCommands = {
  'periods.close': { roles: period, transition: 'open → closed', input: () => closing(1) },
  'periods.askToReopen': {
    roles: period,
    transition: 'reopening asked',
    input: async ({ as }: ProgrammeApp) => {
      const [closed] = changed(await as('finance_officer').periods.close.mutate(closing(1)))
      return { id: closed?.id, revision: 1, reason: 'An invoice is missing' }
    },
  },
  'periods.reopen': {
    roles: ['s151_officer', 'finance_officer'] as Role[],
    transition: 'closed → open',
    input: async (app: ProgrammeApp) => {
      const { id, revision } = await askedFor(app)
      return { id, revision }
    },
  },
  'periods.leaveClosed': {
    roles: period,
    transition: 'reopening withdrawn',
    input: async (app: ProgrammeApp) => {
      const { id, revision } = await askedFor(app)
      return { id, revision }
    },
  },
  'yearEnd.explain': {
    roles: ['programme_director', 'scheme_lead', 'finance_officer'] as Role[],
    transition: 'explained',
    input: async (app: ProgrammeApp) => {
      await withUnderspend(app)
      return explained(app, { saving: 30 })
    },
  },
  'yearEnd.carryForward': {
    roles: money,
    transition: 'carry-forward asked for',
    input: async (app: ProgrammeApp) => {
      await withUnderspend(app)
      await app.as('programme_director').yearEnd.explain.mutate(explained(app, { slippage: 30 }))
      return { startYear: 2020 }
    },
  },
}
