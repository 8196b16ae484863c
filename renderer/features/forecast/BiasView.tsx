import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatYear, type StartYear } from '../../../domain/financialYear.ts'
import { type Bias, FEWEST_COMPARISONS } from '../../../domain/forecast/bias.ts'
import { formatInSentence, pence } from '../../../domain/money.ts'
import { countOf, formatPercent } from '../../lib/format.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { type DataColumn, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { Queried } from '../../ui/Queried.tsx'

/** How earlier versions compare with what came: by scheme with what the year would come to at that rate, and by who submitted them. */
export function BiasView({ startYear }: { startYear: StartYear }) {
  const { view } = useView()
  const query = useQuery(trpc.forecasts.bias.queryOptions({ asAt: view.asAt, startYear, schemeId: null }))
  return (
    <Queried query={query} doing="Comparing forecasts with what came">
      {({ overall, schemes, people }) => {
        if (overall.comparisons === 0) {
          return (
            <EmptyState>
              Nothing to compare yet. Once a period that was forecast is closed, this shows by scheme and by lead how
              far forecasts were from what was spent, from every version that was submitted before.
            </EmptyState>
          )
        }
        return (
          <>
            <p className="reading">{biasSentence(overall)}</p>
            <DataTable
              caption={`Forecasts and what came, by scheme. Unit: ${view.unit}`}
              columns={[
                {
                  id: 'scheme',
                  heading: 'Scheme',
                  isRowHeading: true,
                  sortBy: ({ name }) => name,
                  cell: ({ id, name }) => (
                    <Link to="/schemes/$id" params={{ id }}>
                      {name}
                    </Link>
                  ),
                },
                {
                  id: 'lead',
                  heading: 'Scheme lead',
                  sortBy: (row) => row.schemeLead,
                  cell: (row) => row.schemeLead || 'not recorded',
                },
                ...biasColumns<(typeof schemes)[number]>(view.unit),
                {
                  id: 'outturn',
                  heading: `Forecast ${formatYear(startYear)}`,
                  align: 'right',
                  cell: ({ outturn }) => <Figure value={outturn ?? 'none'} unit={view.unit} />,
                },
                {
                  id: 'rate',
                  heading: 'At its past rate',
                  align: 'right',
                  cell: ({ atPastRate }) => <Figure value={atPastRate ?? 'not-applicable'} unit={view.unit} />,
                },
              ]}
              rows={schemes}
              keyOf={({ id }) => id}
              empty="No scheme has submitted a forecast."
            />
            <p>
              At its past rate: what is spent, and of what remains the share that was spent of earlier forecasts; from{' '}
              {FEWEST_COMPARISONS} comparisons on.
            </p>
            <DataTable
              caption={`Forecasts and what came, by who submitted them. Unit: ${view.unit}`}
              columns={[
                { id: 'who', heading: 'Submitted by', isRowHeading: true, cell: ({ title }) => title },
                ...biasColumns<(typeof people)[number]>(view.unit),
              ]}
              rows={people}
              keyOf={({ title }) => title}
              empty="Nobody has submitted a forecast."
            />
          </>
        )
      }}
    </Queried>
  )
}

const biasColumns = <Row extends { bias: Bias }>(
  unit: ReturnType<typeof useView>['view']['unit'],
): DataColumn<Row>[] => [
  {
    id: 'count',
    heading: 'Compared',
    align: 'right',
    sortBy: ({ bias }) => bias.comparisons,
    cell: ({ bias }) => bias.comparisons,
  },
  { id: 'high', heading: 'Too high', align: 'right', cell: ({ bias }) => bias.tooHigh },
  { id: 'low', heading: 'Too low', align: 'right', cell: ({ bias }) => bias.tooLow },
  {
    id: 'forecast',
    heading: 'Forecast',
    align: 'right',
    cell: ({ bias }) => <Figure value={bias.comparisons > 0 ? bias.forecast : 'not-applicable'} unit={unit} />,
  },
  {
    id: 'spent',
    heading: 'Spent',
    align: 'right',
    cell: ({ bias }) => <Figure value={bias.comparisons > 0 ? bias.spent : 'not-applicable'} unit={unit} />,
  },
  {
    id: 'share',
    heading: 'Spent of forecast',
    align: 'right',
    sortBy: ({ bias }) => bias.spentShareBp ?? -1,
    cell: ({ bias }) => (bias.spentShareBp === null ? '–' : formatPercent(bias.spentShareBp, 10_000)),
  },
]

export const biasSentence = ({ comparisons, forecast, spent, tooHigh, tooLow }: Bias): string => {
  const over = pence(forecast - spent)
  const amount = formatInSentence(pence(Math.abs(over)))
  const how =
    over === 0
      ? 'as much as was forecast'
      : over > 0
        ? `${amount} less than was forecast`
        : `${amount} more than was forecast`
  return `Of ${countOf(comparisons, 'comparison')}, ${tooHigh} were too high and ${tooLow} too low. Together ${how} was spent.`
}
