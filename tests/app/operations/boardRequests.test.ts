import { expect, test } from 'vitest'
import { routes } from '../../../db/subjects.ts'
import type { Id } from '../../../domain/id.ts'
import type { RouteStage } from '../../../domain/route/route.ts'
import { at, boardApp, present, records, votes } from '../support/boardApp.ts'
import { changed, decisionOf, eventsOf, lineOn, on } from '../support/programmeApp.ts'
import { requestApp } from '../support/requestApp.ts'
import { written } from '../support/routeCommands.ts'

type Stage = Pick<RouteStage, 'name' | 'act' | 'by'>

const clock = { kind: 'clock' as const }
const checks: Stage[] = [
  { name: 'Finance check', act: 'finance_check', by: { kind: 'role', role: 'finance_officer' } },
  { name: 'Legal and equality check', act: 'legal_check', by: { kind: 'role', role: 's151_officer' } },
]
const publication: Stage[] = [
  { name: 'Publication', act: 'publish', by: { kind: 'role', role: 'board_secretary' } },
  { name: 'Call-in window', act: 'call_in', by: clock },
  { name: 'In force', act: 'in_force', by: clock },
]

/** Two boards, and a cleared request of £100,000 whose route asks the first one to recommend it and the second to decide. */
const clearedRequest = async () => {
  const boards = await boardApp()
  const by = (boardId: Id) => ({ kind: 'board' as const, boardId })
  const stages: Stage[] = [
    ...checks,
    { name: 'Recommendation of the board', act: 'recommend', by: by(boards.recommending.id) },
    { name: 'Decision of the executive', act: 'decide', by: by(boards.approving.id) },
    ...publication,
  ]
  await written(boards, (change) =>
    routes.insert(change, {
      id: boards.ports.newId(),
      revision: 1,
      isRemoved: false,
      subjectKind: 'authority_request',
      name: 'Authority to spend',
      version: 1,
      stages: stages.map((stage) => ({ ...stage, id: boards.ports.newId(), deadlineWorkingDays: null })),
      monitoredBy: [],
      isSingleBoard: false,
      fromOn: on('2020-01-01'),
    }),
  )
  // The plan of the boards' own case, £100 of the grant, is asked for too.
  const funded = [lineOn('allocation', boards.scheme.id, 100, { sourceId: boards.source.id })]
  await boards.me.decisions.record.mutate(decisionOf('FUNDED', funded))
  const requests = await requestApp({ amount: 99_900, given: boards })
  const id = await requests.begin()
  await requests.steps.validate(id)
  await requests.steps.financeCheck(id)
  await requests.steps.legalCheck(id)
  const planned = async (boardId: Id, heldOn: string) =>
    changed(await boards.secretary.meetings.plan.mutate({ boardId, kind: 'meeting', heldOn: on(heldOn), venue: '' }))
  const readyFor = async (meetingId: Id) =>
    (await boards.secretary.meetings.screen.query({ asAt: null, id: meetingId })).ready
  const item = { subjectKind: 'authority_request' as const, subjectId: id, title: null, isExempt: false }
  const putOn = async (meeting: { id: Id; revision: number }) => {
    const added = changed(await boards.secretary.meetings.addItem.mutate({ ...at(meeting), ...item }))
    return changed(await boards.secretary.meetings.publishAgenda.mutate(at(added)))
  }
  const statusOf = async () => (await requests.screen(id)).request.status
  return { boards, requests, id, planned, readyFor, putOn, statusOf }
}

/** Two members vote for the first item, and the outcome is recorded. */
const carried = async (
  { boards }: Awaited<ReturnType<typeof clearedRequest>>,
  meetingId: Id,
  result: 'recommended' | 'approved' | 'deferred',
) => {
  await present(boards, meetingId, 'chair', 'second')
  await votes(boards, meetingId, 'chair', 'for')
  await votes(boards, meetingId, 'second', 'for')
  return await records(boards, meetingId, result, result === 'deferred' ? { reason: 'Ask the users first' } : {})
}

test('a request whose route leads to a board is among what can come to its agenda, and its members read it as it was frozen', async () => {
  const given = await clearedRequest()
  const { boards, id, planned, readyFor, putOn } = given
  const meeting = await planned(boards.recommending.id, '2020-09-10')
  const other = await planned(boards.approving.id, '2020-09-17')
  const [ready, elsewhere] = [await readyFor(meeting.id), await readyFor(other.id)]
  const published = await putOn(meeting)
  const itemId = published.items[0]?.id ?? id
  const read = await boards.member('first').meetings.item.query({ asAt: null, id: meeting.id, itemId })
  expect({
    ready: ready.map(({ subjectKind, id: of, reference, status, since, amount }) => [
      subjectKind,
      of,
      reference,
      status,
      since,
      amount,
    ]),
    elsewhere,
    left: await readyFor(meeting.id),
    asked: [read.item.act, read.item.amount],
    paper: read.paper?.kind === 'authority_request' && read.paper.value.narrative.recommendations,
    places: read.places.map(({ name }) => name),
  }).toEqual({
    ready: [['authority_request', id, 'ATS1', 'cleared', '2020-09-01', 100_000_00]],
    elsewhere: [],
    left: [],
    asked: ['recommend', 100_000_00],
    paper: 'Approve the authority to spend.',
    places: ['Records for all', 'Records', 'Portal'],
  })
})

test('what the chairs of two boards confirm moves a request on: one recommends it, the other decides on it', async () => {
  const given = await clearedRequest()
  const { boards, requests, id, planned, readyFor, putOn, statusOf } = given
  const first = await putOn(await planned(boards.recommending.id, '2020-09-10'))
  boards.at('2020-09-10')
  const recommended = await carried(given, first.id, 'recommended')
  const events = await eventsOf(boards.me, () => boards.chair.meetings.confirmRecord.mutate(at(recommended)))
  const after = await statusOf()
  const second = await planned(boards.approving.id, '2020-09-17')
  const ready = (await readyFor(second.id)).map(({ status }) => status)
  const published = await putOn(second)
  boards.at('2020-09-17')
  const approved = await carried(given, published.id, 'approved')
  await boards.chair.meetings.confirmItem.mutate({ ...at(approved), itemId: approved.items[0]?.id ?? id })
  const { request } = await requests.screen(id)
  expect({
    events,
    after,
    ready,
    decided: [request.status, request.decision?.outcome, request.decision?.madeOn, request.decision?.paperId],
  }).toEqual({
    events: ['meetings.confirmRecord | agenda_published → confirmed | board_chair'],
    after: 'recommended',
    ready: ['recommended'],
    decided: ['approved', 'approved', '2020-09-17', approved.items[0]?.paperId],
  })
  await requests.steps.publishDecision(id)
  boards.at('2020-09-25')
  await boards.me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' })
  expect([await statusOf(), (await boards.me.audit.verify.mutate()).faults]).toEqual(['effective', []])
})

test('a request that a board defers comes back to its next agenda', async () => {
  const given = await clearedRequest()
  const { boards, id, planned, readyFor, putOn, statusOf } = given
  const meeting = await putOn(await planned(boards.recommending.id, '2020-09-10'))
  boards.at('2020-09-10')
  const deferred = await carried(given, meeting.id, 'deferred')
  await boards.chair.meetings.confirmRecord.mutate(at(deferred))
  const next = await planned(boards.recommending.id, '2020-10-08')
  expect([await statusOf(), (await readyFor(next.id)).map((each) => each.id)]).toEqual(['deferred', [id]])
  expect((await boards.me.audit.verify.mutate()).faults).toEqual([])
})
