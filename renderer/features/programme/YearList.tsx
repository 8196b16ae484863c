import { Link } from '@tanstack/react-router'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import type { ProgrammeFacts } from '../../../domain/programme/facts.ts'
import { spokenYear } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './programme.module.css'
import { type YearRow, yearRows } from './yearRows.ts'

const statusWords: Record<Exclude<YearRow['status'], 'closed'>, (row: YearRow) => string> = {
  ended: (row) => `Open, ended on ${formatDay(row.lastOn)}`,
  running: (row) => `Open, runs to ${formatDay(row.lastOn)}`,
  'to-come': (row) => `Open, begins on 1 April ${row.startYear}`,
}

/** The financial years; one that has ended can be closed. */
export function YearList({ facts }: { facts: Pick<ProgrammeFacts, 'programme' | 'balances' | 'years' | 'asAt'> }) {
  const mayClose = useMayDo('money')
  const rows = yearRows(facts)
  const canCloseAny = mayClose && rows.some((row) => row.status === 'ended')
  return (
    <section className={classes.section} aria-labelledby="years">
      <h2 id="years" className={classes.heading}>
        Financial years
      </h2>
      <WhoMay duty="money" what="Financial years are closed" />
      <DataTable
        caption="Financial years"
        isCaptionHidden
        rows={rows}
        keyOf={(row) => String(row.startYear)}
        empty={null}
        columns={[
          {
            id: 'year',
            heading: 'Year',
            isRowHeading: true,
            cell: (row) => <span title={spokenYear(row.startYear)}>{formatYear(row.startYear)}</span>,
          },
          {
            id: 'status',
            heading: 'Status',
            cell: (row) =>
              row.status === 'closed' ? <StatusTag tint="grey" words="Closed" /> : statusWords[row.status](row),
          },
          ...(canCloseAny
            ? [
                {
                  id: 'acts',
                  heading: 'Change',
                  cell: (row: YearRow) =>
                    row.status === 'ended' && (
                      <Link
                        to="/spend/year-end"
                        search={{ year: row.startYear }}
                        aria-label={`Close ${formatYear(row.startYear)}`}
                      >
                        Close
                      </Link>
                    ),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}
