import type { BusinessCase } from '../../domain/businessCase/businessCase.ts'
import { assuranceStatusWords, assuranceTitles, optionKindWords } from '../../domain/businessCase/casePartWords.ts'
import { formatYear } from '../../domain/financialYear.ts'
import { formatDay } from '../../domain/inWords.ts'
import { formatInSentence } from '../../domain/money.ts'
import { DataTable } from './DataTable.tsx'

interface CaseTableProps {
  /** As it is now, or as it was frozen. */
  businessCase: BusinessCase
}

/** The options of a case with what each costs and brings. */
export function CaseOptions({ businessCase }: CaseTableProps) {
  const amount = (value: (typeof businessCase.options)[number]['cost']) =>
    value === null ? 'not stated' : formatInSentence(value)
  return (
    <DataTable
      caption="Options"
      rows={businessCase.options}
      keyOf={({ id }) => id}
      empty="No options are stated."
      columns={[
        {
          id: 'name',
          heading: 'Option',
          isRowHeading: true,
          cell: ({ name, kind }) =>
            name === '' || name === optionKindWords[kind]
              ? optionKindWords[kind]
              : `${name} (${optionKindWords[kind].toLowerCase()})`,
        },
        { id: 'what', heading: 'What is done', cell: ({ description }) => description || 'not stated' },
        { id: 'cost', heading: 'Whole-life cost', align: 'right', cell: ({ cost }) => amount(cost) },
        { id: 'benefit', heading: 'Whole-life benefit', align: 'right', cell: ({ benefit }) => amount(benefit) },
      ]}
    />
  )
}

/** Who has looked at a case, for what, and how far that has come. */
export function CaseAssurances({ businessCase }: CaseTableProps) {
  return (
    <DataTable
      caption="Assurance"
      rows={businessCase.assurance}
      keyOf={({ kind }) => kind}
      empty="No assurance is recorded."
      columns={[
        { id: 'kind', heading: 'Assurance', isRowHeading: true, cell: ({ kind }) => assuranceTitles[kind] },
        { id: 'status', heading: 'Status', cell: ({ status }) => assuranceStatusWords[status] },
        { id: 'reviewer', heading: 'Who looked', cell: ({ reviewer }) => reviewer || 'not recorded' },
        { id: 'on', heading: 'When', cell: ({ on }) => (on === null ? 'not recorded' : formatDay(on)) },
        { id: 'note', heading: 'Note', cell: ({ note }) => note },
      ]}
    />
  )
}

/** What a case brings, from where to where, and who answers for it. */
export function CaseBenefits({ businessCase }: CaseTableProps) {
  return (
    <DataTable
      caption="Benefits"
      rows={businessCase.benefits}
      keyOf={({ id }) => id}
      empty="No benefits are stated."
      columns={[
        { id: 'name', heading: 'Benefit', isRowHeading: true, cell: ({ name }) => name },
        { id: 'owner', heading: 'Owner', cell: ({ owner }) => owner || 'not set' },
        {
          id: 'measure',
          heading: 'Measure',
          cell: ({ measure, unit }) => [measure, unit].filter(Boolean).join(', ') || 'not stated',
        },
        { id: 'baseline', heading: 'Today', cell: ({ baseline }) => baseline || 'not stated' },
        {
          id: 'target',
          heading: 'Target',
          cell: ({ target, targetYear }) =>
            [target, targetYear === null ? '' : formatYear(targetYear)].filter(Boolean).join(', ') || 'not stated',
        },
        {
          id: 'cash',
          heading: 'Cash a year',
          align: 'right',
          cell: ({ cashReleasing }) => (cashReleasing === null ? 'none' : formatInSentence(cashReleasing)),
        },
      ]}
    />
  )
}

/** What can go wrong with a case, and what is done about it. */
export function CaseRisks({ businessCase }: CaseTableProps) {
  const score = (value: number | null) => value ?? 'not assessed'
  return (
    <DataTable
      caption="Risks"
      rows={businessCase.risks}
      keyOf={({ id }) => id}
      empty="No risks are stated."
      columns={[
        {
          id: 'title',
          heading: 'Risk',
          isRowHeading: true,
          cell: ({ title, description }) => (description === '' ? title : `${title}: ${description}`),
        },
        { id: 'likelihood', heading: 'Likelihood', align: 'right', cell: ({ likelihood }) => score(likelihood) },
        { id: 'impact', heading: 'Impact', align: 'right', cell: ({ impact }) => score(impact) },
        { id: 'mitigation', heading: 'What is done about it', cell: ({ mitigation }) => mitigation || 'not stated' },
        { id: 'owner', heading: 'Owner', cell: ({ owner }) => owner || 'not set' },
      ]}
    />
  )
}
