import { expect, test } from 'vitest'
import {
  at,
  type BoardApp,
  boardApp,
  caseInReview,
  givenCase,
  heldMeeting,
  present,
  records,
  votes,
} from '../support/boardApp.ts'
import { leedsApps } from '../support/leedsApp.ts'
import { on } from '../support/programmeApp.ts'
import { preparedReport } from '../support/reportApp.ts'

const leedsApp = leedsApps()

type Client = BoardApp['me']

const page = async (client: Client, tab: 'waiting' | 'others' | 'done' = 'waiting') =>
  await client.inbox.screen.query({ asAt: null, tab, page: 1 })

const acts = async (client: Client, tab: 'waiting' | 'others' = 'waiting') =>
  (await page(client, tab)).lines.map(({ act, subject, why }) => `${subject.kind} ${act}: ${why}`)

test('a case waits for the secretary and the members of its board, and for nobody who wrote it', async () => {
  const app = await boardApp()
  await givenCase(app, { writers: [app.people.first] })
  expect({
    secretary: await acts(app.secretary),
    second: await acts(app.member('second')),
    writer: await acts(app.member('first')),
    outsider: await acts(app.member('outsider')),
  }).toEqual({
    secretary: ['business_case put_on_agenda: Board secretary'],
    second: ['business_case recommend: Fund board'],
    writer: [],
    outsider: [],
  })
  expect(await acts(app.member('first'), 'others')).toEqual(['business_case put_on_agenda: Board secretary'])
})

test('a line says how much, until when in working days, and where to go, and the page how much there is in all', async () => {
  const app = await boardApp()
  const about = await caseInReview(app)
  const { counts, amountWaiting, lines } = await page(app.member('second'))
  expect([counts, amountWaiting, lines]).toEqual([
    { waiting: 1, others: 0, done: 0 },
    100_00,
    [
      {
        subject: { kind: 'business_case', id: about.id },
        act: 'recommend',
        title: about.title,
        reference: about.reference,
        status: 'in_review',
        amount: 100_00,
        why: 'Fund board',
        dueOn: '2020-09-15',
        workingDaysLeft: 10,
        meeting: null,
        overLimit: null,
        address: `/cases/${about.id}`,
      },
    ],
  ])
})

test('who has voted waits for others, then the secretary records and a chair confirms', async () => {
  const app = await boardApp()
  const { meeting, about, item } = await heldMeeting(app)
  await present(app, meeting.id, 'chair', 'second')
  const [line] = (await page(app.member('second'))).lines
  expect(line?.meeting).toEqual({
    id: meeting.id,
    heldOn: '2020-09-10',
    itemId: item.id,
    paperId: item.paperId,
    isAnswerable: true,
  })
  await votes(app, meeting.id, 'second', 'for')
  await votes(app, meeting.id, 'chair', 'for')
  expect([await acts(app.member('second')), await acts(app.secretary)]).toEqual([
    [],
    ['meeting record_outcome: Board secretary'],
  ])
  const after = await records(app, meeting.id, 'recommended')
  expect(await acts(app.chair)).toEqual(['meeting confirm: Chair of Fund board'])
  await app.chair.meetings.confirmRecord.mutate(at(after))
  const { done, counts } = await page(app.chair, 'done')
  expect([done.map(({ operation, title }) => [operation, title]), counts.done]).toEqual([
    [
      ['meetings.confirmRecord', 'Fund board'],
      ['meetings.vote', 'Fund board'],
    ],
    2,
  ])
  const steps = (await app.me.timeline.of.query({ asAt: null, kind: 'business_case', id: about.id })).steps
  expect(steps.map(({ from, to, actorTitle }) => [from, to, actorTitle])).toEqual([
    [null, 'draft', 'Scheme lead'],
    ['draft', 'submitted', 'Scheme lead'],
    ['submitted', 'in_review', 'Board secretary'],
    ['in_review', 'recommended', 'Board chair A'],
  ])
})

test('dates of the next thirty days are told, and those that are further are not', async () => {
  const app = await boardApp()
  const condition = {
    id: app.ports.newId(),
    text: 'Name a supplier',
    owner: 'Scheme lead',
    isAfterRelease: false,
    evidence: '',
    metBy: null,
    dischargedBy: null,
    dischargedOn: null,
  }
  const conditions = [
    { ...condition, dueOn: on('2020-09-20') },
    { ...condition, id: app.ports.newId(), text: 'Later', dueOn: on('2020-12-01') },
  ]
  await givenCase(app, { status: 'approved_with_conditions', conditions, approvedOn: on('2020-09-01') })
  expect((await page(app.me)).dates.map(({ kind, on: day, title }) => [kind, day, title])).toEqual([
    ['condition_due', '2020-09-20', 'Name a supplier'],
  ])
})

test('an earlier day shows what waited then', async () => {
  const app = await boardApp()
  app.at('2020-09-03')
  await caseInReview(app)
  const as = async (asAt: string) =>
    (await app.secretary.inbox.screen.query({ asAt: on(asAt), tab: 'waiting', page: 1 })).counts.waiting
  expect([await as('2020-09-02'), await as('2020-09-03')]).toEqual([0, 1])
})

test('a prepared report waits for who may certify it and did not write it, and a certified one for who may issue it', async () => {
  const app = await leedsApp()
  const officer = app.as('finance_officer')
  const { id, revision } = await preparedReport(app, 'scheme-summaries')
  const reports = async (client: typeof officer, tab: 'waiting' | 'others' = 'waiting') =>
    (await page(client, tab)).lines
      .filter(({ subject }) => subject.kind === 'report_draft')
      .map(({ act, title, reference, why, address }) => [act, title, reference, why, address])
  const line = (act: string, why: string) => [
    act,
    'Scheme summaries: whole programme',
    'Report 4',
    why,
    `/reports/drafts/${id}`,
  ]
  const certify = line('certify_report', 'Section 151 officer or programme director')
  const issue = line('issue_report', 'Programme director or finance officer')
  const before = [
    await reports(app.as('s151_officer')),
    await reports(officer),
    await reports(officer, 'others'),
    await reports(app.as('board_secretary')),
  ]
  await app.as('s151_officer').reports.certify.mutate({ id, revision })
  const after = [
    await reports(app.as('s151_officer')),
    await reports(officer),
    await reports(app.as('board_secretary')),
  ]
  const { done } = await page(app.as('s151_officer'), 'done')
  expect([before, after, done.find(({ subjectId }) => subjectId === id)?.title]).toEqual([
    [[certify], [], [certify], []],
    [[], [issue], []],
    'Scheme summaries: whole programme',
  ])
})

test('a report in the inbox says what it is about: a year, a scheme, a decision, a request, or nothing more where it is always the whole', async () => {
  const app = await leedsApp()
  const facts = await app.as('finance_officer').programme.screen.query({ asAt: null })
  const { requests } = await app.as('finance_officer').requests.list.query({ asAt: null, statuses: null, after: null })
  const [scheme, decision, request] = [facts.schemes[0], facts.decisions[0], requests[0]]
  if (!scheme || !decision || !request) throw new Error('the sample is empty')
  await preparedReport(app, 'annual-report', { scope: { kind: 'year', startYear: 2020 } })
  await preparedReport(app, 'closure', { scope: { kind: 'scheme', id: scheme.id } })
  await preparedReport(app, 'decision-record', { scope: { kind: 'decision', id: decision.id } })
  await preparedReport(app, 'key-decision-notice', { scope: { kind: 'request', id: request.id } })
  await preparedReport(app, 'forward-plan')
  const { lines } = await page(app.as('s151_officer'))
  const titles = lines.filter(({ subject }) => subject.kind === 'report_draft').map(({ title }) => title)
  expect(titles.toSorted()).toEqual([
    'Annual report to the health and wellbeing board: 2020/21',
    `Closure and lessons: ${scheme.name}`,
    `Decision record: ${decision.title}`,
    'Forward plan of key decisions',
    `Key decision notice: ${request.title}`,
  ])
})
