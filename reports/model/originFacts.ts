import type { MoneyUnit } from '../../domain/money.ts'
import { proofOf } from './proofOf.ts'
import type { ReportModel } from './reportModel.ts'

/** What stands under the title of a report: as at which moment, and in which unit. */
export const originLine = ({ asAtInWords, unit }: ReportModel['heading']): string =>
  `${asAtInWords}. Unit: ${unitWords[unit]}.`

const unitWords: Record<MoneyUnit, string> = {
  '£': 'whole pounds, or pounds and pence',
  '£000': "£000's, to one decimal",
  '£m': '£m, to two decimals',
}

/** What stands below a report of where it comes from, and how its file is known again. */
export const originFacts = ({ heading, checks }: ReportModel): { name: string; value: string }[] => {
  const { programme, schemeNumber, asAtInWords, madeInWords, asAt, note } = heading
  return [
    { name: 'Programme', value: schemeNumber === '' ? programme : `${programme}, capital scheme ${schemeNumber}` },
    { name: 'Figures', value: `${asAtInWords}. ${madeInWords}` },
    { name: 'Hash of that event', value: asAt.hash },
    {
      name: 'Rounding',
      value: 'For display only, half away from zero; a line “Rounding” stands where a column as shown does not add',
    },
    { name: 'Checks', value: checksInWords(checks) },
    { name: 'Note', value: note },
    { name: 'Proof', value: proofOf(heading) },
  ].filter(({ value }) => value !== '')
}

/** Only how many: each of them stands in the tie-out report and in the workbook. */
const checksInWords = (checks: ReportModel['checks']): string => {
  if (checks.length === 0) return 'No check found a fault beside these figures'
  const counts = [...Map.groupBy(checks, ({ status }) => status)].map(([status, some]) => `${some.length} ${status}`)
  return `${checks.length} beside these figures: ${counts.join(', ')}`
}
