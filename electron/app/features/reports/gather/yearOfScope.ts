import { fail } from '../../../../../domain/errors.ts'
import type { StartYear } from '../../../../../domain/financialYear.ts'
import type { ReportOrder } from '../../../../../domain/report/reportOrder.ts'

/** The year that a report is about; throws `bad-scope` for a report about anything else. */
export const yearOfScope = ({ report, scope }: ReportOrder): StartYear =>
  scope.kind === 'year' ? scope.startYear : fail('bad-scope', { report, needs: 'year' })
