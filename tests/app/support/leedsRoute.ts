import type { OutcomeResult } from '../../../domain/board/meeting.ts'
import type { Id } from '../../../domain/id.ts'
import type { Role } from '../../../domain/roles.ts'
import type { TestApp } from '../../support/openTestApp.ts'
import { type contentsFor, fieldsFor } from './caseApp.ts'
import { leedsPeople } from './leedsPeople.ts'
import { changed, decisionOf, on, pounds } from './programmeApp.ts'

/** The program with the Leeds sample open, and its clock. */
export interface RouteApp extends Pick<TestApp, 'asPerson' | 'at' | 'today'> {
  as: (role: Role) => ReturnType<TestApp['as']>
}

/** The people of the Leeds sample who take part in its route, and a way for them to do their parts. */
export const leedsRoute = async <App extends RouteApp>(app: App) => {
  const { idOf, person } = await leedsPeople(app)
  const viewer = app.as('viewer')
  const facts = await viewer.programme.screen.query({ asAt: null })
  const named = (all: { id: Id; name: string }[], name: string): Id => {
    const found = all.find((each) => each.name === name)
    if (!found) throw new Error(`The sample has no ${name}`)
    return found.id
  }
  const boards = (await viewer.boards.list.query({ asAt: null })).boards
  return {
    ...app,
    idOf,
    viewer,
    programmeId: facts.programme.id,
    schemes: (name: string) => named(facts.schemes, name),
    themes: (name: string) => named(facts.themes, name),
    sources: (name: string) => named(facts.sources, name),
    boards: (name: string) => named(boards, name),
    lead: person('lead-infrastructure', 'scheme_lead'),
    director: person('director', 'programme_director'),
    finance: person('finance', 'finance_officer'),
    s151: person('s151', 's151_officer'),
    resources: person('resources', 'decision_taker'),
    secretary: person('secretary', 'board_secretary'),
    scrutiny: person('scrutiny', 'scrutiny_officer'),
    administrator: person('administrator', 'administrator'),
    chair: (key: string) => person(key, 'board_chair'),
    member: (key: string) => person(key, 'board_member'),
  }
}
export type LeedsRoute = Awaited<ReturnType<typeof leedsRoute<RouteApp>>>

export const at = ({ id, revision }: { id: Id; revision: number }) => ({ id, revision })

/** The Estates case as its scheme lead writes it, £245,000 over the two years, accepted by the board secretary. */
const estatesCase = async (app: LeedsRoute) => {
  const begun = changed(
    await app.lead.cases.start.mutate({ schemeId: app.schemes('Estates blueprinting'), stage: 'bjc' }),
  )
  const source = { id: app.sources('Government Grant') } as Parameters<typeof contentsFor>[0]['source']
  const costs = [
    { path: `costs.2020.${source.id}.capital`, base: null, value: pounds(95_000) },
    { path: `costs.2021.${app.sources('Dept Borrowing')}.capital`, base: null, value: pounds(150_000) },
  ]
  const fields = fieldsFor({ source }).filter(({ path }) => !path.startsWith('costs.'))
  await app.lead.cases.saveDraft.mutate({ id: begun.id, baseRevision: begun.revision, fields: [...fields, ...costs] })
  const written = changed(await app.lead.cases.leave.mutate({ id: begun.id }))
  const submitted = changed(await app.lead.cases.submit.mutate(at(written)))
  return changed(await app.secretary.cases.accept.mutate(at(submitted)))
}

/** A meeting of a board with a case on its published agenda; the clock stands at its day. */
export const meetingWith = async (app: LeedsRoute, boardName: string, heldOn: string, caseId: Id) => {
  const { secretary } = app
  const planned = changed(
    await secretary.meetings.plan.mutate({
      boardId: app.boards(boardName),
      kind: 'meeting',
      heldOn: on(heldOn),
      venue: 'Civic Hall',
    }),
  )
  const item = { subjectKind: 'business_case' as const, subjectId: caseId, title: null, isExempt: false }
  const added = changed(await secretary.meetings.addItem.mutate({ ...at(planned), ...item }))
  const { id } = changed(await secretary.meetings.publishAgenda.mutate(at(added)))
  app.at(heldOn)
  return id
}

const meetingNow = async (app: LeedsRoute, id: Id) => await app.secretary.meetings.screen.query({ asAt: null, id })

export const present = async (app: LeedsRoute, id: Id, keys: string[]) => {
  const { meeting, seats } = await meetingNow(app, id)
  const attendance = keys.map((key) => {
    const accountId = app.idOf(key)
    const seat = seats.find((each) => each.accountId === accountId)
    return { seatId: seat?.id ?? accountId, accountId, presence: 'present' as const }
  })
  await app.secretary.meetings.recordAttendance.mutate({ ...at(meeting), attendance })
}

export const voteFor = async (app: LeedsRoute, id: Id, keys: string[]) => {
  const { meeting } = await meetingNow(app, id)
  const [item] = meeting.items
  if (!item) throw new Error('The agenda is empty')
  for (const key of keys) {
    await app.member(key).meetings.vote.mutate({ id, itemId: item.id, paperId: item.paperId, vote: 'for', note: '' })
  }
}

export const record = async (app: LeedsRoute, id: Id, result: OutcomeResult, conditions: object[] = []) => {
  const { meeting } = await meetingNow(app, id)
  const itemId = meeting.items[0]?.id ?? id
  const outcome = { result, wording: 'As recommended.', reason: '', conditions: conditions as [] }
  return await app.secretary.meetings.recordOutcome.mutate({ ...at(meeting), itemId, ...outcome })
}

const confirm = async (app: LeedsRoute, id: Id, chair: string) => {
  const { meeting } = await meetingNow(app, id)
  return await app.chair(chair).meetings.confirmItem.mutate({ ...at(meeting), itemId: meeting.items[0]?.id ?? id })
}

const fundBoard = ['ccg-finance', 'commissioning', 'ccg-commissioning']
const executive = ['adults', 'ccg-chief', 'public-health']

export const recommended = async (app: LeedsRoute) => {
  const about = await estatesCase(app)
  const id = await meetingWith(app, 'Better Care Fund Board', '2020-09-10', about.id)
  await present(app, id, fundBoard)
  await voteFor(app, id, fundBoard)
  await record(app, id, 'recommended')
  await confirm(app, id, 'ccg-finance')
  return about
}

export const caseNow = async (app: LeedsRoute, id: Id) =>
  (await app.viewer.cases.screen.query({ asAt: null, id })).businessCase

/** The Estates case as the Integrated Care Executive approved it on 24 September 2020, under one condition that holds its money. */
export const approvedUnderCondition = async (app: LeedsRoute) => {
  const about = await recommended(app)
  const id = await meetingWith(app, 'Integrated Care Executive', '2020-09-24', about.id)
  await present(app, id, executive)
  await voteFor(app, id, executive)
  const condition = { text: 'Agree the design with every partner', owner: 'Scheme lead, infrastructure' }
  await record(app, id, 'approved_with_conditions', [{ ...condition, dueOn: on('2020-12-01'), isAfterRelease: false }])
  await confirm(app, id, 'ccg-chief')
  const approved = await caseNow(app, about.id)
  return { approved, conditionId: approved.conditions[0]?.id ?? about.id }
}

/** Released by year at a scheme, in pounds. */
export const releasedAt = async (app: Pick<RouteApp, 'as'>, schemeId: Id) => {
  const { balances } = await app.as('viewer').programme.screen.query({ asAt: null })
  return balances
    .filter(({ level, place }) => level === 'released' && place.id === schemeId)
    .map(({ startYear, amount }) => [startYear, amount / 100])
}

/** What a request asks for, in pounds, and what pays for it: `[path, pounds]`. */
interface Asked {
  title: string
  lines: readonly [path: string, amount: number][]
  /** By year, of the government grant. */
  grant: Readonly<Record<number, number>>
}

/** £600,000 for the infrastructure theme in 2021/22. */
const forInfrastructure = (app: LeedsRoute): Asked => ({
  title: 'Authority to spend £600,000 on infrastructure in 2021/22',
  lines: [[`lines.theme.${app.themes('Infrastructure')}.2021.none.capital`, 600_000]],
  grant: { 2021: 600_000 },
})

/** A request of the director for £600,000 more, once that is allocated, sent on its way. */
export const nextRequest = async (app: LeedsRoute, { title, lines, grant } = forInfrastructure(app)) => {
  const { finance, director } = app
  const sourceId = app.sources('Government Grant')
  const place = { kind: 'programme' as const, id: app.programmeId }
  const allocation = { level: 'allocation' as const, place, startYear: 2021, sourceId, nature: 'capital' as const }
  await finance.decisions.record.mutate(
    decisionOf('CAPITAL-2021', [{ ...allocation, amount: pounds(600_000) }] as never, { madeOn: app.today() }),
  )
  const { id, revision } = changed(
    await director.requests.start.mutate({
      reference: 'REQUEST-2021',
      title,
      decisionTaker: 'Director of Resources and Housing',
      decisionDueOn: on('2020-11-19'),
      linesBy: 'nothing',
    }),
  )
  const funding = Object.entries(grant).map(([year, amount]) => [`funding.${sourceId}.${year}`, amount] as const)
  const fields = [
    ...[...lines, ...funding].map(([path, amount]) => ({ path, base: null, value: pounds(amount) })),
    { path: 'cover.hasEqualityImplications', base: null, value: false },
    { path: 'narrative.recommendations', base: '', value: 'Give authority to spend £600,000 of grant.' },
  ]
  await director.requests.saveDraft.mutate({ id, baseRevision: revision, fields })
  const written = changed(await director.requests.leave.mutate({ id }))
  return changed(await director.requests.validate.mutate(at(written)))
}
