import { expect, test } from 'vitest'
import { refusalOf } from '../../support/openTestApp.ts'
import { type CaseApp, caseApp, completed, givenPerson, started } from '../support/caseApp.ts'
import { changed, eventsOf, nowhere } from '../support/programmeApp.ts'

const strategic = (base: string, value: string) => [{ path: 'sections.strategic', base, value }]

/** Two people who write in one case, one of whom has saved a text after the other began. */
const twoWriters = async () => {
  const app = await caseApp()
  const { id } = await started(app)
  const [one, other] = [app.lead, app.as('programme_director')]
  await one.cases.saveDraft.mutate({ id, baseRevision: 1, fields: strategic('', 'Mine') })
  await other.cases.saveDraft.mutate({ id, baseRevision: 1, fields: strategic('', 'Theirs') })
  await other.cases.leave.mutate({ id })
  return { app, id, one, other }
}

test('what is typed saves itself without an event, and leaving makes one of it', async () => {
  const app = await caseApp()
  const { id } = await started(app)
  const typing = await eventsOf(app.me, async () => {
    await app.lead.cases.saveDraft.mutate({ id, baseRevision: 1, fields: strategic('', 'Records') })
    await app.lead.cases.saveDraft.mutate({ id, baseRevision: 1, fields: strategic('', 'Records for all') })
  })
  const leaving = await eventsOf(app.me, () => app.lead.cases.leave.mutate({ id }))
  const again = await eventsOf(app.me, () => app.lead.cases.leave.mutate({ id }))
  const { businessCase } = await app.lead.cases.screen.query({ asAt: null, id })
  expect([typing, leaving, again, businessCase.sections.strategic]).toEqual([
    [],
    ['cases.leave | written | scheme_lead'],
    [],
    'Records for all',
  ])
})

test('a text that is put back as it was is no draft any more', async () => {
  const app = await caseApp()
  const { id } = await started(app)
  await app.lead.cases.saveDraft.mutate({ id, baseRevision: 1, fields: strategic('', 'Records') })
  const kept = await app.lead.cases.saveDraft.mutate({ id, baseRevision: 1, fields: strategic('', '') })
  expect([kept.fields, (await app.lead.cases.screen.query({ asAt: null, id })).draft]).toEqual([[], null])
})

test('two people who write in different fields of one case both keep what they wrote', async () => {
  const app = await caseApp()
  const { id } = await started(app)
  const other = app.as('programme_director')
  await app.lead.cases.saveDraft.mutate({ id, baseRevision: 1, fields: strategic('', 'Why') })
  await other.cases.saveDraft.mutate({ id, baseRevision: 1, fields: [{ path: 'ask', base: '', value: 'Approve it' }] })
  await app.lead.cases.leave.mutate({ id })
  const { sections, ask, writers } = changed(await other.cases.leave.mutate({ id }))
  expect([sections.strategic, ask, writers]).toEqual(['Why', 'Approve it', ['scheme_lead', 'programme_director']])
})

test('of two people who write in one field the second is shown both texts, and neither is lost', async () => {
  const { app, id, one } = await twoWriters()
  const refused = await refusalOf(one.cases.leave.mutate({ id }))
  const { draft, businessCase } = await one.cases.screen.query({ asAt: null, id })
  expect([refused, draft?.fields, businessCase.sections.strategic]).toEqual([
    {
      code: 'text-changed',
      detail: { fields: [{ field: 'sections.strategic', yours: 'Mine', theirs: 'Theirs' }] },
    },
    [{ path: 'sections.strategic', base: '', value: 'Mine', now: 'Theirs' }],
    'Theirs',
  ])
  await one.cases.saveDraft.mutate({ id, baseRevision: 2, fields: strategic('Theirs', 'Theirs, and mine') })
  expect(changed(await app.lead.cases.leave.mutate({ id })).sections.strategic).toBe('Theirs, and mine')
})

test('a draft is dropped by its writer alone', async () => {
  const { id, one, other } = await twoWriters()
  await other.cases.dropDraft.mutate({ id })
  const before = (await one.cases.screen.query({ asAt: null, id })).draft?.fields.length
  await one.cases.dropDraft.mutate({ id })
  expect([before, (await one.cases.screen.query({ asAt: null, id })).draft]).toEqual([1, null])
})

test('a case is not submitted while somebody else is writing in it', async () => {
  const app = await caseApp()
  const { id, revision } = await completed(app)
  const draft = { id, baseRevision: revision, fields: [{ path: 'interests', base: '', value: 'None' }] }
  await app.as('programme_director').cases.saveDraft.mutate(draft)
  expect(await refusalOf(app.lead.cases.submit.mutate({ id, revision }))).toEqual({
    code: 'still-writing',
    detail: { by: 'Programme director' },
  })
})

const rested = async (app: CaseApp) => {
  const { id, revision } = await completed(app)
  const draft = { id, baseRevision: revision, fields: [{ path: 'interests', base: '', value: 'None' }] }
  await app.lead.cases.saveDraft.mutate(draft)
  app.at('2020-09-01T09:15:00.000Z')
  return { id, revision }
}

test('after a quarter of an hour a draft becomes an act of its own writer', async () => {
  const app = await caseApp()
  const { id } = await rested(app)
  const events = await eventsOf(app.me, () =>
    app.me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' }),
  )
  const { businessCase, draft } = await app.lead.cases.screen.query({ asAt: null, id })
  expect([events, businessCase.interests, draft]).toEqual([
    ['cases.leave | written | scheme_lead', 'themes.add | added | programme_director'],
    'None',
    null,
  ])
})

test('a draft that rests waits for no command: the host that looks at the clock brings it about', async () => {
  const app = await caseApp()
  const { id } = await rested(app)
  const events = await eventsOf(app.me, () => app.app.backUpIfDue())
  const { businessCase, draft } = await app.lead.cases.screen.query({ asAt: null, id })
  expect([events, businessCase.interests, draft]).toEqual([['cases.leave | written | scheme_lead'], 'None', null])
})

test('what the clock has made of one’s own text does not stand in the way of submitting it', async () => {
  const app = await caseApp()
  const { id, revision } = await rested(app)
  expect(await eventsOf(app.me, () => app.lead.cases.submit.mutate({ id, revision }))).toEqual([
    'cases.leave | written | scheme_lead',
    'cases.submit | draft → submitted | scheme_lead',
  ])
})

test('a draft that stands against somebody else’s text is kept, however long it rests', async () => {
  const { app, id, one } = await twoWriters()
  app.at('2020-09-01T10:00:00.000Z')
  await app.me.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' })
  expect((await one.cases.screen.query({ asAt: null, id })).draft?.fields.map(({ value }) => value)).toEqual(['Mine'])
})

test('a draft that cannot be taken over is in the log once, and again once its writer has gone on with it', async () => {
  const { app, id, one } = await twoWriters()
  const told = () => app.logged.filter((line) => 'subject' in line && line.subject === id)
  const look = () =>
    app.me.themes.add.mutate({ name: `Theme ${told().length} ${app.ports.newId()}`, aliases: [], objective: '' })
  app.at('2020-09-01T10:00:00.000Z')
  await look()
  await look()
  const once = told()
  await one.cases.saveDraft.mutate({ id, baseRevision: 1, fields: strategic('', 'Mine still') })
  app.at('2020-09-01T10:30:00.000Z')
  await look()
  const line = { level: 'warn', what: 'draft was not taken over', subject: id, code: 'text-changed' }
  expect([once, told()]).toEqual([[line], [line, line]])
})

test('a case that is taken away under an open editor is not found, and nothing is written', async () => {
  const app = await caseApp()
  const { id } = await started(app)
  const other = app.as('programme_director')
  await other.cases.saveDraft.mutate({ id, baseRevision: 1, fields: strategic('', 'Mine') })
  await app.lead.undo.undo.mutate({})
  const missing = { code: 'not-found', detail: { entity: 'business_case', id } }
  expect([
    await refusalOf(other.cases.leave.mutate({ id })),
    await refusalOf(other.cases.saveDraft.mutate({ id, baseRevision: 1, fields: strategic('', 'Mine') })),
  ]).toEqual([missing, missing])
})

test('nobody writes in a case that was submitted, or without the duty, or what no case has', async () => {
  const app = await caseApp()
  const { id, revision } = await completed(app)
  const save = (path: string, value: string, role = app.lead) =>
    role.cases.saveDraft.mutate({ id, baseRevision: revision, fields: [{ path, base: '', value }] })
  const unfit = [await refusalOf(save('sections.other', 'x')), await refusalOf(save('title', ''))]
  const reader = [
    await refusalOf(save('ask', 'x', app.secretary)),
    await refusalOf(app.secretary.cases.dropDraft.mutate({ id: nowhere })),
  ]
  await app.lead.cases.submit.mutate({ id, revision })
  expect([unfit.map(({ code }) => code), reader.map(({ code }) => code), await refusalOf(save('ask', 'x'))]).toEqual([
    ['bad-request', 'bad-request'],
    ['not-permitted', 'not-permitted'],
    { code: 'wrong-status', detail: { is: 'submitted', needs: 'draft' } },
  ])
})

test('everybody who has written in a case is one of its writers', async () => {
  const app = await caseApp()
  const person = await givenPerson(app, 'Records lead', ['scheme_lead'])
  const { id } = await started(app)
  const lead = app.asPerson(person, 'scheme_lead')
  await lead.cases.saveDraft.mutate({ id, baseRevision: 1, fields: strategic('', 'Why') })
  await lead.cases.leave.mutate({ id })
  expect((await app.lead.cases.screen.query({ asAt: null, id })).writers).toEqual(['Scheme lead', 'Records lead'])
})
