import type { Reading } from '../../../../db/schema.ts'
import { accounts, reportDrafts } from '../../../../db/subjects.ts'
import { titleOf } from '../../../../domain/people/actorTitle.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { certifiers } from '../../../../domain/report/reportLifecycle.ts'
import { ReportName, reportList } from '../../../../domain/report/reportList.ts'
import { scopeKey } from '../../../../domain/report/scopeKey.ts'
import { roleTitles } from '../../../../domain/roles.ts'
import { issuedList } from './issuedList.ts'
import { type NamedScope, reportScopes } from './reportScopes.ts'

/** Every report of the catalogue at the moment of the snapshot: what it can be about, what is being written, what was issued last. */
export const reportCatalogue = async (facts: ProgrammeFacts, db: Reading) => {
  const issues = await issuedList(db, null)
  const drafts = (await reportDrafts.list(db)).filter(({ status }) => status !== 'issued')
  const people = await accounts.list(db)
  const rows = []
  for (const report of ReportName.options) {
    const scopes = await reportScopes(facts, db, report)
    rows.push({
      report,
      ...reportList[report],
      certifiers: certifiers(report).map((role) => roleTitles[role]),
      lastIssue: issues.find((issue) => issue.report === report) ?? null,
      drafts: drafts
        .filter((draft) => draft.report === report)
        .map(({ id, revision, status, order, scope, writers, preparedBy }) => ({
          id,
          revision,
          status,
          order,
          label: labelOf(scopes, scope),
          writers: writers.map((writer) => titleOf(people, writer)),
          preparedBy: preparedBy === null ? null : titleOf(people, preparedBy),
        })),
      /** Why it cannot be made yet; empty where it can. */
      missing: scopes.length > 0 ? '' : `Nothing is on record yet that it could be about: no ${missingWords(report)}`,
      scopes: scopes.length,
    })
  }
  return { asAt: facts.asAt, rows }
}

const missingWords = (report: ReportName): string =>
  reportList[report].scopes.map((kind) => kindWords[kind]).join(', no ')

const kindWords = {
  programme: 'programme',
  scheme: 'scheme',
  decision: 'decision',
  request: 'request for authority to spend',
  case: 'business case',
  meeting: 'meeting',
  year: 'year',
} as const

const labelOf = (scopes: readonly NamedScope[], key: string): string =>
  scopes.find(({ scope }) => scopeKey(scope) === key)?.label ?? key
