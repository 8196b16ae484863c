import { formatYear } from '../../../domain/financialYear.ts'
import type { FundingRisk, PlanOutcome } from '../../../domain/funding/fundingPlan.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { formatPercent } from '../../lib/format.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import classes from './Planner.module.css'
import { wholePounds } from './wholePounds.ts'

interface MixComparisonProps {
  outcomes: readonly PlanOutcome[]
  names: readonly string[]
}

interface Measure {
  id: string
  label: string
  of: (outcome: PlanOutcome) => string
}

/** What stands and what is tried, measure by measure: shares, cost, and what may go wrong. */
export function MixComparison({ outcomes, names }: MixComparisonProps) {
  const sources = outcomes[0]?.sources ?? []
  const nameOf = (id: string) => sources.find((source) => source.id === id)?.name ?? 'a source'
  const measures: Measure[] = [
    ...sources.map(
      ({ id, name }): Measure => ({
        id,
        label: name,
        of: ({ waterfall, paid }) => {
          const part = waterfall.sources.find(({ sourceId }) => sourceId === id)?.paid ?? 0
          return part === 0 ? 'none' : `${formatInSentence(part)}, ${formatPercent(part, paid)}`
        },
      }),
    ),
    {
      id: 'uncovered',
      label: 'Nothing pays for',
      of: ({ uncovered }) => (uncovered === 0 ? 'none' : formatInSentence(uncovered)),
    },
    {
      id: 'borrowing',
      label: 'Borrowing share',
      of: ({ borrowing, paid }) => (paid > 0 ? formatPercent(borrowing, paid) : 'nothing is paid'),
    },
    {
      id: 'dearest',
      label: 'Dearest year to revenue',
      of: ({ costByYear, dearest }) => {
        if (costByYear === null) return 'not known'
        return dearest ? `${wholePounds(dearest.total)} in ${formatYear(dearest.startYear)}` : 'nothing'
      },
    },
    {
      id: 'interest',
      label: 'Interest over the whole life',
      of: ({ interest }) => (interest === null ? 'not known' : wholePounds(interest)),
    },
    {
      id: 'risks',
      label: 'What may go wrong',
      of: ({ risks, isLawful }) =>
        [...(isLawful ? [] : ['a swap is not lawful']), ...risks.map((risk) => riskWords(risk, nameOf))].join('; ') ||
        'nothing found',
    },
  ]
  return (
    <section className={classes.section} aria-labelledby="mixes-compared">
      <h2 id="mixes-compared" className={classes.heading}>
        Side by side
      </h2>
      <DataTable
        caption="What stands and the two mixes, side by side"
        isCaptionHidden
        columns={[
          { id: 'measure', heading: 'Measure', isRowHeading: true, cell: ({ label }: Measure) => label },
          ...outcomes.map((outcome, at) => ({
            id: String(at),
            heading: names[at] ?? '',
            cell: ({ of }: Measure) => of(outcome),
          })),
        ]}
        rows={measures}
        keyOf={({ id }) => id}
        empty={null}
      />
    </section>
  )
}

const riskWords = (risk: FundingRisk, nameOf: (id: string) => string): string => {
  const money = `${formatInSentence(risk.amount)} of ${nameOf(risk.sourceId)}`
  switch (risk.kind) {
    case 'lapses':
      return `${money} would be left at its spend-by date`
    case 'near-spend-by':
      return `${money} has to be spent within ${formatYear(risk.startYear)}, its last year`
    case 'unsecured':
      return `${money} is not secured`
  }
}
