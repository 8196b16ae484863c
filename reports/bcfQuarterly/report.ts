import { formatYear, type StartYear } from '../../domain/financialYear.ts'
import { formatDay } from '../../domain/inWords.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { ReturnLine } from '../../domain/returns/completeness.ts'
import type { ChosenTemplate } from '../../domain/returns/returnTemplate.ts'
import { headingPart } from '../document/parts.ts'
import type { Writing } from '../document/section.ts'
import type { ReportContent } from '../model/reportModel.ts'
import { returnParts } from '../returns/returnParts.ts'
import { answersTable } from './answersTable.ts'
import { incomeTable } from './incomeTable.ts'

interface QuarterlyReport {
  facts: ProgrammeFacts
  startYear: StartYear
  chosen: ChosenTemplate
  lines: readonly ReturnLine[]
  writing: Writing
}

/** Report 14: what was planned and spent of the year, the income by source, and the answers that the template asks for. */
export const bcfQuarterlyReport = ({ facts, startYear, chosen, lines, writing }: QuarterlyReport): ReportContent => {
  const year = formatYear(startYear)
  const { template, fields, doubt } = chosen
  const { parts, gaps } = returnParts({
    table: {
      id: 'spend',
      name: 'Expenditure to date',
      caption: `Better Care Fund expenditure ${year} to ${formatDay(facts.asAt.day)}`,
      notes: [
        'The lines can be pasted under the headings of the national template, which is never written to.',
        'Yellow cells are those that the template asks for; grey ones are given by the plan.',
      ],
    },
    fields,
    lines,
  })
  const answers = template.questions.map(({ id, question }) => ({
    id,
    heading: question,
    text: (writing.narrative[id] ?? '').trim(),
  }))
  const unanswered = answers.filter(({ text }) => text === '').length
  const income = incomeTable(facts, startYear)
  const next = gaps.length === 0 ? 3 : 4
  return {
    about: year,
    orientation: 'landscape',
    unit: '£',
    parts: [
      ...parts,
      headingPart('income-heading', 1, 'Income', String(next)),
      income,
      headingPart('answers-heading', 1, 'Agreement, national conditions and narrative', String(next + 1)),
      answersTable(template.questions, answers),
    ],
    footnotes: [],
    missing: [
      ...(doubt === null ? [] : [doubt]),
      ...(lines.length === 0 ? [`Neither plan nor payments are recorded for ${year}.`] : []),
      ...(lines.some(({ values }) => values.actual != null) ? [] : [`No payments are recorded for ${year}.`]),
      ...(income.rows.length === 0 ? [`No income is recorded for ${year}.`] : []),
      ...(unanswered === 0
        ? []
        : [
            `Nobody has answered ${unanswered} of ${answers.length} questions on the agreement, the conditions and the year.`,
          ]),
      'The program keeps no outputs: planned and delivered outputs are filled in the template.',
    ],
    sections: answers,
  }
}
