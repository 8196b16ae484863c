import type { StartYear } from '../financialYear.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import type { Issue } from '../risk/issue.ts'
import type { ReturnLine, ReturnValue } from './completeness.ts'
import { returnLines } from './returnLines.ts'
import { textValue } from './schemeValues.ts'

interface QuarterlyGiven {
  startYear: StartYear
  issues: readonly Pick<Issue, 'schemeId' | 'kind' | 'title' | 'closedOn'>[]
  /** The schemes that have reported in the year, so that no open issue means that there is none. */
  reported: ReadonlySet<string>
}

/** The lines of the quarterly return: plan and payments of the year by scheme and source, and the issues that are open. */
export const quarterlyReturn = (facts: ProgrammeFacts, { startYear, issues, reported }: QuarterlyGiven): ReturnLine[] =>
  returnLines(facts, ['plan', 'actual'], [startYear]).map(({ id, name, place, values, amountIn }) => {
    const open = issues.filter(
      ({ schemeId, kind, closedOn }) => schemeId === place.id && kind === 'issue' && closedOn === null,
    )
    const amountOf = (level: 'plan' | 'actual'): ReturnValue => {
      const amount = amountIn(level, startYear)
      return amount === null ? null : { kind: 'amount', amount }
    }
    return {
      id,
      name,
      values: {
        ...values,
        planned: amountOf('plan'),
        actual: amountOf('actual'),
        hasIssues: textValue(open.length > 0 ? 'Yes' : reported.has(place.id) ? 'No' : ''),
        issues: textValue(open.map(({ title }) => title).join('; ')),
      },
    }
  })
