import { listRequests } from '../../../../db/queries/listRequests.ts'
import type { Reading } from '../../../../db/schema.ts'
import { boards, businessCases, meetings } from '../../../../db/subjects.ts'
import { formatYear } from '../../../../domain/financialYear.ts'
import { formatDay } from '../../../../domain/inWords.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { type ReportName, reportList, type ScopeKind } from '../../../../domain/report/reportList.ts'
import type { ReportScope } from '../../../../domain/report/reportOrder.ts'

export interface NamedScope {
  scope: ReportScope
  label: string
}

/** Requests that are offered; an older one is still reported from its own screen. */
const MOST_REQUESTS = 500

/** What a report can be about at the moment of the snapshot, by kind. */
export const reportScopes = async (facts: ProgrammeFacts, db: Reading, report: ReportName): Promise<NamedScope[]> => {
  const named: NamedScope[] = []
  for (const kind of reportList[report].scopes) named.push(...(await scopesOf[kind](facts, db)))
  return named
}

const scopesOf: Record<ScopeKind, (facts: ProgrammeFacts, db: Reading) => Promise<NamedScope[]> | NamedScope[]> = {
  programme: ({ programme }) => [{ scope: { kind: 'programme' }, label: programme.name }],
  year: ({ programme: { startYear, endYear } }) =>
    Array.from({ length: endYear - startYear + 1 }, (_, at) => startYear + at).map((year) => ({
      scope: { kind: 'year', startYear: year as typeof startYear },
      label: formatYear(year as typeof startYear),
    })),
  scheme: ({ schemes }) => schemes.map(({ id, name }) => ({ scope: { kind: 'scheme', id }, label: name })),
  decision: ({ decisions }) =>
    decisions.map(({ id, reference, title }) => ({ scope: { kind: 'decision', id }, label: `${reference}: ${title}` })),
  async request(_facts, db) {
    const requests = await listRequests(db, { statuses: null, after: null, limit: MOST_REQUESTS })
    return requests.map(({ id, reference, title }) => ({
      scope: { kind: 'request', id },
      label: `${reference}: ${title}`,
    }))
  },
  async case(_facts, db) {
    const cases = await businessCases.list(db)
    return cases.map(({ id, reference, title }) => ({ scope: { kind: 'case', id }, label: `${reference}: ${title}` }))
  },
  async meeting(_facts, db) {
    const names = new Map((await boards.list(db)).map(({ id, name }) => [id, name]))
    return (await meetings.list(db)).map(({ id, boardId, heldOn }) => ({
      scope: { kind: 'meeting', id },
      label: `${names.get(boardId) ?? ''}, ${formatDay(heldOn)}`,
    }))
  },
}
