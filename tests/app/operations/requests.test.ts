import { expect, test } from 'vitest'
import { refusalOf } from '../../support/openTestApp.ts'
import { balancesOf, eventsOf, on, trailOf } from '../support/programmeApp.ts'
import { requestApp } from '../support/requestApp.ts'

test('a request goes through its checks, notice, report, decision and publication, and has effect after the window', async () => {
  const { me, at, noticed, steps, screen } = await requestApp()
  let id = '' as Awaited<ReturnType<typeof noticed>>
  const events = await eventsOf(me, async () => {
    id = await noticed()
    at('2020-10-01')
    await steps.decide(id)
    await steps.publishDecision(id)
    at('2020-10-08')
    await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' })
    at('2020-10-09')
    await me.themes.add.mutate({ name: 'Sensors', aliases: [], objective: '' })
  })
  expect(events).toEqual([
    'requests.start | draft | programme_director',
    'requests.leave | written | programme_director',
    'requests.validate | draft → ready | programme_director',
    'requests.financeCheck | ready → finance_cleared | finance_officer',
    'requests.legalCheck | finance_cleared → cleared | s151_officer',
    'requests.publishNotice | cleared → notice_published | programme_director',
    'requests.publishReport | notice_published → report_published | programme_director',
    'requests.decide | report_published → approved | decision_taker',
    'requests.publishDecision | approved → published | board_secretary',
    'themes.add | added | programme_director',
    'decisions.takeEffect | made → effective | system',
    'themes.add | added | programme_director',
  ])
  const { request, decision, timeline } = await screen(id)
  expect([request.status, decision?.effectiveOn, decision?.paperSha256?.length, timeline.length]).toEqual([
    'effective',
    '2020-10-09',
    64,
    10,
  ])
  expect(await balancesOf(me)).toContain('authority 2021 600000')
  expect((await me.audit.verify.mutate()).faults).toEqual([])
})

test('nothing is done out of order, twice, by who wrote it, or on a day that has not come', async () => {
  const { begin, steps, role, seen, at, noticed } = await requestApp()
  const id = await begin()
  expect(await refusalOf(steps.financeCheck(id))).toEqual({
    code: 'wrong-status',
    detail: { is: 'draft', needs: 'ready' },
  })
  await steps.validate(id)
  expect([
    await refusalOf(steps.legalCheck(id)),
    await refusalOf(steps.decide(id)),
    await refusalOf(
      role('finance_officer').financeCheck.mutate({ ...(await seen(id)), on: on('2020-09-02'), note: '' }),
    ),
  ]).toEqual([
    { code: 'not-next', detail: { act: 'legal_check', next: 'Finance check' } },
    { code: 'not-next', detail: { act: 'decide', next: 'Finance check' } },
    { code: 'future-day', detail: { on: '2020-09-02', today: '2020-09-01' } },
  ])
  const before = await seen(id)
  await steps.financeCheck(id)
  expect(await refusalOf(role('finance_officer').financeCheck.mutate({ ...before, on: null, note: '' }))).toEqual({
    code: 'stale',
    detail: { entity: 'authority_request', id },
  })
  const other = await noticed('ATS2')
  at('2020-09-29')
  expect(await refusalOf(steps.decide(other))).toEqual({
    code: 'too-little-notice',
    detail: { route: 'notice', earliest: '2020-09-30' },
  })
})

test('a clock that is set back does not date a step before the one that it follows', async () => {
  const { begin, steps, at } = await requestApp()
  const id = await begin()
  await steps.validate(id)
  await steps.financeCheck(id)
  at('2020-08-30')
  expect(await refusalOf(steps.legalCheck(id))).toEqual({
    code: 'date-order',
    detail: { earlier: '2020-09-01', later: '2020-08-30' },
  })
})

test('who wrote a request neither checks it nor publishes its decision', async () => {
  const { begin, steps, role, seen, noticed, at } = await requestApp()
  const id = await begin()
  await role('finance_officer').saveDraft.mutate({
    id,
    baseRevision: 2,
    fields: [{ path: 'narrative.background', base: '', value: 'The portal is old.' }],
  })
  await role('finance_officer').leave.mutate({ id })
  await steps.validate(id)
  expect(await refusalOf(steps.financeCheck(id))).toEqual({ code: 'own-item', detail: { act: 'check' } })
  const other = await noticed('ATS2')
  at('2020-10-01')
  await steps.decide(other)
  expect(
    await refusalOf(
      role('programme_director').publishDecision.mutate({ ...(await seen(other)), on: null, reference: 'D9' }),
    ),
  ).toEqual({ code: 'own-item', detail: { act: 'publish' } })
})

test('a notice has every particular of regulation 9, and an exception its agreement', async () => {
  const { begin, steps, at } = await requestApp()
  const id = await begin()
  await steps.validate(id)
  await steps.financeCheck(id)
  await steps.legalCheck(id)
  const urgent = { route: 'general_exception' as const }
  expect([
    await refusalOf(steps.publishNotice(id, { matter: '', copiesFrom: ' ' })),
    await refusalOf(steps.publishNotice(id, urgent)),
  ]).toEqual([
    { code: 'notice-incomplete', detail: { fields: ['matter', 'copiesFrom'] } },
    { code: 'agreement-missing', detail: {} },
  ])
  await steps.publishNotice(id, {
    ...urgent,
    agreedBy: 'Chair of the scrutiny board',
    agreedOn: on('2020-09-01'),
    reason: 'The grant ends in October',
  })
  await steps.publishReport(id)
  at('2020-09-06')
  expect(await refusalOf(steps.decide(id))).toEqual({
    code: 'too-little-notice',
    detail: { route: 'general_exception', earliest: '2020-09-07' },
  })
  at('2020-09-07')
  expect((await steps.decide(id)).value?.status).toBe('approved')
})

test('a decision is called in up to the last day of its window and not after it', async () => {
  const { published, steps, at, me, screen } = await requestApp()
  const id = await published()
  at('2020-10-08')
  await steps.callIn(id)
  at('2020-10-20')
  await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' })
  expect([(await screen(id)).request.status, (await screen(id)).decision?.status]).toEqual(['called_in', 'called_in'])
  await steps.scrutinyOutcome(id, 'full_council')
  expect(await refusalOf(steps.scrutinyOutcome(id, 'full_council'))).toMatchObject({ code: 'wrong-status' })
  await steps.scrutinyOutcome(id, 'released')
  const { request, decision } = await screen(id)
  expect([request.status, decision?.status, decision?.effectiveOn]).toEqual(['effective', 'effective', '2020-10-20'])
  expect(await refusalOf(steps.callIn(id))).toMatchObject({ code: 'wrong-status' })
})

test('a decision whose window has closed is not called in, though the call-in came in time for nobody', async () => {
  const { published, steps, at } = await requestApp()
  const id = await published()
  at('2020-10-09')
  expect(await refusalOf(steps.callIn(id))).toEqual({ code: 'call-in-closed', detail: { closedOn: '2020-10-08' } })
  expect(await refusalOf(steps.callIn(id, on('2020-10-08')))).toMatchObject({ code: 'call-in-closed' })
})

test('what scrutiny refers back leaves the register and is decided again', async () => {
  const { published, steps, at, me, screen } = await requestApp()
  const id = await published()
  at('2020-10-05')
  await steps.callIn(id)
  at('2020-10-12')
  await steps.scrutinyOutcome(id, 'referred_back')
  expect([(await screen(id)).request.status, (await screen(id)).decision, (await screen(id)).nextStage?.act]).toEqual([
    'referred_back',
    null,
    'decide',
  ])
  await steps.decide(id)
  await steps.publishDecision(id, 'D2')
  at('2020-10-20')
  await me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' })
  expect((await screen(id)).request.status).toBe('effective')
  expect((await trailOf(me)).filter(({ operation }) => operation === 'decisions.takeEffect').length).toBe(2)
})

test('money that is decided and not yet published is promised to nobody else', async () => {
  const { noticed, steps, at } = await requestApp()
  const [first, second] = [await noticed('ATS1'), await noticed('ATS2')]
  at('2020-10-01')
  await steps.decide(first)
  expect(await refusalOf(steps.decide(second))).toMatchObject({ code: 'over-allocation' })
})

test('a window stays as it was counted when the decision was published, whatever becomes of the holidays since', async () => {
  const { as, at, me, published, screen, steps } = await requestApp()
  const holiday = { on: on('2020-10-05'), name: 'Local day', isHoliday: true }
  await as('administrator').holidays.set.mutate(holiday)
  const id = await published()
  await me.holidays.set.mutate({ ...holiday, isHoliday: false })
  const { callInClosesOn, decision } = await screen(id)
  at('2020-10-09')
  await steps.callIn(id)
  expect([callInClosesOn, decision?.effectiveOn, (await screen(id)).request.status]).toEqual([
    '2020-10-09',
    '2020-10-10',
    'called_in',
  ])
})
