import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Id } from '../../domain/id.ts'
import type { RoleAssignment } from '../../domain/people/account.ts'
import type { Role } from '../../domain/roles.ts'
import { refusalOf } from '../support/openTestApp.ts'
import {
  addScheme,
  changed,
  decisionOf,
  emptyApp,
  lineOn,
  nowhere,
  on,
  planCell,
  programmeApp,
  trailOf,
} from './support/programmeApp.ts'
import { newPerson, secret, signedApp, wholeProgramme } from './support/signedApp.ts'

const asRole = (role: Role, scope: RoleAssignment['scope'] = wholeProgramme) => ({
  role,
  scope,
  fromOn: on('2020-09-01'),
  toOn: null,
})

/** What an administrator says again of a person whom they change. */
const said = ({ id, signInName, title, organisationId, assignments }: Added) => ({
  id,
  signInName,
  title,
  organisationId,
  assignments: assignments.map(({ delegationLimit: _, ...role }) => role),
})
interface Added {
  id: Id
  signInName: string
  title: string
  organisationId: Id | null
  assignments: RoleAssignment[]
}

describe('people', () => {
  test('are added, changed and ended by an administrator, and each is one event that names them', async () => {
    const { as } = await emptyApp()
    const admin = as('administrator')
    const lead = changed(await admin.people.add.mutate(newPerson('lead', { assignments: [asRole('scheme_lead')] })))
    await admin.people.change.mutate({ ...said(lead), revision: 1, title: 'Lead for records' })
    await admin.people.end.mutate({ id: lead.id, revision: 2, endedOn: on('2020-09-30') })
    await admin.people.end.mutate({ id: lead.id, revision: 3, endedOn: null })
    const { people } = await admin.people.screen.query()
    expect([
      people,
      (await trailOf(admin))
        .slice(0, 4)
        .map(({ operation, transition, subject }) => [operation, transition, subject.name]),
    ]).toEqual([
      [{ ...lead, revision: 4, title: 'Lead for records', endedOn: null, hasPassword: false }],
      [
        ['people.end', 'let back', 'Lead for records'],
        ['people.end', 'ended', 'Lead for records'],
        ['people.change', 'changed', 'Lead for records'],
        ['people.add', 'added', 'Lead for records'],
      ],
    ])
  })

  test('have a sign-in name of their own, whatever its capitals', async () => {
    const admin = (await emptyApp()).as('administrator')
    await admin.people.add.mutate(newPerson('lead'))
    const other = changed(await admin.people.add.mutate(newPerson('other')))
    const taken = { code: 'name-taken', detail: { entity: 'account', name: 'LEAD' } }
    expect([
      await refusalOf(admin.people.add.mutate(newPerson('LEAD'))),
      await refusalOf(admin.people.change.mutate({ ...said(other), revision: 1, signInName: 'LEAD' })),
    ]).toEqual([taken, taken])
  })

  test('are not changed by two at once: the second is told', async () => {
    const admin = (await emptyApp()).as('administrator')
    const lead = changed(await admin.people.add.mutate(newPerson('lead')))
    const change = (title: string) => admin.people.change.mutate({ ...said(lead), revision: 1, title })
    await change('One')
    expect([await refusalOf(change('Other')), (await admin.people.screen.query()).people[0]?.title]).toEqual([
      { code: 'stale', detail: { entity: 'account', id: lead.id } },
      'One',
    ])
  })

  test('belong to an organisation and hold roles for things that are there', async () => {
    const admin = (await emptyApp()).as('administrator')
    const answers = [
      await refusalOf(admin.people.add.mutate(newPerson('a', { organisationId: nowhere }))),
      await refusalOf(
        admin.people.add.mutate(
          newPerson('b', { assignments: [asRole('scheme_lead', { kind: 'scheme', id: nowhere })] }),
        ),
      ),
    ]
    expect(answers).toEqual([
      { code: 'not-found', detail: { entity: 'organisation', id: nowhere } },
      { code: 'not-found', detail: { entity: 'scheme', id: nowhere } },
    ])
  })

  test('keep the roles that they held on record', async () => {
    const { as, at } = await emptyApp()
    const admin = as('administrator')
    const lead = changed(await admin.people.add.mutate(newPerson('lead', { assignments: [asRole('scheme_lead')] })))
    at('2020-09-02')
    expect(await refusalOf(admin.people.change.mutate({ ...said(lead), revision: 1, assignments: [] }))).toEqual({
      code: 'held-before',
      detail: { role: 'scheme_lead', fromOn: '2020-09-01' },
    })
  })

  test('end yesterday at the earliest', async () => {
    const admin = (await emptyApp()).as('administrator')
    const lead = changed(await admin.people.add.mutate(newPerson('lead')))
    expect(await refusalOf(admin.people.end.mutate({ id: lead.id, revision: 1, endedOn: on('2020-08-30') }))).toEqual({
      code: 'date-order',
      detail: { earlier: '2020-08-31', later: '2020-08-30' },
    })
  })
})

describe('administrators', () => {
  test('are never none: the last one is not ended, nor loses the role, nor gets a last day', async () => {
    const { as } = await emptyApp()
    const admin = as('administrator')
    const one = changed(await admin.people.add.mutate(newPerson('one', { assignments: [asRole('administrator')] })))
    const last = { code: 'last-administrator', detail: {} }
    const changeRoles = (assignments: ReturnType<typeof asRole>[]) =>
      refusalOf(admin.people.change.mutate({ ...said(one), revision: 1, assignments }))
    expect([
      await refusalOf(admin.people.end.mutate({ id: one.id, revision: 1, endedOn: on('2021-09-01') })),
      await changeRoles([]),
      await changeRoles([{ ...asRole('administrator'), toOn: on('2030-01-01') } as never]),
    ]).toEqual([last, last, last])
    await admin.people.add.mutate(newPerson('two', { assignments: [asRole('administrator')] }))
    await admin.people.end.mutate({ id: one.id, revision: 1, endedOn: on('2020-09-01') })
  })

  test('without a password do not count where people sign in', async () => {
    const { desk, head, asPerson } = await signedApp()
    await desk.session.actAs.mutate({ accountId: head.id, role: 'administrator' })
    const { id } = changed(await desk.people.add.mutate(newPerson('two', { assignments: [asRole('administrator')] })))
    const two = asPerson(id, 'administrator')
    const end = () => two.people.end.mutate({ id: head.id, revision: 1, endedOn: on('2020-09-01') })
    expect(await refusalOf(end())).toEqual({ code: 'last-administrator', detail: {} })
    await desk.people.setPassword.mutate({ accountId: id, password: 'first of them all' })
    await end()
  })

  test('do not change their own roles, nor end themselves; their title they may change', async () => {
    const { desk, head } = await signedApp()
    await desk.session.actAs.mutate({ accountId: head.id, role: 'administrator' })
    await desk.people.add.mutate(
      newPerson('two', { assignments: [asRole('administrator')], password: 'first of them all' }),
    )
    const own = { code: 'own-roles', detail: {} }
    const roles = [...said(head).assignments, asRole('s151_officer')]
    expect([
      await refusalOf(desk.people.change.mutate({ ...said(head), revision: 1, assignments: roles })),
      await refusalOf(desk.people.end.mutate({ id: head.id, revision: 1, endedOn: on('2020-09-01') })),
    ]).toEqual([own, own])
    const { value } = await desk.people.change.mutate({ ...said(head), revision: 1, title: 'Head of finance' })
    expect(value?.title).toBe('Head of finance')
  })

  test('come first: signing in begins with the password of one who lasts, and not in a demonstration', async () => {
    const { as } = await emptyApp()
    const admin = as('administrator')
    const temporary = { ...asRole('administrator'), toOn: on('2021-01-01') }
    const first = { code: 'administrator-first', detail: {} }
    const password = 'first of them all'
    const lead = changed(await admin.people.add.mutate(newPerson('lead')))
    const answers = [
      await refusalOf(admin.people.setPassword.mutate({ accountId: lead.id, password })),
      await refusalOf(admin.people.add.mutate(newPerson('a', { assignments: [temporary], password }))),
    ]
    await admin.programme.openSample.mutate()
    const one = newPerson('one', { assignments: [asRole('administrator')], password })
    answers.push(await refusalOf(admin.people.add.mutate(one)))
    expect(answers).toEqual([
      first,
      first,
      { code: 'wrong-status', detail: { is: 'a demonstration', needs: 'a programme of your own' } },
    ])
  })
})

describe('a role for a part of the programme', () => {
  test('reaches its scheme and no other, whatever the command', async () => {
    const { as, asPerson, me, theme, scheme } = await programmeApp()
    const other = await addScheme(me, theme.id, 'Sensors')
    const own = { kind: 'scheme' as const, id: scheme.id }
    const { id } = changed(
      await as('administrator').people.add.mutate(newPerson('lead', { assignments: [asRole('scheme_lead', own)] })),
    )
    const lead = asPerson(id, 'scheme_lead')
    await lead.plan.set.mutate({ cells: [planCell(scheme.id, 100)] })
    await lead.schemes.change.mutate({ id: scheme.id, revision: 1, attributes: { ref: 'P1' } })
    const before = (await trailOf(me))[0]?.seq
    const outside = { code: 'outside-scope', detail: { role: 'scheme_lead' } }
    expect([
      await refusalOf(
        lead.plan.set.mutate({ cells: [planCell(scheme.id, 200, { was: 100 }), planCell(other.id, 100)] }),
      ),
      await refusalOf(lead.schemes.change.mutate({ id: other.id, revision: 1, attributes: { ref: 'P2' } })),
      (await trailOf(me))[0]?.seq,
    ]).toEqual([outside, outside, before])
  })

  test('reaches the schemes of its theme, and not what is for the programme as a whole', async () => {
    const { as, asPerson, theme, scheme, source } = await programmeApp()
    const part = { kind: 'theme' as const, id: theme.id }
    const { id } = changed(
      await as('administrator').people.add.mutate(
        newPerson('director', { assignments: [asRole('programme_director', part)] }),
      ),
    )
    const director = asPerson(id, 'programme_director')
    await director.decisions.record.mutate(decisionOf('D1', [lineOn('allocation', scheme.id, 100)]))
    await addScheme(director, theme.id, 'Sensors')
    const outside = { code: 'outside-scope', detail: { role: 'programme_director' } }
    expect([
      await refusalOf(director.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' })),
      await refusalOf(director.sources.retire.mutate({ id: source.id, revision: 1, retiredOn: on('2020-09-01') })),
    ]).toEqual([outside, outside])
  })
})

describe('credentials', () => {
  test('leave in no export; a backup keeps them, and stays what was checked', async () => {
    const { desk, head, folder } = await signedApp()
    const kept = new SQLite(join(folder, 'Own.bcf'), { readonly: true })
    const { hash } = kept.prepare('select hash from credential').get() as { hash: string }
    kept.close()
    const paths = []
    for (const format of ['json', 'csv', 'xlsx', 'sqlite'] as const) {
      paths.push((await desk.exports.everything.mutate({ format })).path)
    }
    const copy = new SQLite(paths.at(-1), { readonly: true })
    const left = ['credential', 'sign_in_failure'].map((table) =>
      copy.prepare(`select count(*) from ${table}`).pluck().get(),
    )
    const text = copy.serialize().toString('latin1') + readFileSync(paths[0] ?? '', 'latin1')
    copy.close()
    await desk.session.actAs.mutate({ accountId: head.id, role: 'administrator' })
    const { path } = await desk.backup.now.mutate()
    await refusalOf(desk.session.signIn.mutate({ signInName: 'head', password: 'wrong password' }))
    const { relation } = await desk.backup.compare.mutate({ path })
    await desk.backup.restore.mutate({ path })
    await desk.session.signIn.mutate({ signInName: 'head', password: secret })
    expect([left, text.includes(hash), relation]).toEqual([[0, 0], false, 'same'])
  })
})
