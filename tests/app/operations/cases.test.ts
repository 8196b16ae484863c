import { describe, expect, test } from 'vitest'
import { routes } from '../../../db/subjects.ts'
import { refusalOf } from '../../support/openTestApp.ts'
import {
  accepted,
  approvedWithConditions,
  caseApp,
  completed,
  decided,
  fieldsFor,
  givenPerson,
  started,
  submitted,
} from '../support/caseApp.ts'
import { changed, eventsOf, nowhere, on, planCell, programmeApp } from '../support/programmeApp.ts'
import { written } from '../support/routeCommands.ts'
import { newPerson, wholeProgramme } from '../support/signedApp.ts'

const codeOf = async (call: Promise<unknown>): Promise<string> => (await refusalOf(call)).code

describe('a business case', () => {
  test('goes from a draft to the boards in four acts, each of them one event', async () => {
    const app = await caseApp()
    expect(await eventsOf(app.me, () => accepted(app))).toEqual([
      'cases.start | started | scheme_lead',
      'cases.leave | written | scheme_lead',
      'cases.submit | draft → submitted | scheme_lead',
      'cases.accept | submitted → in_review | board_secretary',
    ])
    expect((await app.me.audit.verify.mutate()).faults).toEqual([])
  })

  test('is submitted together with what its writer has typed last, as one event', async () => {
    const app = await caseApp()
    const { id, revision } = await started(app)
    await app.lead.cases.saveDraft.mutate({ id, baseRevision: revision, fields: fieldsFor(app) })
    const events = await eventsOf(app.me, () => app.lead.cases.submit.mutate({ id, revision }))
    const { businessCase, draft } = await app.lead.cases.screen.query({ asAt: null, id })
    expect([events, businessCase.status, businessCase.revision, businessCase.submittedOn, draft]).toEqual([
      ['cases.submit | draft → submitted | scheme_lead'],
      'submitted',
      2,
      '2020-09-01',
      null,
    ])
  })

  test('is not submitted while something is missing, and says which field', async () => {
    const app = await caseApp()
    const { id, revision } = await completed(app)
    const { benefits } = (await app.lead.cases.screen.query({ asAt: null, id })).businessCase
    const benefit = benefits[0]
    if (!benefit) throw new Error('The case has no benefit')
    const field = { path: `benefits.${benefit.id}`, base: benefit, value: { ...benefit, owner: '' } }
    await app.lead.cases.saveDraft.mutate({ id, baseRevision: revision, fields: [field] })
    const refused = refusalOf(app.lead.cases.submit.mutate({ id, revision }))
    expect(await refused).toEqual({ code: 'case-incomplete', detail: { fields: ['benefits.0.owner'] } })
    // Nothing was done by halves: what was typed is still a draft.
    expect((await app.lead.cases.screen.query({ asAt: null, id })).draft?.fields.length).toBe(1)
  })

  test('is not submitted while it differs from the plan, and says in which year and by how much', async () => {
    const app = await caseApp()
    const { id, revision } = await completed(app)
    const cell = { ...planCell(app.scheme.id, 150, { was: 100 }), sourceId: app.source.id }
    await app.me.plan.set.mutate({ cells: [cell] })
    expect(await refusalOf(app.lead.cases.submit.mutate({ id, revision }))).toEqual({
      code: 'does-not-tie',
      detail: { differences: [{ startYear: 2020, what: 'capital from Grant', inCase: 100_00, inPlan: 150_00 }] },
    })
  })

  test('is not submitted while part of its cost has no source', async () => {
    const app = await caseApp()
    const { id, revision } = await completed(app)
    await app.me.plan.set.mutate({ cells: [planCell(app.scheme.id, 20)] })
    const field = { path: 'costs.2020.none.capital', base: null, value: 20_00 }
    await app.lead.cases.saveDraft.mutate({ id, baseRevision: revision, fields: [field] })
    expect(await refusalOf(app.lead.cases.submit.mutate({ id, revision }))).toEqual({
      code: 'not-funded',
      detail: { years: [{ startYear: 2020, short: 20_00 }] },
    })
  })

  test('is not submitted where no route leads to a board', async () => {
    const app = await caseApp()
    const { id, revision } = await completed(app)
    await written(app, async (change) => {
      const [route] = await routes.list(change.tx)
      if (route) await routes.save(change, { ...route, isRemoved: true, revision: route.revision + 1 })
    })
    const refused = { code: 'no-route', detail: {} }
    expect([
      await refusalOf(app.lead.cases.submit.mutate({ id, revision })),
      (await app.lead.cases.screen.query({ asAt: null, id })).acts.submit,
    ]).toEqual([refused, refused])
  })

  test('is submitted once, whoever presses twice', async () => {
    const app = await caseApp()
    const { id, revision } = await completed(app)
    await app.lead.cases.submit.mutate({ id, revision })
    expect([
      await codeOf(app.lead.cases.submit.mutate({ id, revision })),
      await codeOf(app.lead.cases.submit.mutate({ id, revision: revision + 1 })),
    ]).toEqual(['stale', 'wrong-status'])
  })

  test('takes its steps in their order alone', async () => {
    const app = await caseApp()
    const { id, revision } = await completed(app)
    const at = { id, revision }
    expect([
      await codeOf(app.secretary.cases.accept.mutate(at)),
      await codeOf(app.secretary.cases.returnToWriter.mutate({ ...at, reason: 'Too early' })),
      await codeOf(app.lead.cases.newVersion.mutate(at)),
      await codeOf(app.lead.cases.meetCondition.mutate({ ...at, conditionId: nowhere, evidence: 'Seen' })),
      await codeOf(app.secretary.cases.dischargeCondition.mutate({ ...at, conditionId: nowhere })),
    ]).toEqual(Array.from({ length: 5 }, () => 'wrong-status'))
  })

  test('is neither accepted nor returned by a secretary who wrote in it, whatever role they hold that day', async () => {
    const app = await caseApp()
    const both = await givenPerson(app, 'Lead and secretary', ['scheme_lead', 'board_secretary'])
    const { id, revision } = await completed(app)
    await app.asPerson(both, 'scheme_lead').cases.saveDraft.mutate({
      id,
      baseRevision: revision,
      fields: [{ path: 'interests', base: '', value: 'None' }],
    })
    await app.asPerson(both, 'scheme_lead').cases.leave.mutate({ id })
    await app.lead.cases.submit.mutate({ id, revision: revision + 1 })
    const secretary = app.asPerson(both, 'board_secretary')
    const at = { id, revision: revision + 2 }
    expect([
      await refusalOf(secretary.cases.accept.mutate(at)),
      await refusalOf(secretary.cases.returnToWriter.mutate({ ...at, reason: 'Not clear' })),
      (await app.asPerson(both, 'board_secretary').cases.screen.query({ asAt: null, id })).acts.accept,
    ]).toEqual(Array.from({ length: 3 }, () => ({ code: 'own-item', detail: { act: 'accept' } })))
  })

  test('is neither accepted nor returned by who submitted it, without a word of theirs in it', async () => {
    const app = await caseApp()
    const both = await givenPerson(app, 'Lead and secretary', ['scheme_lead', 'board_secretary'])
    const { id, revision } = await completed(app)
    const { writers } = changed(await app.asPerson(both, 'scheme_lead').cases.submit.mutate({ id, revision }))
    const secretary = app.asPerson(both, 'board_secretary')
    const at = { id, revision: revision + 1 }
    expect([
      writers,
      await refusalOf(secretary.cases.accept.mutate(at)),
      await refusalOf(secretary.cases.returnToWriter.mutate({ ...at, reason: 'Not clear' })),
    ]).toEqual([['scheme_lead', both], ...Array(2).fill({ code: 'own-item', detail: { act: 'accept' } })])
  })

  test('is not accepted beside another live case of the same scheme, stage and year', async () => {
    const app = await caseApp()
    const first = await submitted(app)
    const second = await submitted(app)
    const accept = () => app.secretary.cases.accept.mutate({ id: second.id, revision: second.revision })
    const refused = await refusalOf(accept())
    const reason = 'The same as the next'
    await app.secretary.cases.returnToWriter.mutate({ id: first.id, revision: first.revision, reason })
    expect([refused, changed(await accept()).status]).toEqual([
      { code: 'duplicate-case', detail: { reference: first.reference } },
      'in_review',
    ])
  })

  test('is not accepted once the plan has moved away from it', async () => {
    const app = await caseApp()
    const { id, revision } = await submitted(app)
    const cell = { ...planCell(app.scheme.id, 150, { was: 100 }), sourceId: app.source.id }
    await app.me.plan.set.mutate({ cells: [cell] })
    expect(await codeOf(app.secretary.cases.accept.mutate({ id, revision }))).toBe('does-not-tie')
  })

  test('is returned and withdrawn with a reason only', async () => {
    const app = await caseApp()
    const { id, revision } = await submitted(app)
    const refused = [
      await refusalOf(app.secretary.cases.returnToWriter.mutate({ id, revision, reason: ' ' })),
      await refusalOf(app.lead.cases.withdraw.mutate({ id, revision, reason: '' })),
    ]
    await app.secretary.cases.returnToWriter.mutate({ id, revision, reason: 'Say who pays for support' })
    const { businessCase, timeline } = await app.lead.cases.screen.query({ asAt: null, id })
    expect([refused, businessCase.status, businessCase.reason, timeline.at(-1)?.detail]).toEqual([
      [
        { code: 'reason-missing', detail: { act: 'return' } },
        { code: 'reason-missing', detail: { act: 'withdraw' } },
      ],
      'returned',
      'Say who pays for support',
      { on: '2020-09-01', reason: 'Say who pays for support' },
    ])
  })

  test('is dealt with today or on an earlier day, and never before the step before', async () => {
    const app = await caseApp()
    const { id, revision } = await submitted(app)
    const accept = (day: string) => app.secretary.cases.accept.mutate({ id, revision, on: on(day) })
    expect([await refusalOf(accept('2020-09-02')), await refusalOf(accept('2020-08-31'))]).toEqual([
      { code: 'date-order', detail: { earlier: '2020-09-02', later: '2020-09-01' } },
      { code: 'date-order', detail: { earlier: '2020-09-01', later: '2020-08-31' } },
    ])
  })

  test('is submitted on no day before its last word was written, kept or not yet kept', async () => {
    const app = await caseApp()
    const { id, revision, ask } = await completed(app)
    app.at('2020-09-05')
    const submit = (day: string) => app.lead.cases.submit.mutate({ id, revision, on: on(day) })
    const kept = await refusalOf(submit('2020-08-31'))
    const fields = [{ path: 'ask', base: ask, value: `${ask} Soon.` }]
    await app.lead.cases.saveDraft.mutate({ id, baseRevision: revision, fields })
    expect([kept, await refusalOf(submit('2020-09-04')), changed(await submit('2020-09-05')).submittedOn]).toEqual([
      { code: 'date-order', detail: { earlier: '2020-09-01', later: '2020-08-31' } },
      { code: 'date-order', detail: { earlier: '2020-09-05', later: '2020-09-04' } },
      '2020-09-05',
    ])
  })

  test('is dealt with on a day on which whoever does it held the role', async () => {
    const app = await caseApp()
    const { id, revision } = await submitted(app)
    const assignments = [
      { role: 'board_secretary' as const, scope: wholeProgramme, fromOn: on('2020-09-10'), toOn: null },
    ]
    const person = newPerson('secretary', { assignments })
    const who = changed(await app.as('administrator').people.add.mutate(person)).id
    app.at('2020-09-20')
    const accept = (day: string) =>
      app.asPerson(who, 'board_secretary').cases.accept.mutate({ id, revision, on: on(day) })
    expect([await refusalOf(accept('2020-09-09')), changed(await accept('2020-09-10')).status]).toEqual([
      { code: 'role-not-held', detail: { role: 'board_secretary', on: '2020-09-09' } },
      'in_review',
    ])
  })

  test('is not accepted by a clock that was set back to before it was submitted', async () => {
    const app = await caseApp()
    app.at('2020-09-10')
    const { id, revision } = await submitted(app)
    app.at('2020-09-05')
    expect(await refusalOf(app.secretary.cases.accept.mutate({ id, revision }))).toEqual({
      code: 'date-order',
      detail: { earlier: '2020-09-10', later: '2020-09-05' },
    })
  })

  test('is changed by nobody who reads an earlier revision', async () => {
    const app = await caseApp()
    const { id, revision } = await submitted(app)
    await app.secretary.cases.accept.mutate({ id, revision })
    expect([
      await codeOf(app.secretary.cases.returnToWriter.mutate({ id, revision, reason: 'Late' })),
      await codeOf(app.lead.cases.withdraw.mutate({ id, revision, reason: 'Late' })),
    ]).toEqual(['stale', 'stale'])
  })

  test('is begun once, whoever presses twice', async () => {
    const app = await caseApp()
    const { reference } = await started(app)
    expect(await refusalOf(started(app))).toEqual({ code: 'duplicate-case', detail: { reference } })
  })

  test('of the next stage takes the place of the approved one before it', async () => {
    const app = await caseApp()
    const soc = await started(app, 'soc')
    const fields = fieldsFor(app)
    await app.lead.cases.saveDraft.mutate({ id: soc.id, baseRevision: 1, fields })
    const { revision } = changed(await app.lead.cases.submit.mutate({ id: soc.id, revision: 1 }))
    await app.secretary.cases.accept.mutate({ id: soc.id, revision })
    await decided(app, soc.id, 'recommend', { result: 'recommended' })
    await decided(app, soc.id, 'approve', { result: 'approved' })
    expect((await started(app, 'obc')).supersedesId).toBe(soc.id)
  })
})

describe('a next version', () => {
  test('of a returned case is a draft with all that it said, by the same writers, and says what is different', async () => {
    const app = await caseApp()
    const { id, revision } = await submitted(app)
    const returned = changed(await app.secretary.cases.returnToWriter.mutate({ id, revision, reason: 'Say more' }))
    const next = changed(await app.lead.cases.newVersion.mutate({ id, revision: returned.revision }))
    await app.lead.cases.saveDraft.mutate({
      id: next.id,
      baseRevision: 1,
      fields: [{ path: 'ask', base: next.ask, value: 'Approve £100 now.' }],
    })
    await app.lead.cases.leave.mutate({ id: next.id })
    const { businessCase, differences } = await app.lead.cases.screen.query({ asAt: null, id: next.id })
    expect([
      { status: businessCase.status, version: businessCase.version, reference: businessCase.reference },
      businessCase.sections,
      differences.filter(({ field }) => field === 'ask'),
    ]).toEqual([
      { status: 'draft', version: 2, reference: 'BC001.2' },
      returned.sections,
      [
        {
          field: 'ask',
          label: 'What the reader is asked',
          kind: 'text',
          lines: [
            {
              kind: 'changed',
              parts: [
                { kind: 'same', text: 'Approve ' },
                { kind: 'removed', text: '£100.' },
                { kind: 'added', text: '£100 now.' },
              ],
            },
          ],
        },
      ],
    ])
  })

  test('is begun once', async () => {
    const app = await caseApp()
    const { id, revision } = await completed(app)
    const withdrawn = changed(await app.lead.cases.withdraw.mutate({ id, revision, reason: 'Not now' }))
    const at = { id, revision: withdrawn.revision }
    await app.lead.cases.newVersion.mutate(at)
    expect(await refusalOf(app.lead.cases.newVersion.mutate(at))).toEqual({
      code: 'duplicate-case',
      detail: { reference: 'BC001.2' },
    })
  })

  test('of a deferred case there is none: it comes back to the board as it is', async () => {
    const app = await caseApp()
    const { id } = await accepted(app)
    const deferred = await decided(app, id, 'recommend', { result: 'deferred', reason: 'Wait for the plan' })
    const { wait } = await app.lead.cases.screen.query({ asAt: null, id })
    expect([
      await codeOf(app.lead.cases.newVersion.mutate({ id, revision: deferred.revision })),
      wait?.kind,
      (await decided(app, id, 'recommend', { result: 'recommended' })).status,
    ]).toEqual(['wrong-status', 'board', 'recommended'])
  })
})

describe('a condition', () => {
  const conditionsOf = async () => {
    const app = await caseApp()
    const { id, revision, conditions } = await approvedWithConditions(app)
    const [first, second] = conditions.map((each) => each.id)
    if (!first || !second) throw new Error('The case has no conditions')
    return { app, id, revision, first, second }
  }

  test('is met by one person and discharged by another, and after the last the case is approved', async () => {
    const { app, id, revision, first, second } = await conditionsOf()
    const statuses: string[] = []
    let at = revision
    for (const conditionId of [first, second]) {
      await app.lead.cases.meetCondition.mutate({ id, revision: at, conditionId, evidence: 'The contract' })
      const after = changed(await app.secretary.cases.dischargeCondition.mutate({ id, revision: at + 1, conditionId }))
      statuses.push(after.status)
      at = after.revision
    }
    expect(statuses).toEqual(['approved_with_conditions', 'approved'])
  })

  test('is not met without a word of evidence, nor discharged before somebody says that it is met', async () => {
    const { app, id, revision, first } = await conditionsOf()
    expect([
      await codeOf(app.lead.cases.meetCondition.mutate({ id, revision, conditionId: first, evidence: ' ' })),
      await codeOf(app.secretary.cases.dischargeCondition.mutate({ id, revision, conditionId: first })),
    ]).toEqual(['evidence-missing', 'evidence-missing'])
  })

  test('is not discharged by the person who said that it is met', async () => {
    const { app, id, revision, first } = await conditionsOf()
    const both = await givenPerson(app, 'Lead and secretary', ['scheme_lead', 'board_secretary'])
    const lead = app.asPerson(both, 'scheme_lead')
    await lead.cases.meetCondition.mutate({ id, revision, conditionId: first, evidence: 'The contract' })
    const secretary = app.asPerson(both, 'board_secretary')
    const discharge = secretary.cases.dischargeCondition.mutate({ id, revision: revision + 1, conditionId: first })
    expect(await refusalOf(discharge)).toEqual({ code: 'own-item', detail: { act: 'discharge' } })
  })
})

test('a case that nobody has is not found', async () => {
  const { me } = await programmeApp()
  expect(await refusalOf(me.cases.screen.query({ asAt: null, id: nowhere }))).toEqual({
    code: 'not-found',
    detail: { entity: 'business_case', id: nowhere },
  })
})

test('the list says what is one’s own, what waits for oneself, and what each case asks for', async () => {
  const app = await caseApp()
  const { id, reference } = await submitted(app)
  const list = await app.secretary.cases.list.query({ asAt: null, whose: 'waiting' })
  expect([list.counts, list.rows, (await app.lead.cases.list.query({ asAt: null })).counts]).toEqual([
    { mine: 0, waiting: 1, all: 1 },
    [
      {
        id,
        reference,
        title: 'Portal',
        schemeId: app.scheme.id,
        scheme: 'Portal',
        stage: 'bjc',
        version: 1,
        status: 'submitted',
        amount: 100_00,
        writers: ['Scheme lead'],
        wait: { kind: 'duty', duty: 'handleCase' },
        isMine: false,
        isWaiting: true,
      },
    ],
    { mine: 1, waiting: 0, all: 1 },
  ])
})
