import { formatYear } from '../../../domain/financialYear.ts'
import type { PlanOutcome } from '../../../domain/funding/fundingPlan.ts'
import { type CostYear, costAssumptions } from '../../../domain/funding/revenueCost.ts'
import { formatBasisPoints } from '../../../domain/inWords.ts'
import { formatInSentence, formatMoney, sum } from '../../../domain/money.ts'
import { needsPence } from '../../lib/format.ts'
import { useView } from '../../lib/useView.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import classes from './Planner.module.css'
import { wholePounds } from './wholePounds.ts'

interface RevenueCostProps {
  outcome: PlanOutcome
  /** Opens the terms of a source; null for whoever may not record them. */
  onRecord: ((sourceId: string, opener: string) => void) | null
}

/** As many years as stand one by one; the rest is taken together. */
const YEARS_SHOWN = 10

interface CostRow {
  id: string
  label: string
  cost: CostYear
}

/** What the borrowing costs revenue each year, from which rate and life, and how that is worked out. */
export function RevenueCost({ outcome, onRecord }: RevenueCostProps) {
  const { view } = useView()
  const { costs, costByYear, dearest, interest, sources } = outcome
  const sourceOf = (id: string) => sources.find((source) => source.id === id)
  const rows = costByYear ? rowsOf(costByYear) : []
  const pence = needsPence(
    rows.flatMap(({ cost }) => [cost.outstanding, cost.interest, cost.mrp, cost.total]),
    view.unit,
  )
  const money = (pick: (cost: CostYear) => CostYear['total']) => (row: CostRow) =>
    formatMoney(pick(row.cost), view.unit, { pence })

  return (
    <section className={classes.section} aria-labelledby="revenue-cost">
      <h2 id="revenue-cost" className={classes.heading}>
        Yearly cost to revenue
      </h2>
      {costs.length === 0 && <p>Nothing is borrowed here, so nothing is added to the revenue budget.</p>}
      {dearest && interest !== null && (
        <p className="reading">
          The dearest year is {formatYear(dearest.startYear)} at {wholePounds(dearest.total)}; interest comes to{' '}
          {wholePounds(interest)} over the whole life. An indication, not a charge that was agreed.
        </p>
      )}
      {costs.length > 0 && costByYear === null && (
        <p className="reading">The yearly cost is not known until what is missing below is recorded.</p>
      )}
      {costs.length > 0 && (
        <ul className={classes.list}>
          {costs.map(({ sourceId, borrowed, missing }) => {
            const source = sourceOf(sourceId)
            const opener = `record-terms-${sourceId}`
            return (
              <li key={sourceId}>
                {source?.name}: {formatInSentence(borrowed)} is borrowed, interest{' '}
                {source?.interestRateBp == null ? 'not recorded' : `${formatBasisPoints(source.interestRateBp)} a year`}
                , asset life {source?.assetLifeYears == null ? 'not recorded' : `${source.assetLifeYears} years`}.{' '}
                {missing.length > 0 && onRecord && (
                  <Act
                    id={opener}
                    words="Record"
                    name={`terms of ${source?.name ?? 'the source'}`}
                    onDo={() => onRecord(sourceId, opener)}
                  />
                )}
              </li>
            )
          })}
        </ul>
      )}
      {rows.length > 0 && (
        <DataTable
          caption={`Yearly cost to revenue, ${view.unit}`}
          columns={[
            { id: 'year', heading: 'Year', isRowHeading: true, cell: ({ label }: CostRow) => label },
            { id: 'open', heading: 'Not yet set aside', align: 'right', cell: money((cost) => cost.outstanding) },
            { id: 'interest', heading: 'Interest', align: 'right', cell: money((cost) => cost.interest) },
            { id: 'mrp', heading: 'Minimum revenue provision', align: 'right', cell: money((cost) => cost.mrp) },
            { id: 'total', heading: 'Cost', align: 'right', cell: money((cost) => cost.total) },
          ]}
          rows={rows}
          keyOf={({ id }) => id}
          empty={null}
        />
      )}
      {costs.length > 0 && (
        <details>
          <summary>How this is worked out</summary>
          <ul className={classes.list}>
            {costAssumptions.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

const rowsOf = (years: readonly CostYear[]): CostRow[] => {
  const row = (cost: CostYear): CostRow => ({ id: String(cost.startYear), label: formatYear(cost.startYear), cost })
  const rest = years.slice(YEARS_SHOWN)
  const [next] = rest
  const last = rest.at(-1)
  if (!next || !last || rest.length === 1) return years.map(row)
  const of = (pick: (cost: CostYear) => number) => sum(rest.map(pick))
  const together = {
    interest: of((cost) => cost.interest),
    mrp: of((cost) => cost.mrp),
    total: of((cost) => cost.total),
  }
  return [
    ...years.slice(0, YEARS_SHOWN).map(row),
    {
      id: 'rest',
      label: `${formatYear(next.startYear)} to ${formatYear(last.startYear)} together`,
      cost: { startYear: next.startYear, outstanding: next.outstanding, ...together },
    },
  ]
}
