import { expect, test } from 'vitest'
import { authorityRequests, decisions } from '../../db/subjects.ts'
import { calendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { expectReport } from './support/expectReport.ts'
import { leedsReports } from './support/leedsReports.ts'

const leeds = leedsReports()
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
