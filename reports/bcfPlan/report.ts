import { formatYear } from '../../domain/financialYear.ts'
import type { ReturnLine } from '../../domain/returns/completeness.ts'
import type { ChosenTemplate } from '../../domain/returns/returnTemplate.ts'
import type { ReportContent } from '../model/reportModel.ts'
import { returnParts } from '../returns/returnParts.ts'

/** Report 13: the expenditure of the plan in the columns of the national template, with the checker of each cell. */
export const bcfPlanReport = (
  lines: readonly ReturnLine[],
  { years, fields, doubt }: ChosenTemplate,
): ReportContent => {
  const inWords = years.map(formatYear).join(' and ')
  const { parts } = returnParts({
    table: {
      id: 'plan',
      name: 'Expenditure',
      caption: `Better Care Fund expenditure plan ${inWords}`,
      notes: [
        'The lines can be pasted under the headings of the national template, which is never written to.',
        'Yellow cells are those that the template asks for; grey ones are worked out.',
      ],
    },
    fields,
    lines,
  })
  return {
    about: inWords,
    orientation: 'landscape',
    unit: '£',
    parts,
    footnotes: [],
    missing: [
      ...(doubt === null ? [] : [doubt]),
      ...(lines.length === 0 ? [`No expenditure plan is recorded for ${inWords}.`] : []),
      'The program keeps no outputs: expected outputs and their units are filled in the template.',
    ],
    sections: [],
  }
}
