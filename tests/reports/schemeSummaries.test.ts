import { expect, test } from 'vitest'
import { schemes } from '../../db/subjects.ts'
import { calendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { contentText } from './support/contentText.ts'
import { expectReport } from './support/expectReport.ts'
import { leedsReports } from './support/leedsReports.ts'

const leeds = leedsReports()

test('the scheme summaries of the Leeds sample hold what their golden holds', async () => {
  const { model } = await leeds.make('scheme-summaries')
  expectReport('scheme-summaries', model)
})

test('a summary of one scheme has that scheme alone', async () => {
  const all = await leeds.look(calendarDay('2020-08-28'), (db) => schemes.list(db))
  const id = all.find(({ shortName }) => shortName === 'Mindwell')?.id as Id
  const { model } = await leeds.make('scheme-summaries', { scope: { kind: 'scheme', id } })
  expect(contentText(model).split('\n')).toEqual([
    '4 Scheme summaries | Mindwell Mental Health portal | DRAFT | £ | portrait',
    '# Care Records and Corporate',
    'Records, clinical and organisational, that everyone who gives care can share.',
    '## Mindwell Mental Health portal',
    'Public web portal of 2016 for adult mental health, on a platform that can hardly be supported any more and cannot meet accessibility standards. One move to a new platform with all its content. The plan is £115,000 in 2020/21. Its business case for 2020/21 has been recommended.',
    'missing: Who leads or provides it is not recorded for Mindwell Mental Health portal.',
    'missing: What it is to bring is not recorded for Mindwell Mental Health portal.',
    '',
  ])
})

test('a summary of a scheme that is not there is refused', async () => {
  const scope = { kind: 'scheme' as const, id: '01J00000000000000000000000' as Id }
  await expect(leeds.make('scheme-summaries', { scope })).rejects.toMatchObject({ code: 'not-found' })
})
