import { expect, test } from 'vitest'
import { authorityRequests, decisions } from '../../db/subjects.ts'
import { calendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { leedsApps } from '../app/support/leedsApp.ts'
import { approvedUnderCondition, leedsRoute } from '../app/support/leedsRoute.ts'
import { programmeApp } from '../app/support/programmeApp.ts'
import { requestApp } from '../app/support/requestApp.ts'
import { contentText } from './support/contentText.ts'
import { expectReport } from './support/expectReport.ts'
import { leedsReports } from './support/leedsReports.ts'
import { modelIn } from './support/modelIn.ts'

const leeds = leedsReports()
const openLeeds = leedsApps()
const nowhere = '01J00000000000000000000000' as Id

const decision = async (reference: string) => {
  const all = await leeds.look(calendarDay('2020-08-28'), (db) => decisions.list(db))
  return { kind: 'decision' as const, id: all.find((each) => each.reference === reference)?.id ?? nowhere }
}

const request = async () => {
  const [own] = await leeds.look(calendarDay('2020-08-28'), (db) => authorityRequests.list(db))
  return { kind: 'request' as const, id: own?.id ?? nowhere }
}

test('the record of the decision of August 2020 holds what its golden holds', async () => {
  const { model } = await leeds.make('decision-record', { scope: await decision('ATS-2020') })
  expectReport('decision-record', model)
})

test('the record of a decision that nobody asked for here says what is not recorded of it', async () => {
  const { model } = await leeds.make('decision-record', { scope: await decision('HELM-2018') })
  expect(model.missing).toEqual([
    'The day of publication is not recorded.',
    'No paper is kept that it was made on.',
    'Its wording and its wards are not recorded, as it was not asked for here.',
    'No lead officer is recorded.',
  ])
})

test('the notice of the key decision of August 2020 holds what its golden holds', async () => {
  const { model } = await leeds.make('key-decision-notice', { scope: await request() })
  expectReport('key-decision-notice', model)
})

test('before it is published the notice says what regulation 9 still asks for', async () => {
  const { model } = await leeds.make('key-decision-notice', { scope: await request(), day: '2020-07-21' })
  const particulars = model.parts.find((part) => part.id === 'particulars')
  expect({
    told: particulars?.kind === 'table' ? particulars.rows.map(({ cells }) => cells[2]?.kind) : null,
    missing: model.missing[0],
  }).toEqual({
    told: ['text', 'text', 'text', 'text', 'not-recorded', 'not-recorded', 'not-recorded', 'not-recorded'],
    missing: 'The notice is not published, and its documents and addresses are not stated.',
  })
})

test('the forward plan of the Leeds sample holds what its golden holds, before the decision and after it', async () => {
  const before = await leeds.make('forward-plan', { day: '2020-07-22' })
  const after = await leeds.make('forward-plan')
  expectReport('forward-plan', before.model)
  const table = after.model.parts.find((part) => part.id === 'key-decisions')
  expect(table?.kind === 'table' ? table.rows.map(({ cells }) => cells[4]) : null).toEqual([
    { kind: 'text', text: 'Effective' },
  ])
})

test('what is about the wrong thing, or about one that is not there, is refused', async () => {
  await expect(leeds.make('decision-record')).rejects.toMatchObject({ code: 'bad-scope' })
  await expect(leeds.make('key-decision-notice')).rejects.toMatchObject({ code: 'bad-scope' })
  const missing = { kind: 'decision' as const, id: nowhere }
  await expect(leeds.make('decision-record', { scope: missing })).rejects.toMatchObject({ code: 'not-found' })
})

test('the record of what a board decided counts its votes', async () => {
  const app = await leedsRoute(await openLeeds())
  const { approved } = await approvedUnderCondition(app)
  const { decisions: known } = await app.viewer.programme.screen.query({ asAt: null })
  const id = known.find(({ about }) => about?.id === approved.id)?.id ?? nowhere
  const scope = { kind: 'decision' as const, id }
  const model = await modelIn(app, 'Leeds.bcf', { report: 'decision-record', scope, day: calendarDay('2020-09-24') })
  expect(
    contentText(model)
      .split('\n')
      .filter((line) => /decided on|interest in it/.test(line)),
  ).toEqual([
    'The Integrated Care Executive decided on 24 September 2020 with 3 votes for it, 0 against, no abstentions.',
    'Nobody declared an interest in it.',
  ])
})

test('a notice by general exception says who agreed and why it could not wait', async () => {
  const app = await requestApp()
  const id = await app.begin()
  await app.steps.validate(id)
  await app.steps.financeCheck(id)
  await app.steps.legalCheck(id)
  const agreed = {
    agreedBy: 'Chair of scrutiny',
    agreedOn: calendarDay('2020-09-01'),
    reason: 'The grant ends in October.',
  }
  await app.steps.publishNotice(id, { route: 'general_exception', ...agreed })
  const scope = { kind: 'request' as const, id }
  const model = await modelIn(app, 'Own.bcf', { report: 'key-decision-notice', scope, day: calendarDay('2020-09-01') })
  const lines = contentText(model).split('\n')
  const at = lines.indexOf('# Why less notice is given')
  expect(lines[at + 1]).toBe(
    'Notice is given by general exception.[2] It was agreed by Chair of scrutiny on 1 September 2020, because: The grant ends in October.',
  )
})

test('a programme without key decisions has a forward plan that says so', async () => {
  const model = await modelIn(await programmeApp(), 'Own.bcf', {
    report: 'forward-plan',
    day: calendarDay('2020-09-01'),
  })
  expect(contentText(model)).toContain('No key decision is on its way, and notice was given of none.')
})
