import type { CalendarDay } from '../../../domain/calendarDay.ts'
import type { Id } from '../../../domain/id.ts'
import type { Pence } from '../../../domain/money.ts'
import type { DecisionLine } from '../../../domain/programme/decision.ts'
import type { Role } from '../../../domain/roles.ts'
import { openTestApp, type TestApp } from '../../support/openTestApp.ts'

export const director: Role = 'programme_director'

export const newProgramme = { name: 'Records for all', council: 'Anytown Council', nhsPartner: 'NHS Anytown' }

/** A programme of one's own for 2020/21 to 2022/23, begun on 1 September 2020: empty but for its council and its NHS partner. */
export const emptyApp = async () => {
  const app = await openTestApp()
  const me = app.as(director)
  await me.programme.create.mutate({ fileName: 'Own', programme: { ...newProgramme, startYear: 2020, years: 3 } })
  const { programme, organisations } = await me.programme.screen.query({ asAt: null })
  const council = organisations.find(({ name }) => name === newProgramme.council) as (typeof organisations)[number]
  return { ...app, me, programme, council }
}

/** The empty programme with a theme, a scheme in it and a grant. */
export const programmeApp = async () => {
  const app = await emptyApp()
  const theme = changed(await app.me.themes.add.mutate({ name: 'Records', aliases: [], objective: '' }))
  const scheme = await addScheme(app.me, theme.id, 'Portal')
  const source = changed(await app.me.sources.add.mutate(grant))
  return { ...app, theme, scheme, source }
}
export type ProgrammeApp = Awaited<ReturnType<typeof programmeApp>>

export const grant = {
  name: 'Grant',
  aliases: [],
  category: 'grant' as const,
  funder: '',
  grantRef: '',
  conditions: '',
  restrictedTo: null,
  spendByOn: null,
  securedStatus: 'secured' as const,
  interestRateBp: null,
  assetLifeYears: null,
}

type Client = ReturnType<TestApp['as']>

/** What a command gave back; that it changed nothing fails the test. */
export const changed = <T>({ value }: { value: T | null }): T => {
  if (value === null) throw new Error('The command changed nothing')
  return value
}

export const addScheme = async (client: Client, themeId: Id, name: string) =>
  changed(
    await client.schemes.add.mutate({ themeId, fromOn: on('2020-04-01'), lifecycle: 'live', attributes: { name } }),
  )

export const on = (day: string): CalendarDay => day as CalendarDay

/** An id that no programme holds. */
export const nowhere = '01M1SS1NG'.padEnd(26, '0') as Id

/** Pounds as pence. */
export const pounds = (amount: number): Pence => (amount * 100) as Pence

/** A plan cell of 2020/21 without a source, from nothing to an amount in pounds unless a test says otherwise. */
export const planCell = (schemeId: Id, amount: number, change: { was?: number; startYear?: number } = {}) => ({
  place: { kind: 'scheme' as const, id: schemeId },
  startYear: change.startYear ?? 2020,
  sourceId: null,
  nature: 'capital' as const,
  was: pounds(change.was ?? 0),
  amount: pounds(amount),
})

/** A line of a decision on a scheme in 2020/21, in pounds. */
export const lineOn = (
  level: DecisionLine['level'],
  schemeId: Id,
  amount: number,
  change: Partial<DecisionLine> = {},
): DecisionLine => ({
  level,
  place: { kind: 'scheme', id: schemeId },
  startYear: 2020,
  sourceId: null,
  nature: 'capital',
  amount: pounds(amount),
  ...change,
})

/** A decision of an officer made on 1 September 2020 with effect at once, unless a test says otherwise. */
export const decisionOf = <Change extends object>(reference: string, lines: DecisionLine[], change?: Change) => ({
  reference,
  title: `Decision ${reference}`,
  decisionTaker: 'Director of Resources',
  kind: 'administrative' as const,
  madeOn: on('2020-09-01'),
  publishedOn: null as CalendarDay | null,
  isCallInEligible: false,
  allocationKind: 'injection' as const,
  note: '',
  lines,
  effectiveOn: null as CalendarDay | null,
  statedTotals: { allocation: null, authority: null },
  ...change,
})

/** The balances of the ledger as `level year pounds`, in the order in which the program gives them. */
export const balancesOf = async (client: Client): Promise<string[]> =>
  (await client.programme.screen.query({ asAt: null })).balances.map(
    ({ level, startYear, amount }) => `${level} ${startYear} ${amount / 100}`,
  )

const everything = { subjectId: null, role: null, operation: null, from: null, to: null, amount: null, asAt: null }

/** The events before a number, or the newest, newest first: one page of the trail. */
export const trailOf = async (client: Client, before: number | null = null) =>
  (await client.audit.page.query({ ...everything, before })).events

/** The events that were written while some work ran, oldest first, as `operation | transition | role`. */
export const eventsOf = async (client: Client, work: () => Promise<unknown>): Promise<string[]> => {
  const before = (await trailOf(client))[0]?.seq ?? 0
  await work()
  return (await trailOf(client))
    .filter(({ seq }) => seq > before)
    .map(({ operation, transition, role }) => `${operation} | ${transition} | ${role}`)
    .reverse()
}
