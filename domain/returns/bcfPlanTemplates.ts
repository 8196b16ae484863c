import {
  amountLimits,
  areasOfSpend,
  commissioners,
  fundingSources2023,
  fundingSources2025,
  providers,
  schemeTypes,
} from './bcfWords.ts'
import type { ReturnField, ReturnTemplate } from './returnTemplate.ts'
import { textField } from './textField.ts'

const isJoint = { field: 'commissioner', words: ['Joint'] }

const share = (id: string, heading: string): ReturnField => ({
  ...textField(id, heading, 'Share of a joint commissioner; both make 100%', { needed: isJoint }),
  kind: 'percent',
})

const expenditure = (at: 1 | 2): ReturnField => ({
  ...textField(`expenditure${at}`, `Expenditure {${at}} (£)`, 'Expenditure plan from this source', {
    source: 'Ledger, level plan',
  }),
  kind: 'amount',
  limits: amountLimits,
})

const outputs = (at: 1 | 2): ReturnField =>
  textField(`outputs${at}`, `Expected outputs {${at}}`, 'What the scheme type counts; the program keeps no outputs', {
    needed: 'never',
    source: 'Not kept in the program',
  })

const planFields = (sources: readonly string[], years: 1 | 2): ReturnField[] => [
  textField('schemeId', 'Scheme ID', 'Number of the scheme in the plan of the Better Care Fund'),
  textField('schemeName', 'Scheme Name', 'Name of the scheme'),
  textField('description', 'Brief Description of Scheme', 'What it does, in a few words'),
  textField('schemeType', 'Scheme Type', 'One of the types of the template', { words: schemeTypes }),
  textField('subType', 'Sub Types', 'One of the sub types of its type'),
  textField('otherType', "Please specify if 'Scheme Type' is 'Other'", 'What other type it is', {
    needed: { field: 'schemeType', words: ['Other'] },
  }),
  outputs(1),
  ...(years === 2 ? [outputs(2)] : []),
  textField('units', 'Units', 'Unit of the outputs', { needed: 'never', source: 'Not kept in the program' }),
  textField('areaOfSpend', 'Area of Spend', 'One of the areas of the template', { words: areasOfSpend }),
  textField('otherArea', "Please specify if 'Area of Spend' is 'other'", 'What other area it is', {
    needed: { field: 'areaOfSpend', words: ['Other'] },
  }),
  textField('commissioner', 'Commissioner', 'NHS, council or both', { words: commissioners }),
  share('nhsShare', '% NHS (if Joint Commissioner)'),
  share('laShare', '% LA (if Joint Commissioner)'),
  textField('provider', 'Provider', 'Kind of provider', { words: providers }),
  textField('source', 'Source of Funding', 'One of the sources of the template', {
    words: sources,
    source: 'Ledger and funding source',
  }),
  textField('isNew', 'New/Existing Scheme', 'Whether it was in the plan before', { words: ['New', 'Existing'] }),
  expenditure(1),
  ...(years === 2 ? [expenditure(2)] : []),
  {
    ...textField('shareOfSpend', '% of Overall Spend (Average)', 'Its expenditure of all years, of that of all lines', {
      needed: 'never',
      source: 'Derived',
    }),
    kind: 'percent',
    colour: 'grey',
  },
]

/** The layouts of the planning return, the earliest first. */
export const bcfPlanTemplates: readonly [ReturnTemplate, ...ReturnTemplate[]] = [
  {
    name: '2023 to 2025',
    years: { from: 2023, to: 2024 },
    fields: planFields(fundingSources2023, 2),
    questions: [],
    doubt: '',
  },
  {
    name: '2025/26',
    years: { from: 2025, to: 2025 },
    fields: planFields(fundingSources2025, 1),
    questions: [],
    doubt:
      'Of the template for 2025/26 the sources of funding are known and not the columns: these are those of 2023 to 2025, for one year. Compare its headings before anything is pasted.',
  },
]
