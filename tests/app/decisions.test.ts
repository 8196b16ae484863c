import { expect, test } from 'vitest'
import { openTestApp, refusalOf } from '../support/openTestApp.ts'

/** A programme of 2020/21 to 2021/22 with two themes, and a director who acts on it. */
const given = async () => {
  const app = await openTestApp()
  app.at('2020-08-20')
  const director = app.as('programme_director')
  await director.programme.create.mutate({
    fileName: 'Test',
    programme: { name: 'Test', council: 'A council', nhsPartner: '', startYear: 2020, years: 2 },
  })
  const first = (await director.themes.add.mutate({ name: 'Records', aliases: [], objective: '' })).value!
  const second = (await director.themes.add.mutate({ name: 'Networks', aliases: [], objective: '' })).value!
  return { app, director, first, second }
}

const decisionOf = (themeId: string, amounts: { allocation: number; authority: number }) => ({
  reference: 'D1',
  title: 'Records',
  decisionTaker: 'Director of Resources',
  kind: 'key' as const,
  madeOn: '2020-08-20',
  publishedOn: '2020-08-20',
  isCallInEligible: true,
  allocationKind: 'injection' as const,
  note: '',
  effectiveOn: null,
  statedTotals: { allocation: null, authority: null },
  lines: (['allocation', 'authority'] as const).map((level) => ({
    level,
    place: { kind: 'theme' as const, id: themeId },
    startYear: 2020,
    sourceId: null,
    nature: 'capital' as const,
    amount: amounts[level],
  })),
})

test('a preview gives the effective day and refuses as recording would, and leaves no trace', async () => {
  const { director, first } = await given()
  const before = (await director.programme.screen.query({ asAt: null })).asAt
  const preview = await director.decisions.preview.query(decisionOf(first.id, { allocation: 500, authority: 400 }))
  expect([preview.effectiveOn, preview.status]).toEqual(['2020-08-28', 'made'])
  const over = decisionOf(first.id, { allocation: 300, authority: 400 })
  const refusal = await refusalOf(director.decisions.preview.query(over))
  expect(refusal.code).toBe('over-allocation')
  expect(await refusalOf(director.decisions.record.mutate(over))).toEqual(refusal)
  const after = await director.programme.screen.query({ asAt: null })
  expect([after.asAt, after.decisions]).toEqual([before, []])
})

test('a decision shows what it has posted, and which movements were reversed', async () => {
  const { app, director, first } = await given()
  const { value } = await director.decisions.record.mutate(decisionOf(first.id, { allocation: 500, authority: 400 }))
  const screen = () => director.decisions.screen.query({ asAt: null, id: value!.id })
  expect((await screen()).movements).toEqual([])
  app.at('2020-08-28')
  await director.themes.add.mutate({ name: 'Later', aliases: [], objective: '' })
  const posted = (await screen()).movements
  expect(posted.map(({ kind, isReversed, role }) => ({ kind, isReversed, role }))).toEqual([
    { kind: 'injection', isReversed: false, role: 'system' },
    { kind: 'authority-granted', isReversed: false, role: 'system' },
  ])
  await director.decisions.reverseMovement.mutate({ movementId: posted[1]!.id, reason: 'Given twice' })
  expect(
    (await screen()).movements.map(({ kind, isReversed, reversesId, reason, entries }) => ({
      kind,
      isReversed,
      reverses: posted.findIndex((each) => each.id === reversesId),
      reason,
      amounts: entries.map((entry) => entry.amount),
    })),
  ).toEqual([
    { kind: 'injection', isReversed: false, reverses: -1, reason: 'Records', amounts: [500] },
    { kind: 'authority-granted', isReversed: true, reverses: -1, reason: 'Records', amounts: [400] },
    { kind: 'correction', isReversed: false, reverses: 1, reason: 'Given twice', amounts: [-400] },
  ])
})

test('an unknown decision is refused as not-found', async () => {
  const { director, first } = await given()
  expect((await refusalOf(director.decisions.screen.query({ asAt: null, id: first.id }))).code).toBe('not-found')
})

test('themes are put in another order as one change that can be undone', async () => {
  const { director, first, second } = await given()
  const order = async () => (await director.programme.screen.query({ asAt: null })).themes.map((theme) => theme.id)
  await director.themes.reorder.mutate({ ids: [second.id, first.id] })
  expect(await order()).toEqual([second.id, first.id])
  await director.undo.undo.mutate({})
  expect(await order()).toEqual([first.id, second.id])
  expect((await refusalOf(director.themes.reorder.mutate({ ids: [first.id] }))).code).toBe('stale')
  expect((await refusalOf(director.themes.reorder.mutate({ ids: [first.id, first.id] }))).code).toBe('stale')
})

test('a struck-out bank holiday stays in the list with the programme’s changes', async () => {
  const { director } = await given()
  await director.holidays.set.mutate({ on: '2020-08-31', name: 'Summer bank holiday', isHoliday: false })
  const { holidayEdits } = await director.programme.screen.query({ asAt: null })
  expect(holidayEdits.map(({ on, isHoliday }) => ({ on, isHoliday }))).toEqual([{ on: '2020-08-31', isHoliday: false }])
})
