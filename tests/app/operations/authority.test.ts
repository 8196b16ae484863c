import { expect, test } from 'vitest'
import { authorityRequests } from '../../../db/subjects.ts'
import type { Id } from '../../../domain/id.ts'
import { openTestApp, refusalOf } from '../../support/openTestApp.ts'
import { on, pounds } from '../support/programmeApp.ts'
import { particulars, requestApp } from '../support/requestApp.ts'
import { written } from '../support/routeCommands.ts'

test('a request that is not complete, or that a check stops, stays a draft and says what is missing', async () => {
  const { begin, director, seen, steps } = await requestApp({ amount: 1_100_000 })
  const id = await begin()
  const fields = (path: string, base: unknown, value: unknown) => ({ path, base, value }) as never
  expect(await refusalOf(steps.validate(id))).toEqual({ code: 'checks-stop', detail: { rules: ['R04', 'R05'] } })
  await director.saveDraft.mutate({
    id,
    baseRevision: 2,
    fields: [fields('decisionDueOn', '2020-10-01', null)],
  })
  await director.leave.mutate({ id })
  expect(await refusalOf(director.validate.mutate(await seen(id)))).toEqual({
    code: 'request-incomplete',
    detail: { fields: ['decisionDueOn'] },
  })
})

test('the lines and the funding of a request are proposed from the plan without authority', async () => {
  const { begin, screen, scheme, source } = await requestApp()
  const { request, checks, key } = await screen(await begin())
  expect([request.lines, request.funding, key.isKey]).toEqual([
    [
      {
        place: { kind: 'scheme', id: scheme.id },
        startYear: 2021,
        sourceId: null,
        nature: 'capital',
        amount: 600_000_00,
      },
    ],
    [{ sourceId: source.id, startYear: 2021, amount: 600_000_00 }],
    true,
  ])
  expect(checks.filter(({ passes }) => !passes).map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
    'R10 warn',
  ])
})

test('the screen says what each may do with a request, and why not', async () => {
  const { begin, steps, as } = await requestApp()
  const id = await begin()
  await steps.validate(id)
  const open = async (role: 'programme_director' | 'finance_officer' | 'viewer') => {
    const { acts } = await as(role).requests.screen.query({ id, asAt: null })
    return acts.filter(({ isOpen }) => isOpen).map(({ act }) => act)
  }
  expect([await open('programme_director'), await open('finance_officer'), await open('viewer')]).toEqual([
    ['withdraw'],
    ['financeCheck', 'withdraw'],
    [],
  ])
})

test('the register has what is asked for, effective, held and left, and the forward plan the notice', async () => {
  const { me, published, at, scheme } = await requestApp()
  await published()
  const range = { from: 2020, to: 2022, status: null, decisionId: null, after: null, asAt: null, beforeEntry: null }
  const plan = await me.authority.forwardPlan.query({ asAt: null, after: null, noticesAfter: null })
  expect(plan.decisions).toMatchObject([
    {
      reference: 'ATS1',
      noticePublishedOn: '2020-09-01',
      isUrgent: false,
      status: 'published',
      decisionDueOn: '2020-10-01',
    },
  ])
  const { register: waiting } = await me.authority.screen.query(range)
  at('2020-10-09')
  await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' })
  const { decisions, places, totals, next } = (await me.authority.screen.query(range)).register
  const line = { place: { kind: 'scheme', id: scheme.id }, startYear: 2021, requested: 600_000_00 }
  const none = { released: 0, committed: 0, spent: 0, left: 0 }
  expect([waiting.decisions[0]?.lines, waiting.totals.effective, waiting.places[0]?.requested]).toEqual([
    [{ ...line, effective: 0, held: 0, ...none }],
    0,
    600_000_00,
  ])
  expect([
    decisions.map(({ reference, status, lines }) => ({ reference, status, lines })),
    places.length,
    totals,
    next,
  ]).toEqual([
    [
      {
        reference: 'D-ATS1',
        status: 'effective',
        lines: [{ ...line, effective: 600_000_00, held: 600_000_00, ...none }],
      },
    ],
    1,
    { effective: 600_000_00, held: 600_000_00, ...none },
    null,
  ])
})

test('the forward plan and the notices come fifty at a time, however many decisions between them are no key ones', async () => {
  const app = await requestApp()
  const given = (await app.screen(await app.begin())).request
  const [line] = given.lines
  const ids = Array.from({ length: 120 }, () => app.ports.newId())
  await written(app, async (change) => {
    for (const [index, id] of ids.entries()) {
      // Every other one is under the threshold; a hundred of them have their notice.
      const lines = line ? [{ ...line, amount: pounds(index % 2 === 0 ? 600_000 : 1_000) }] : []
      const notice = index < 100 ? { ...particulars, publishedOn: on('2020-09-01'), by: 'programme_director' } : null
      const rest = { reference: `R${index}`, status: 'cleared' as const, lines, notice }
      await authorityRequests.insert(change, { ...given, id, ...rest })
    }
  })
  const page = async (after: Id | null, noticesAfter: Id | null) => {
    const { decisions, next, notices, nextNotices } = await app.me.authority.forwardPlan.query({
      asAt: null,
      after,
      noticesAfter,
    })
    return { decisions: decisions.map(({ id }) => id), next, notices: notices.map(({ id }) => id), nextNotices }
  }
  const newestFirst = ids.toReversed()
  const key = newestFirst.filter((_, index) => index % 2 === 1)
  const noticed = newestFirst.slice(20)
  const first = await page(null, null)
  expect([first, await page(first.next, first.nextNotices)]).toEqual([
    { decisions: key.slice(0, 50), next: key[49], notices: noticed.slice(0, 50), nextNotices: noticed[49] },
    { decisions: key.slice(50), next: null, notices: noticed.slice(50), nextNotices: null },
  ])
})

test('the days of law are calculated without a programme, also as a calendar file', async () => {
  const { as } = await openTestApp()
  const { clock } = as(undefined)
  const question = {
    from: { kind: 'decision' as const, on: on('2020-08-20') },
    amount: 3_049_000_00 as never,
    isForWards: false,
    noticeRoute: 'notice' as const,
    isCallInEligible: true,
  }
  const { firstSpendOn, sentences } = await clock.calculate.query(question)
  const file = await clock.calendarFile.query({ ...question, name: 'Leeds: authority' })
  expect([firstSpendOn, sentences[1], file.fileName, file.text.split('BEGIN:VEVENT').length]).toEqual([
    '2020-08-28',
    'Notice published, at the latest: 22 July 2020.',
    'Leeds  authority.ics',
    6,
  ])
})
