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
