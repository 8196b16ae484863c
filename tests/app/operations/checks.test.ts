import { expect, test } from 'vitest'
import { refusalOf } from '../../support/openTestApp.ts'
import { leedsApps } from '../support/leedsApp.ts'
import { changed, director, eventsOf, planCell } from '../support/programmeApp.ts'

const openLeeds = leedsApps()

/** The £65,000 by which the plan of 2021/22 is over its funding, both from the ledger. */
const overFunding = async () => {
  const app = await openLeeds()
  const me = app.as(director)
  const find = async () => {
    const { findings } = await me.checks.screen.query({ asAt: null })
    const shown = findings.find(({ finding }) => finding.id.startsWith('R04') && finding.difference === 65_000_00)
    if (!shown) throw new Error('The finding is not there')
    return shown
  }
  const { finding } = await find()
  const seen = { findingId: finding.id, fingerprint: finding.fingerprint }
  return { ...app, me, find, seen, given: { findings: [seen] } }
}

test('a finding is assigned, answered and closed with a reason, each as an event', async () => {
  const { me, find, given } = await overFunding()
  const states: unknown[] = []
  const events = await eventsOf(me, async () => {
    await me.checks.assign.mutate({ ...given, owner: 'finance_officer' })
    states.push([(await find()).status, (await find()).owner])
    await me.checks.answer.mutate({ ...given, answer: 'Printed in the wrong row' })
    states.push([(await find()).status, (await find()).answer])
    await me.checks.close.mutate({ ...given, reason: 'The next report puts it right' })
    states.push([(await find()).status, (await find()).closedBecause])
  })
  expect([states, events]).toEqual([
    [
      ['open', 'Finance officer'],
      ['answered', 'Printed in the wrong row'],
      ['closed', 'The next report puts it right'],
    ],
    [
      'checks.assign | assigned to finance_officer | programme_director',
      'checks.answer | answered | programme_director',
      'checks.close | closed | programme_director',
    ],
  ])
})

test('a finding opens again by itself when its figures move', async () => {
  const { me, find, seen, given } = await overFunding()
  await me.checks.close.mutate({ ...given, reason: 'Known' })
  const { schemes } = await me.programme.screen.query({ asAt: null })
  const estates = schemes.find(({ ref }) => ref === 'EB')
  if (!estates) throw new Error('The scheme is not there')
  await me.plan.set.mutate({ cells: [planCell(estates.id, 151_000, { was: 150_000, startYear: 2021 })] })
  const { findings } = await me.checks.screen.query({ asAt: null })
  const moved = findings.find(({ finding }) => finding.id === seen.findingId)
  expect([moved?.finding.difference, moved?.status, moved?.hasReopened]).toEqual([66_000_00, 'open', true])
  await me.undo.undo.mutate({})
  expect(await find()).toMatchObject({ status: 'closed', hasReopened: false })
})

test('nobody closes a finding that they have not seen, that is not there, or that is closed', async () => {
  const { me, seen, given } = await overFunding()
  const stale = { code: 'stale', detail: { entity: 'finding', id: seen.findingId } }
  const missing = { code: 'not-found', detail: { entity: 'finding', id: 'R00 nowhere' } }
  const unseen = { findings: [{ ...seen, fingerprint: 'other figures' }] }
  const elsewhere = { findings: [seen, { ...seen, findingId: 'R00 nowhere' }] }
  expect([
    await refusalOf(me.checks.close.mutate({ ...unseen, reason: 'x' })),
    await refusalOf(me.checks.answer.mutate({ ...unseen, answer: 'x' })),
    await refusalOf(me.checks.assign.mutate({ ...elsewhere, owner: 'viewer' })),
  ]).toEqual([stale, stale, missing])

  changed(await me.checks.answer.mutate({ ...given, answer: 'Seen' }))
  expect(await refusalOf(me.checks.answer.mutate({ ...given, answer: 'Again' }))).toEqual({
    code: 'wrong-status',
    detail: { is: 'answered', needs: 'open' },
  })
  await me.checks.close.mutate({ ...given, reason: 'Done' })
  const closed = { code: 'wrong-status', detail: { is: 'closed', needs: 'open or answered' } }
  expect([
    await refusalOf(me.checks.close.mutate({ ...given, reason: 'Again' })),
    await refusalOf(me.checks.assign.mutate({ ...given, owner: 'viewer' })),
  ]).toEqual([closed, closed])
})

test('the findings of one cause are dealt with together, as one event, or not at all', async () => {
  const { me } = await overFunding()
  const statuses = async (ids: string[]) =>
    (await me.checks.screen.query({ asAt: null })).findings
      .filter(({ finding }) => ids.includes(finding.id))
      .map(({ status, owner }) => `${status}, ${owner ?? 'nobody'}`)
  const { causes, findings } = await me.checks.screen.query({ asAt: null })
  const cause = causes.find(({ consequenceIds }) => consequenceIds.length === 1)
  if (!cause) throw new Error('No cause has one consequence')
  const ids = [cause.mainId, ...cause.consequenceIds]
  const both = findings
    .filter(({ finding }) => ids.includes(finding.id))
    .map(({ finding }) => ({ findingId: finding.id, fingerprint: finding.fingerprint }))

  const events = await eventsOf(me, async () => {
    await me.checks.assign.mutate({ findings: both, owner: 'finance_officer' })
  })
  const [first, second] = both
  if (!first || !second) throw new Error('The cause has lost a finding')
  const half = { findings: [first, { ...second, fingerprint: 'other figures' }], reason: 'Known' }
  expect([
    events,
    await statuses(ids),
    (await refusalOf(me.checks.close.mutate(half)))?.code,
    await statuses(ids),
  ]).toEqual([
    ['checks.assign | assigned to finance_officer | programme_director'],
    ['open, Finance officer', 'open, Finance officer'],
    'stale',
    ['open, Finance officer', 'open, Finance officer'],
  ])
})

test('a finding is not closed without words', async () => {
  const { me, given } = await overFunding()
  expect(await refusalOf(me.checks.close.mutate({ ...given, reason: '   ' }))).toMatchObject({
    code: 'bad-request',
    detail: { fields: [{ path: 'reason' }] },
  })
})

test('what was done about a finding is seen as at its day', async () => {
  const { me, at, seen, given, find } = await overFunding()
  at('2020-10-01')
  await me.checks.close.mutate({ ...given, reason: 'Known' })
  const { findings } = await me.checks.screen.query({ asAt: '2020-09-30' as never })
  expect([findings.find(({ finding }) => finding.id === seen.findingId)?.status, (await find()).status]).toEqual([
    'open',
    'closed',
  ])
})
