import { expect, test } from 'vitest'
import { expectReport } from './support/expectReport.ts'
import { leedsReports } from './support/leedsReports.ts'

const leeds = leedsReports()

test('the annual report of the Leeds sample for 2020/21 holds what its golden holds, and what is not known', async () => {
  const { model, sections } = await leeds.make('annual-report', { scope: { kind: 'year', startYear: 2020 } })
  expectReport('annual-report', model)
  expect(sections.map(({ id }) => id)).toEqual(['brief', 'money', 'equality', 'ahead'])
})

test('an annual report of something other than a year is refused', async () => {
  await expect(leeds.make('annual-report')).rejects.toMatchObject({ code: 'bad-scope', detail: { needs: 'year' } })
})
