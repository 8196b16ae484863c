import { cpr4Lines } from '../../../../../domain/returns/cpr4Lines.ts'
import { cpr4Report } from '../../../../../reports/cpr4/report.ts'
import type { MakeReport } from '../reportContext.ts'
import { yearOfScope } from './yearOfScope.ts'

export const makeCpr4: MakeReport = async ({ facts, order }) => {
  const startYear = yearOfScope(order)
  return cpr4Report({
    startYear,
    lines: cpr4Lines(facts, startYear),
    sources: facts.sources,
    hasEnded: facts.asAt.day > `${startYear + 1}-03-31`,
  })
}
