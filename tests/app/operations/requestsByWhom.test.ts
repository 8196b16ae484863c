import { expect, test } from 'vitest'
import { accounts } from '../../../db/subjects.ts'
import type { Id } from '../../../domain/id.ts'
import type { Role } from '../../../domain/roles.ts'
import { refusalOf } from '../../support/openTestApp.ts'
import { addScheme, changed, on, pounds } from '../support/programmeApp.ts'
import { type RequestApp, requestApp } from '../support/requestApp.ts'
import { written } from '../support/routeCommands.ts'
import { newPerson, wholeProgramme } from '../support/signedApp.ts'

type Scope = { kind: 'scheme' | 'theme' | 'programme'; id: Id | null }

const personWith = async ({ as }: RequestApp, signInName: string, roles: Role[], scope: Scope = wholeProgramme) => {
  const assignments = roles.map((role) => ({ role, scope, fromOn: on('2020-09-01'), toOn: null }))
  return changed(await as('administrator').people.add.mutate(newPerson(signInName, { assignments }))).id
}

const writes = async (
  app: RequestApp,
  who: Id,
  role: Role,
  id: Id,
  field: { path: string; base: null | string; value: unknown },
) => {
  const requests = app.asPerson(who, role).requests
  const fields = [field] as Parameters<typeof requests.saveDraft.mutate>[0]['fields']
  return await requests.saveDraft.mutate({ id, baseRevision: (await app.seen(id)).revision, fields })
}

/** Who decides and records scrutiny, up to £1,000,000. */
const decidingScrutineer = async (app: RequestApp): Promise<Id> => {
  const id = app.ports.newId()
  const held = (role: Role, delegationLimit: ReturnType<typeof pounds> | null) => ({
    role,
    scope: wholeProgramme,
    fromOn: on('2020-09-01'),
    toOn: null,
    delegationLimit,
  })
  await written(app, (change) =>
    accounts.insert(change, {
      id,
      revision: 1,
      isRemoved: false,
      signInName: 'taker',
      title: 'Director of Resources',
      organisationId: null,
      assignments: [held('decision_taker', pounds(1_000_000)), held('scrutiny_officer', null)],
      endedOn: null,
    }),
  )
  return id
}

test('a draft of who holds a role for another part is refused, so that no rest can make an act of it', async () => {
  const app = await requestApp()
  const id = await app.begin()
  const other = await addScheme(app.me, app.theme.id, 'Sensors')
  const who = await personWith(app, 'part', ['finance_officer'], { kind: 'scheme', id: other.id })
  const within = await personWith(app, 'own', ['finance_officer'], { kind: 'scheme', id: app.scheme.id })
  const outside = { code: 'outside-scope', detail: { role: 'finance_officer' } }
  const [line] = (await app.screen(id)).request.lines
  const place = { kind: 'scheme' as const, id: other.id }
  const path = `lines.${place.kind}.${place.id}.2021.none.capital`
  const summary = { path: 'narrative.summary', base: '', value: 'Mine' }
  expect([
    line?.amount,
    await refusalOf(writes(app, who, 'finance_officer', id, summary)),
    await refusalOf(writes(app, within, 'finance_officer', id, { path, base: null, value: pounds(1) })),
  ]).toEqual([pounds(600_000), outside, outside])
  await writes(app, within, 'finance_officer', id, summary)
})

test('who wrote a request neither lets its decision go through scrutiny nor sends it back', async () => {
  const app = await requestApp()
  const id = await app.begin()
  const who = await personWith(app, 'both', ['programme_director', 'scrutiny_officer'])
  await writes(app, who, 'programme_director', id, { path: 'narrative.summary', base: '', value: 'Mine' })
  await app.asPerson(who, 'programme_director').requests.leave.mutate({ id })
  for (const step of ['validate', 'financeCheck', 'legalCheck', 'publishNotice', 'publishReport'] as const) {
    await app.steps[step](id)
  }
  app.at('2020-10-01')
  await app.steps.decide(id)
  await app.steps.publishDecision(id)
  await app.steps.callIn(id)
  const own = { ...(await app.seen(id)), on: null, outcome: 'released' as const, note: '' }
  const { requests } = app.asPerson(who, 'scrutiny_officer')
  const refused = { code: 'own-item', detail: { act: 'scrutinise' } }
  const { acts } = await requests.screen.query({ id, asAt: null })
  expect([
    await refusalOf(requests.scrutinyOutcome.mutate(own)),
    acts.find(({ act }) => act === 'scrutinyOutcome'),
  ]).toEqual([refused, { act: 'scrutinyOutcome', isOpen: false, why: refused }])
})

test('what is approved as amended is within the limit of where it goes', async () => {
  const app = await requestApp()
  const other = await addScheme(app.me, app.theme.id, 'Sensors')
  const who = app.ports.newId()
  const limited = (id: Id, amount: number) => ({
    role: 'decision_taker' as const,
    scope: { kind: 'scheme' as const, id },
    fromOn: on('2020-09-01'),
    toOn: null,
    delegationLimit: pounds(amount),
  })
  await written(app, (change) =>
    accounts.insert(change, {
      id: who,
      revision: 1,
      isRemoved: false,
      signInName: 'taker',
      title: 'Director of Resources',
      organisationId: null,
      assignments: [limited(app.scheme.id, 600_000), limited(other.id, 1_000)],
      endedOn: null,
    }),
  )
  const id = await app.noticed()
  app.at('2020-10-01')
  const { lines, funding } = (await app.screen(id)).request
  const moved = lines.map((line) => ({ ...line, place: { kind: 'scheme' as const, id: other.id } }))
  const given = { on: null, outcome: 'approved_as_amended' as const, wording: '', reason: 'Elsewhere' }
  const { requests } = app.asPerson(who, 'decision_taker')
  const amended = { lines: moved, funding }
  expect(await refusalOf(requests.decide.mutate({ ...(await app.seen(id)), ...given, amended }))).toEqual({
    code: 'over-limit',
    detail: { limit: pounds(1_000), amount: pounds(600_000) },
  })
})

test('who wrote a request finds its notice and its report in their inbox, and neither its checks nor its decision', async () => {
  const app = await requestApp()
  const id = await app.begin()
  const who = await personWith(app, 'all', ['programme_director', 'finance_officer', 's151_officer'])
  await writes(app, who, 'programme_director', id, { path: 'narrative.summary', base: '', value: 'Mine' })
  await app.asPerson(who, 'programme_director').requests.leave.mutate({ id })
  const waiting = async (role: Role) => {
    const { lines } = await app.asPerson(who, role).inbox.screen.query({ asAt: null, tab: 'waiting', page: 1 })
    return lines.map(({ act }) => act)
  }
  const found = []
  for (const [step, role] of [
    ['validate', 'finance_officer'],
    ['financeCheck', 's151_officer'],
    ['legalCheck', 'programme_director'],
    ['publishNotice', 'programme_director'],
  ] as const) {
    await app.steps[step](id)
    found.push(await waiting(role))
  }
  expect(found).toEqual([[], [], ['notice'], ['report']])
})

test('who made a decision does not take it through scrutiny, and is not asked to', async () => {
  const app = await requestApp()
  const who = await decidingScrutineer(app)
  const id = await app.noticed()
  app.at('2020-10-01')
  const given = { on: null, outcome: 'approved' as const, wording: '', reason: '', amended: null }
  await app.asPerson(who, 'decision_taker').requests.decide.mutate({ ...(await app.seen(id)), ...given })
  await app.steps.publishDecision(id)
  await app.steps.callIn(id)
  const own = app.asPerson(who, 'scrutiny_officer')
  const released = { ...(await app.seen(id)), on: null, outcome: 'released' as const, note: '' }
  const refused = { code: 'own-decision', detail: {} }
  const asked = async (client: typeof own) =>
    (await client.inbox.screen.query({ asAt: null, tab: 'waiting', page: 1 })).lines.map(({ act }) => act)
  const { acts } = await own.requests.screen.query({ id, asAt: null })
  expect([
    await refusalOf(own.requests.scrutinyOutcome.mutate(released)),
    acts.find(({ act }) => act === 'scrutinyOutcome')?.why,
    await asked(own),
    await asked(app.as('scrutiny_officer')),
    changed(await app.as('scrutiny_officer').requests.scrutinyOutcome.mutate(released)).status,
  ]).toEqual([refused, refused, [], ['scrutinise'], 'published'])
})

test('who sends a request off asks for it, with or without a word of theirs in it, and checks nothing of it', async () => {
  const app = await requestApp()
  const id = await app.begin()
  const who = await personWith(app, 'sender', ['finance_officer'])
  const sender = app.asPerson(who, 'finance_officer').requests
  const { writers } = changed(await sender.validate.mutate(await app.seen(id)))
  expect([
    writers,
    await refusalOf(sender.financeCheck.mutate({ ...(await app.seen(id)), on: null, note: '' })),
    changed(await app.steps.financeCheck(id)).status,
  ]).toEqual([['programme_director', who], { code: 'own-item', detail: { act: 'check' } }, 'finance_cleared'])
})

test('no step of a request is dated before it was made ready, so that not all of them are done in one sitting', async () => {
  const app = await requestApp()
  const id = await app.begin()
  await app.steps.validate(id)
  app.at('2020-10-01')
  const finance = app.as('finance_officer').requests
  const dated = async (day: string) => ({ ...(await app.seen(id)), on: on(day), note: '' })
  expect(await refusalOf(finance.financeCheck.mutate(await dated('2020-08-31')))).toEqual({
    code: 'date-order',
    detail: { earlier: '2020-09-01', later: '2020-08-31' },
  })
  expect(changed(await finance.financeCheck.mutate(await dated('2020-09-01'))).financeCheck?.on).toBe('2020-09-01')
})

test('an act is dated on a day on which its person held the role', async () => {
  const app = await requestApp()
  const assignments = [
    { role: 'finance_officer' as const, scope: wholeProgramme, fromOn: on('2020-09-10'), toOn: null },
  ]
  const who = changed(await app.as('administrator').people.add.mutate(newPerson('later', { assignments }))).id
  const id = await app.begin()
  await app.steps.validate(id)
  app.at('2020-09-20')
  const { financeCheck } = app.asPerson(who, 'finance_officer').requests
  const dated = async (day: string) => ({ ...(await app.seen(id)), on: on(day), note: '' })
  expect(await refusalOf(financeCheck.mutate(await dated('2020-09-09')))).toEqual({
    code: 'role-not-held',
    detail: { role: 'finance_officer', on: '2020-09-09' },
  })
  expect(changed(await financeCheck.mutate(await dated('2020-09-10'))).financeCheck?.by).toBe(who)
})

test('the requests before and after one are those of the list, the newest first', async () => {
  const { begin, screen } = await requestApp()
  const ids = [await begin('ATS1'), await begin('ATS2'), await begin('ATS3')]
  const around = []
  for (const id of ids) {
    const { previousId, nextId } = await screen(id)
    around.push([previousId, nextId])
  }
  expect(around).toEqual([
    [ids[1], null],
    [ids[2], ids[0]],
    [null, ids[1]],
  ])
})
