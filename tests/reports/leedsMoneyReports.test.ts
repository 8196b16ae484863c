import { describe, expect, test } from 'vitest'
import type { ReportName } from '../../domain/report/reportList.ts'
import type { ReportScope } from '../../domain/report/reportOrder.ts'
import { addUp } from '../../reports/model/addUp.ts'
import { ReportModel } from '../../reports/model/reportModel.ts'
import { contentText } from './support/contentText.ts'
import { expectGolden } from './support/expectGolden.ts'
import { leedsReports } from './support/leedsReports.ts'

const { make } = leedsReports()

const year: ReportScope = { kind: 'year', startYear: 2020 }

const programme: ReportScope = { kind: 'programme' }

const reports: [ReportName, ReportScope][] = [
  ['capital-monitoring', year],
  ['carry-forward', year],
  ['change-register', programme],
  ['authority-ledger', programme],
  ['bcf-plan', year],
  ['bcf-quarterly', year],
  ['cpr4', year],
  ['benefits', programme],
  ['one-pager', programme],
  ['tie-out', programme],
  ['major-projects', programme],
]

describe.each(reports)('the Leeds sample as %s', (report, scope) => {
  test('reads as it was read and agreed, adds up to the penny, and has a name of its own for every part and row', async () => {
    const { model } = await make(report, { scope })
    expectGolden(`report-${report}`, contentText(model))
    expect([addUp(model.parts), ReportModel.parse(model), twice(model)]).toEqual([[], model, []])
  })
})

/** Ids of parts and rows that stand more than once. */
const twice = ({ parts }: ReportModel): string[] => {
  const tables = parts.flatMap((part) => (part.kind === 'table' ? [part] : part.kind === 'chart' ? [part.table] : []))
  const ids = [...parts.map(({ id }) => id), ...tables.flatMap(({ rows }) => rows.map(({ id }) => id))]
  return ids.filter((id, at) => ids.indexOf(id) !== at)
}
