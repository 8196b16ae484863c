import { formatYear } from '../../domain/financialYear.ts'
import type { CaseStatus } from '../../domain/programme/scheme.ts'

export const caseStatusWords: Record<CaseStatus['status'], string> = {
  not_yet_developed: 'Not yet developed',
  draft: 'Draft',
  recommended: 'Recommended',
  approved: 'Approved',
}

/** What is known of a scheme's business cases: `Recommended 2020/21`, or that nothing is stated. */
export const casesInWords = (cases: readonly Pick<CaseStatus, 'startYear' | 'status'>[]): string =>
  cases.length === 0
    ? 'Not stated'
    : cases
        .map(({ startYear, status }) =>
          startYear === null ? caseStatusWords[status] : `${caseStatusWords[status]} ${formatYear(startYear)}`,
        )
        .join(', ')
