import type { ReturnQuestion } from '../../domain/returns/returnTemplate.ts'
import { tableColumn, tablePart, tableRow } from '../document/parts.ts'
import type { NarrativeSection } from '../model/reportModel.ts'
import { textCell } from '../model/tableCell.ts'
import type { TablePart } from '../model/tablePart.ts'

/** What the template asks beside its lines, with what was answered and whether it may be so answered. */
export const answersTable = (questions: readonly ReturnQuestion[], answers: readonly NarrativeSection[]): TablePart =>
  tablePart({
    id: 'answers',
    name: 'Conditions',
    caption: 'Section 75 agreement, national conditions and narrative',
    columns: [
      tableColumn({
        id: 'question',
        kind: 'wide-text',
        label: 'What is asked',
        meaning: 'As the template asks',
        source: 'Template',
      }),
      tableColumn({
        id: 'answer',
        kind: 'wide-text',
        label: 'Answer',
        meaning: 'What was written for this return',
        source: 'Text of the report',
        input: { limits: null, words: [] },
      }),
      tableColumn({
        id: 'checker',
        kind: 'text',
        label: 'Checker',
        meaning: 'Yes where it is answered',
        source: 'Checks',
      }),
    ],
    rows: questions.map(({ id, question, words }) => {
      const text = answers.find((answer) => answer.id === id)?.text ?? ''
      const isRight = text !== '' && (words.length === 0 || words.includes(text))
      return tableRow(`answer/${id}`, [
        textCell(words.length === 0 ? question : `${question} (${words.join('/')})`),
        textCell(text),
        textCell(isRight ? 'Yes' : 'No'),
      ])
    }),
  })
