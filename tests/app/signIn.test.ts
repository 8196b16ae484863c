import { chmodSync, copyFileSync } from 'node:fs'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { Role } from '../../domain/roles.ts'
import { createApp } from '../../electron/app/app.ts'
import { nodePorts } from '../../electron/hosts/nodePorts.ts'
import { refusalOf } from '../support/openTestApp.ts'
import { exportOf } from './support/exportOf.ts'
import { changed, emptyApp, on, trailOf } from './support/programmeApp.ts'
import { newPerson, secret, signedApp, wholeProgramme } from './support/signedApp.ts'

const needs = (why: string) => ({ code: 'sign-in-needed', detail: { why } })
const refused = { code: 'sign-in-refused', detail: {} }
const minutes = (count: number) => count * 60_000

type SignedApp = Awaited<ReturnType<typeof signedApp>>

const guess = async ({ desk }: Pick<SignedApp, 'desk'>, signInName = 'head', password = 'wrong password') =>
  await refusalOf(desk.session.signIn.mutate({ signInName, password }))

/** Guesses as often, waiting out each delay. */
const guessOften = async (app: SignedApp, times: number, signInName = 'head') => {
  for (let time = 0; time < times; time += 1) {
    app.wait(minutes(15))
    expect(await guess(app, signInName)).toEqual(refused)
  }
}

const asRole = (role: Role) => ({ role, scope: wholeProgramme, fromOn: on('2020-09-01'), toOn: null })

/** A second administrator, who has chosen a password of their own. */
const withSecond = async (app: SignedApp) => {
  await app.desk.session.actAs.mutate({ accountId: app.head.id, role: 'administrator' })
  const second = changed(
    await app.desk.people.add.mutate(
      newPerson('second', { assignments: [asRole('administrator')], password: 'first of them all' }),
    ),
  )
  const other = app.as(undefined, 'other')
  await other.session.signIn.mutate({ signInName: 'second', password: 'first of them all' })
  await other.session.changePassword.mutate({ old: 'first of them all', password: 'second of them all' })
  return { second, other }
}

describe('who makes a programme', () => {
  test('is its first person, is signed in at once, and everything they do is by them', async () => {
    const { desk, head, door } = await signedApp()
    await desk.themes.add.mutate({ name: 'Records', aliases: [], objective: '' })
    const events = await trailOf(desk)
    expect([events.map(({ operation, by }) => `${operation} by ${by}`), await door()]).toMatchObject([
      [
        'themes.add by Head of partnerships, as programme director',
        'programme.start by Head of partnerships, as administrator',
      ],
      { asksForSignIn: true, needs: null, person: { id: head.id, title: 'Head of partnerships' } },
    ])
  })

  test('without a first person leaves a programme in which anybody picks a role', async () => {
    const { as } = await emptyApp()
    const { door } = await as('viewer').session.screen.query()
    expect(door).toEqual({
      asksForSignIn: false,
      needs: null,
      person: null,
      locksIn: null,
      programme: 'Records for all',
      people: [],
    })
  })
})

describe('signing in', () => {
  test('lets a person in whatever the capitals of the name, in a role that they hold', async () => {
    const { as, head } = await signedApp()
    const other = as(undefined, 'other')
    expect(await refusalOf(other.programme.screen.query({ asAt: null }))).toEqual(needs('signed-out'))
    expect(await other.session.signIn.mutate({ signInName: ' HEAD ', password: secret })).toEqual({
      accountId: head.id,
      role: 'programme_director',
      mustChange: false,
    })
    expect((await other.programme.screen.query({ asAt: null })).programme.name).toBe('Records for all')
  })

  test('is refused alike for a wrong password and for a name that nobody has', async () => {
    const app = await signedApp()
    expect([await guess(app), await guess(app, 'nobody'), await guess(app, 'head', `${secret} `)]).toEqual([
      refused,
      refused,
      refused,
    ])
  })

  test('shows nothing of the programme but its name before', async () => {
    const { as } = await signedApp()
    const session = await as(undefined, 'other').session.screen.query()
    expect([session.programme, session.door]).toEqual([
      null,
      {
        asksForSignIn: true,
        needs: 'signed-out',
        person: null,
        locksIn: null,
        programme: 'Records for all',
        people: [],
      },
    ])
  })

  test('ends with signing out, and when another programme is opened or this one again', async () => {
    const app = await signedApp()
    await app.desk.session.signOut.mutate()
    expect((await app.door()).needs).toBe('signed-out')
    await app.desk.session.signIn.mutate({ signInName: 'head', password: secret })
    await app.desk.programme.open.mutate({ path: 'Own' })
    expect((await app.door()).needs).toBe('signed-out')
  })

  test('is not open to whoever has a role but no name', async () => {
    const { as, post } = await signedApp()
    expect(await refusalOf(as('administrator').people.screen.query())).toEqual(needs('signed-out'))
    const answer = await post('/export', exportOf('appendix-a', 'csv'))
    expect([answer.status, (await answer.json()).error.data.failure]).toEqual([400, needs('signed-out')])
  })

  test('is by a password of which only what scrypt made of it is kept', async () => {
    const { folder } = await signedApp()
    const raw = new SQLite(join(folder, 'Own.bcf'), { readonly: true })
    const kept = raw.prepare('select length(salt) salt, length(hash) hash, cost, must_change from credential').all()
    const everything = raw.serialize().toString('latin1')
    raw.close()
    expect([kept, everything.includes(secret)]).toEqual([[{ salt: 32, hash: 64, cost: 2 ** 4, must_change: 0 }], false])
  })
})

test('a password costs whoever guesses it what is held to be enough', () => {
  expect(nodePorts(null).passwordCost).toBeGreaterThanOrEqual(2 ** 17)
})

describe('a wrong password', () => {
  test('costs waiting from the fourth on, for a known name as for an unknown one', async () => {
    for (const name of ['head', 'nobody']) {
      const app = await signedApp()
      const answers = []
      for (let time = 0; time < 5; time += 1) answers.push(await guess(app, name))
      app.wait(2000)
      answers.push(await guess(app, name), await guess(app, name))
      expect(answers).toEqual([
        ...Array(4).fill(refused),
        { code: 'sign-in-wait', detail: { seconds: 2 } },
        refused,
        { code: 'sign-in-wait', detail: { seconds: 4 } },
      ])
    }
  })

  test('costs it although a hundred come at once', async () => {
    const app = await signedApp()
    const answers = await Promise.all(Array.from({ length: 100 }, () => guess(app)))
    expect(answers.filter(({ code }) => code === 'sign-in-refused')).toHaveLength(4)
  })

  test('keeps out the right one too, until the delay is over; then everything is forgiven', async () => {
    const app = await signedApp()
    await guessOften(app, 4)
    expect(await guess(app, 'head', secret)).toEqual({ code: 'sign-in-wait', detail: { seconds: 2 } })
    app.wait(2000)
    await app.desk.session.signIn.mutate({ signInName: 'head', password: secret })
    expect([await guess(app), await guess(app), await guess(app), await guess(app)]).toEqual(Array(4).fill(refused))
  })

  test('is remembered over a restart, and a clock that is set back shortens no delay', async () => {
    const app = await signedApp()
    await guessOften(app, 6)
    app.at('2020-08-01')
    expect(await guess(app)).toEqual({ code: 'sign-in-wait', detail: { seconds: 8 } })
    await app.desk.programme.close.mutate()
    const again = createApp({ ...app.ports, uptime: () => 0 })
    await again.open(join(app.folder, 'Own.bcf'))
    const body = JSON.stringify({ signInName: 'head', password: secret })
    const headers = { 'content-type': 'application/json' }
    const request = new Request('http://bcf.test/api/session.signIn', { method: 'POST', headers, body })
    const answer = (await (await again.fetch(request, { session: 'desk' })).json()) as {
      error: { data: { failure: unknown } }
    }
    await again.close()
    expect(answer.error.data.failure).toEqual({ code: 'sign-in-wait', detail: { seconds: 8 } })
  })

  test('leaves one event when it was the fifth in ten minutes, without what was typed', async () => {
    const app = await signedApp()
    await guessOften(app, 6)
    await guessOften(app, 5, 'my password by mistake')
    app.wait(minutes(15))
    await app.desk.session.signIn.mutate({ signInName: 'head', password: secret })
    const events = (await trailOf(app.desk)).filter(({ operation }) => operation === 'session.signIn')
    expect(events.map(({ transition, by, subject, detail }) => ({ transition, by, subject, detail }))).toEqual([
      {
        transition: 'sign-in-refused-repeatedly',
        by: 'System',
        subject: { kind: 'programme', id: expect.any(String), name: 'Records for all' },
        detail: { failures: 5, isKnownName: false },
      },
      {
        transition: 'sign-in-refused-repeatedly',
        by: 'System',
        subject: { kind: 'account', id: app.head.id, name: 'Head of partnerships' },
        detail: { failures: 5, isKnownName: true },
      },
    ])
    expect((await app.desk.audit.verify.mutate()).faults).toEqual([])
  })

  test('costs the same in a file that cannot be written, and right ones let in', async () => {
    const app = await signedApp()
    await app.desk.programme.close.mutate()
    copyFileSync(join(app.folder, 'Own.bcf'), join(app.folder, 'Backup.bcf'))
    chmodSync(join(app.folder, 'Backup.bcf'), 0o444)
    await app.desk.programme.open.mutate({ path: 'Backup' })
    expect([await guess(app), await guess(app), await guess(app), await guess(app)]).toEqual(Array(4).fill(refused))
    app.wait(2000)
    await app.desk.session.signIn.mutate({ signInName: 'head', password: secret })
    expect((await app.door()).needs).toBe(null)
  })
})

describe('a session', () => {
  test('locks itself after a quarter of an hour without a call, and goes on after the password', async () => {
    const app = await signedApp()
    await app.desk.session.actAs.mutate({ accountId: app.head.id, role: 'administrator' })
    app.wait(minutes(15))
    await app.desk.people.screen.query()
    app.wait(minutes(15) + 1)
    expect([
      await refusalOf(app.desk.people.screen.query()),
      await refusalOf(app.desk.session.stay.mutate()),
      await app.door(),
    ]).toMatchObject([needs('idle'), needs('idle'), { needs: 'idle', person: { signInName: 'head' }, locksIn: null }])
    await app.desk.session.signIn.mutate({ signInName: 'head', password: secret })
    expect((await app.desk.session.screen.query()).role).toBe('administrator')
  })

  test('stays open while somebody types, and what the frame asks does not keep it open', async () => {
    const app = await signedApp()
    app.wait(minutes(10))
    await app.desk.session.stay.mutate()
    app.wait(minutes(10))
    expect((await app.door()).locksIn).toBe(minutes(5))
    app.wait(minutes(6))
    expect((await app.door()).needs).toBe('idle')
  })

  test('locks by the clock of the wall where the other stood still, as in a computer that sleeps', async () => {
    const app = await signedApp()
    app.at('2020-09-01T09:16:00.000Z')
    expect((await app.door()).needs).toBe('idle')
  })

  test('ends when the roles of the person change, and when the account ends', async () => {
    const app = await signedApp()
    const { second, other } = await withSecond(app)
    const { people } = await app.desk.people.screen.query()
    const { revision, assignments } = people.find(({ id }) => id === second.id) as (typeof people)[number]
    const { title, signInName } = second
    await app.desk.people.change.mutate({
      id: second.id,
      revision,
      title,
      signInName,
      organisationId: null,
      assignments: [...assignments.map(({ delegationLimit: _, ...rest }) => rest), asRole('viewer')],
    })
    expect(await refusalOf(other.people.screen.query())).toEqual(needs('changed'))
    await other.session.signIn.mutate({ signInName: 'second', password: 'second of them all' })
    await app.desk.people.end.mutate({ id: second.id, revision: revision + 1, endedOn: on('2020-08-31') })
    expect([
      await refusalOf(other.people.screen.query()),
      await refusalOf(other.session.signIn.mutate({ signInName: 'second', password: 'second of them all' })),
    ]).toEqual([needs('changed'), refused])
  })

  test('ends on the day on which the role in use ends', async () => {
    const app = await signedApp()
    await app.desk.session.actAs.mutate({ accountId: app.head.id, role: 'administrator' })
    const lead = { ...asRole('scheme_lead'), toOn: on('2020-09-30') }
    await app.desk.people.add.mutate(newPerson('lead', { assignments: [lead], password: 'first of them all' }))
    const other = app.as(undefined, 'other')
    app.at('2020-09-30')
    await other.session.signIn.mutate({ signInName: 'lead', password: 'first of them all' })
    await other.session.changePassword.mutate({ old: 'first of them all', password: 'second of them all' })
    app.at('2020-10-01')
    expect(await refusalOf(other.people.screen.query())).toEqual(needs('changed'))
  })
})

describe('a password', () => {
  test('that an administrator gave is good for choosing another, and for nothing else', async () => {
    const app = await signedApp()
    await app.desk.session.actAs.mutate({ accountId: app.head.id, role: 'administrator' })
    const lead = newPerson('lead', { assignments: [asRole('scheme_lead')], password: 'first of them all' })
    await app.desk.people.add.mutate(lead)
    const other = app.as(undefined, 'other')
    const answer = await other.session.signIn.mutate({ signInName: 'lead', password: 'first of them all' })
    const refusals = [
      await refusalOf(other.people.screen.query()),
      await refusalOf(other.session.changePassword.mutate({ old: 'first of them all', password: 'first of them all' })),
      await refusalOf(other.session.changePassword.mutate({ old: 'another of them', password: 'second of them all' })),
    ]
    await other.session.changePassword.mutate({ old: 'first of them all', password: 'second of them all' })
    await other.people.screen.query()
    expect([answer.mustChange, refusals, (await trailOf(other))[0]]).toMatchObject([
      true,
      [
        needs('first-password'),
        { code: 'weak-password', detail: { why: 'same' } },
        { code: 'wrong-password', detail: {} },
      ],
      { operation: 'session.changePassword', transition: 'own password changed', by: 'Office of lead, as scheme lead' },
    ])
  })

  test('that an administrator gives anew ends the sessions that the old one opened', async () => {
    const app = await signedApp()
    const { second, other } = await withSecond(app)
    await app.desk.people.setPassword.mutate({ accountId: second.id, password: 'third of them all' })
    expect([
      await refusalOf(other.people.screen.query()),
      (await trailOf(app.desk))[0]?.transition,
      await refusalOf(other.session.signIn.mutate({ signInName: 'second', password: 'second of them all' })),
    ]).toEqual([needs('changed'), 'password set', refused])
  })

  test('of one’s own is changed only with the old one, by nobody who is not signed in, and never guessed that way', async () => {
    const app = await signedApp()
    await app.desk.session.actAs.mutate({ accountId: app.head.id, role: 'administrator' })
    const change = (old: string) =>
      refusalOf(app.desk.session.changePassword.mutate({ old, password: 'second of them all' }))
    const answers = [
      await refusalOf(app.desk.people.setPassword.mutate({ accountId: app.head.id, password: 'third of them all' })),
      await refusalOf(
        app.as(undefined, 'other').session.changePassword.mutate({ old: secret, password: 'second of them all' }),
      ),
    ]
    for (let time = 0; time < 5; time += 1) answers.push(await change('not my password'))
    expect(answers).toEqual([
      { code: 'not-permitted', detail: { operation: 'people.setPassword', role: 'administrator' } },
      needs('signed-out'),
      ...Array(4).fill({ code: 'wrong-password', detail: {} }),
      { code: 'sign-in-wait', detail: { seconds: 2 } },
    ])
  })
})

describe('acting in another role', () => {
  test('is open to a person for the roles they hold, and not as somebody else', async () => {
    const app = await signedApp()
    const { second } = await withSecond(app)
    const act = (accountId: typeof second.id | null, role: Role) =>
      refusalOf(app.desk.session.actAs.mutate({ accountId, role }))
    expect([
      await act(app.head.id, 's151_officer'),
      await act(second.id, 'administrator'),
      await act(null, 'administrator'),
      await refusalOf(app.as(undefined, 'new').session.actAs.mutate({ accountId: app.head.id, role: 'administrator' })),
    ]).toEqual([
      { code: 'not-permitted', detail: { operation: 'session.actAs', role: 's151_officer' } },
      needs('signed-out'),
      needs('signed-out'),
      needs('signed-out'),
    ])
  })

  test('is open to everybody as every person where nobody signs in', async () => {
    const { as } = await emptyApp()
    const lead = newPerson('lead', { assignments: [asRole('scheme_lead')] })
    const { id } = changed(await as('administrator').people.add.mutate(lead))
    const desk = as(undefined, 'desk')
    await desk.session.actAs.mutate({ accountId: id, role: 'scheme_lead' })
    expect([
      await desk.session.screen.query(),
      await refusalOf(desk.session.actAs.mutate({ accountId: id, role: 'viewer' })),
    ]).toMatchObject([
      { role: 'scheme_lead', door: { asksForSignIn: false, person: { id, title: 'Office of lead' } } },
      { code: 'not-permitted', detail: { operation: 'session.actAs', role: 'viewer' } },
    ])
  })
})
