import { accounts, businessCases, routes } from '../../../db/subjects.ts'
import type { OutcomeResult } from '../../../domain/board/meeting.ts'
import type { BusinessCase } from '../../../domain/businessCase/businessCase.ts'
import type { Id } from '../../../domain/id.ts'
import type { Role } from '../../../domain/roles.ts'
import { businessCase } from '../../domain/businessCase/given.ts'
import { fieldsFor } from './caseApp.ts'
import { changed, on, type ProgrammeApp, planCell, programmeApp } from './programmeApp.ts'
import { written } from './routeCommands.ts'

/**
 * A programme with two boards of three, each with a chair and an alternate of the first member: one recommends business
 * cases, the other approves them. A quorum is two with a chair; the second board wants somebody from the council too.
 */
export const boardApp = async (given?: ProgrammeApp) => {
  const app = given ?? (await programmeApp())
  const cell = { ...planCell(app.scheme.id, 100), sourceId: app.source.id }
  await app.me.plan.set.mutate({ cells: [cell] })
  const person = (title: string, ...roles: Role[]) => givenPerson(app, title, roles)
  const people = {
    chair: await person('Board chair A', 'board_chair', 'board_member'),
    first: await person('Member 1', 'board_member', 'scheme_lead'),
    second: await person('Member 2', 'board_member', 'programme_director', 'board_secretary', 'board_chair'),
    alternate: await person('Alternate', 'board_member'),
    outsider: await person('Outsider', 'board_member', 'board_chair'),
    secretary: await person('Secretary', 'board_secretary', 'board_chair'),
  }
  const administrator = app.as('administrator')
  const seat = (accountId: Id, change: object = {}) => ({
    id: null,
    accountId,
    organisationId: app.council.id,
    isChair: false,
    alternateIds: [],
    fromOn: on('2020-01-01'),
    toOn: null,
    ...change,
  })
  const boardOf = (name: string, perOrganisation: { organisationId: Id; min: number }[]) => ({
    name,
    organisationIds: [app.council.id],
    functions: ['recommend' as const, 'approve' as const],
    parentId: null,
    quorum: { minMembers: 2, perOrganisation, isChairRequired: true, countsConflicted: false },
    voting: { needs: 'simple_majority' as const, hasCastingVote: true },
    cadence: '',
    seats: [
      seat(people.chair, { isChair: true }),
      seat(people.first, { alternateIds: [people.alternate] }),
      seat(people.second),
    ],
  })
  const recommending = changed(await administrator.boards.add.mutate(boardOf('Fund board', [])))
  const council = { organisationId: app.council.id, min: 1 }
  const approving = changed(await administrator.boards.add.mutate(boardOf('Executive', [council])))
  const stage = (act: 'recommend' | 'approve', boardId: Id) => ({
    id: app.ports.newId(),
    name: act === 'recommend' ? 'Recommendation' : 'Approval',
    act,
    by: { kind: 'board' as const, boardId },
    deadlineWorkingDays: 10,
  })
  const routeId = app.ports.newId()
  await written(app, (change) =>
    routes.insert(change, {
      id: routeId,
      revision: 1,
      isRemoved: false,
      subjectKind: 'business_case',
      name: 'Business case',
      version: 1,
      stages: [stage('recommend', recommending.id), stage('approve', approving.id)],
      monitoredBy: [],
      isSingleBoard: false,
      fromOn: on('2020-01-01'),
    }),
  )
  return {
    ...app,
    people,
    recommending,
    approving,
    routeId,
    boardOf,
    seat,
    administrator,
    secretary: app.as('board_secretary'),
    chair: app.asPerson(people.chair, 'board_chair'),
    member: (who: keyof typeof people) => app.asPerson(people[who], 'board_member'),
  }
}
export type BoardApp = Awaited<ReturnType<typeof boardApp>>

export const givenPerson = async (app: ProgrammeApp, title: string, roles: Role[]): Promise<Id> => {
  const id = app.ports.newId()
  const assignments = roles.map((role) => ({
    role,
    scope: { kind: 'programme' as const, id: null },
    fromOn: on('2020-01-01'),
    toOn: null,
    delegationLimit: null,
  }))
  const rest = { revision: 1, isRemoved: false, organisationId: null, endedOn: null }
  await written(app, (change) => accounts.insert(change, { id, signInName: title, title, assignments, ...rest }))
  return id
}

/** A case of £100 that was written, submitted and accepted on 1 September 2020 and waits for the first board. */
export const caseInReview = async (app: BoardApp): Promise<BusinessCase> => {
  const lead = app.as('scheme_lead')
  const { id, revision } = changed(await lead.cases.start.mutate({ schemeId: app.scheme.id, stage: 'bjc' }))
  await lead.cases.saveDraft.mutate({ id, baseRevision: revision, fields: fieldsFor(app) })
  const written = changed(await lead.cases.leave.mutate({ id }))
  const submitted = changed(await lead.cases.submit.mutate(at(written)))
  return changed(await app.secretary.cases.accept.mutate(at(submitted)))
}

/** The same, with what a test says otherwise, by no step of its own. */
export const givenCase = async (app: BoardApp, change: Partial<BusinessCase>): Promise<BusinessCase> => {
  const value: BusinessCase = {
    ...businessCase(),
    id: app.ports.newId(),
    revision: 1,
    schemeId: app.scheme.id,
    status: 'in_review',
    routeId: app.routeId,
    stagesPassed: 0,
    submittedOn: on('2020-09-01'),
    writers: ['scheme_lead'],
    costs: [
      { startYear: 2020, sourceId: null, nature: 'capital', amount: 100_00 as BusinessCase['costs'][number]['amount'] },
    ],
    ...change,
  }
  return await written(app, (open) => businessCases.insert(open, value))
}

/** A meeting on 10 September 2020 with a case on its published agenda; the clock stands at that day. */
export const heldMeeting = async (
  app: BoardApp,
  change: { kind?: 'meeting' | 'written_procedure'; case?: Partial<BusinessCase> } = {},
) => {
  const about = await (change.case ? givenCase(app, change.case) : caseInReview(app))
  const kind = change.kind ?? 'meeting'
  const boardId = about.stagesPassed === 0 ? app.recommending.id : app.approving.id
  const planned = changed(
    await app.secretary.meetings.plan.mutate({ boardId, kind, heldOn: on('2020-09-10'), venue: '' }),
  )
  const item = { subjectKind: 'business_case' as const, subjectId: about.id, title: null, isExempt: false }
  const added = changed(await app.secretary.meetings.addItem.mutate({ ...at(planned), ...item }))
  const meeting = changed(await app.secretary.meetings.publishAgenda.mutate(at(added)))
  if (kind === 'meeting') app.at('2020-09-10')
  const first = meeting.items[0]
  if (!first) throw new Error('The agenda is empty')
  return { meeting, about, item: first }
}

export const at = ({ id, revision }: { id: Id; revision: number }) => ({ id, revision })

/** Records these people as present, each on their seat. */
export const present = async (app: BoardApp, meetingId: Id, ...who: (keyof BoardApp['people'])[]) => {
  const { meeting, seats } = await app.secretary.meetings.screen.query({ asAt: null, id: meetingId })
  const attendance = who.map((each) => {
    const accountId = app.people[each]
    const seat = seats.find(
      (one) => one.accountId === accountId || one.alternates.some((other) => other.accountId === accountId),
    )
    return { seatId: seat?.id ?? accountId, accountId, presence: 'present' as const }
  })
  return changed(await app.secretary.meetings.recordAttendance.mutate({ ...at(meeting), attendance }))
}

/** One person's vote on the first item. */
export const votes = async (
  app: BoardApp,
  meetingId: Id,
  who: keyof BoardApp['people'],
  vote: 'for' | 'against' | 'abstain',
) => {
  const { meeting } = await app.secretary.meetings.screen.query({ asAt: null, id: meetingId })
  const item = meeting.items[0]
  if (!item) throw new Error('The agenda is empty')
  return await app
    .member(who)
    .meetings.vote.mutate({ id: meetingId, itemId: item.id, paperId: item.paperId, vote, note: '' })
}

/** The outcome of the first item, as the secretary records it. */
export const records = async (
  app: BoardApp,
  meetingId: Id,
  result: OutcomeResult,
  change: object = {},
  as = app.secretary,
) => {
  const { meeting } = await app.secretary.meetings.screen.query({ asAt: null, id: meetingId })
  const item = meeting.items[0]
  if (!item) throw new Error('The agenda is empty')
  const outcome = { itemId: item.id, result, wording: '', reason: '', conditions: [], ...change }
  return changed(await as.meetings.recordOutcome.mutate({ ...at(meeting), ...outcome }))
}

/** Two for, and the outcome recorded: what is left is the chair's part. */
export const recorded = async (
  app: BoardApp,
  result: OutcomeResult,
  change: Parameters<typeof heldMeeting>[1] & { outcome?: object } = {},
) => {
  const held = await heldMeeting(app, change)
  await present(app, held.meeting.id, 'chair', 'first', 'second')
  await votes(app, held.meeting.id, 'chair', 'for')
  await votes(app, held.meeting.id, 'second', 'for')
  const meeting = await records(app, held.meeting.id, result, change.outcome)
  return { ...held, meeting }
}
