import type { ReportScope } from './reportOrder.ts'

/** What a report is about as one word: `programme`, `year:2020` or `scheme:ID`; two reports of one key are about the same. */
export const scopeKey = (scope: ReportScope): string =>
  scope.kind === 'programme' ? 'programme' : `${scope.kind}:${scope.kind === 'year' ? scope.startYear : scope.id}`
