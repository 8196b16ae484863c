import { expect, test } from 'vitest'
import { businessCases } from '../../db/subjects.ts'
import { calendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { expectReport } from './support/expectReport.ts'
import { leedsReports } from './support/leedsReports.ts'

const leeds = leedsReports()

test('the case for Mindwell holds what its golden holds', async () => {
  const all = await leeds.look(calendarDay('2020-08-28'), (db) => businessCases.list(db))
  const id = all.find(({ title }) => title.startsWith('Mindwell'))?.id as Id
  const { model } = await leeds.make('business-case', { scope: { kind: 'case', id } })
  expectReport('business-case', model)
})

test('a case that is not there is refused', async () => {
  const scope = { kind: 'case' as const, id: '01J00000000000000000000000' as Id }
  await expect(leeds.make('business-case', { scope })).rejects.toMatchObject({ code: 'not-found' })
})
