import { amountLimits, fundingSources2023, fundingSources2025, schemeTypes } from './bcfWords.ts'
import type { ReturnField, ReturnQuestion, ReturnTemplate } from './returnTemplate.ts'
import { textField } from './textField.ts'

const amount = (field: ReturnField): ReturnField => ({ ...field, kind: 'amount', limits: amountLimits })

const quarterlyFields = (sources: readonly string[]): ReturnField[] => [
  textField('schemeId', 'Scheme ID', 'Number of the scheme in the plan of the Better Care Fund'),
  textField('schemeName', 'Scheme Name', 'Name of the scheme'),
  textField('schemeType', 'Scheme Type', 'One of the types of the template', { words: schemeTypes }),
  textField('subType', 'Sub Types', 'One of the sub types of its type'),
  textField('source', 'Source of Funding', 'One of the sources of the template', {
    words: sources,
    source: 'Ledger and funding source',
  }),
  {
    ...amount(
      textField('planned', 'Planned Expenditure', 'Expenditure plan of the year', { source: 'Ledger, level plan' }),
    ),
    colour: 'grey',
  },
  amount(
    textField('actual', 'Actual Expenditure to date', 'Payments of the year so far', {
      source: 'Ledger, level actual',
    }),
  ),
  textField('plannedOutputs', 'Planned outputs', 'As in the plan; the program keeps no outputs', {
    needed: 'never',
    source: 'Not kept in the program',
  }),
  textField('outputs', 'Outputs delivered to date', 'The program keeps no outputs', {
    needed: 'never',
    source: 'Not kept in the program',
  }),
  textField('unit', 'Unit of Measure', 'Unit of the outputs', { needed: 'never', source: 'Not kept in the program' }),
  textField('hasIssues', 'Implementation issues? (Yes/No)', 'Whether an issue of the scheme is open', {
    words: ['Yes', 'No'],
    source: 'Register of issues, highlight reports',
  }),
  textField('issues', 'If yes, describe', 'The open issues', {
    needed: { field: 'hasIssues', words: ['Yes'] },
    source: 'Register of issues',
  }),
]

const yesOrNo = ['Yes', 'No']

/** The section 75 agreement, the four national conditions and what happened, as the template asks for them. */
const questions: readonly ReturnQuestion[] = [
  { id: 's75', question: 'Is a section 75 agreement in place for the pooled fund?', words: yesOrNo },
  { id: 'condition1', question: 'National condition 1: plans are jointly agreed', words: yesOrNo },
  {
    id: 'condition2',
    question: 'National condition 2: people are enabled to stay well, safe and independent at home for longer',
    words: yesOrNo,
  },
  {
    id: 'condition3',
    question: 'National condition 3: the right care is given in the right place at the right time',
    words: yesOrNo,
  },
  {
    id: 'condition4',
    question: 'National condition 4: the NHS contribution to adult social care is maintained',
    words: yesOrNo,
  },
  { id: 'successes', question: 'What has gone well', words: [] },
  { id: 'challenges', question: 'What has been difficult', words: [] },
]

/** The layouts of the quarterly and year-end return, the earliest first. */
export const bcfQuarterlyTemplates: readonly [ReturnTemplate, ...ReturnTemplate[]] = [
  {
    name: '2023 to 2025',
    years: { from: 2023, to: 2024 },
    fields: quarterlyFields(fundingSources2023),
    questions,
    doubt: '',
  },
  {
    name: '2025/26',
    years: { from: 2025, to: 2025 },
    fields: quarterlyFields(fundingSources2025),
    questions,
    doubt:
      'Of the template for 2025/26 the sources of funding are known and not the columns: these are those of 2023 to 2025. Compare its headings before anything is pasted.',
  },
]
