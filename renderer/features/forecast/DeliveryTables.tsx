import type { CalendarDay } from '../../../domain/calendarDay.ts'
import type { ReportedMilestone, ReportedRisk } from '../../../domain/forecast/highlightReport.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import classes from './Forecast.module.css'

interface DeliveryTablesProps {
  delivery: { milestones: readonly ReportedMilestone[]; risks: readonly ReportedRisk[] }
  /** As they stood when the report was submitted. */
  isFrozen: boolean
}

const dayWords = (day: CalendarDay | null): string => (day === null ? 'not recorded' : formatDay(day))

/** The milestones and the highest risks of a month's report. */
export function DeliveryTables({ delivery, isFrozen }: DeliveryTablesProps) {
  const when = isFrozen ? 'as submitted' : 'as they stand now'
  return (
    <div className={classes.part}>
      <DataTable
        caption={`Milestones, ${when}`}
        columns={[
          { id: 'name', heading: 'Milestone', isRowHeading: true, cell: ({ name }) => name },
          { id: 'baseline', heading: 'Baseline', cell: ({ baselineOn }) => dayWords(baselineOn) },
          { id: 'forecast', heading: 'Forecast', cell: ({ forecastOn }) => dayWords(forecastOn) },
          { id: 'actual', heading: 'Actual', cell: ({ actualOn }) => dayWords(actualOn) },
        ]}
        rows={delivery.milestones}
        keyOf={({ id }) => id}
        empty="No milestone is recorded."
      />
      <DataTable
        caption={`Highest risks, ${when}`}
        columns={[
          { id: 'title', heading: 'Risk', isRowHeading: true, cell: ({ title }) => title },
          {
            id: 'score',
            heading: 'Score',
            align: 'right',
            cell: ({ score }) => (score === null ? 'not assessed' : `${score} of 25`),
          },
        ]}
        rows={delivery.risks}
        keyOf={({ id }) => id}
        empty="No open risk is recorded."
      />
    </div>
  )
}
