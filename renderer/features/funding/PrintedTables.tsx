import { formatDay } from '../../../domain/inWords.ts'
import { PrintedTable } from '../../ui/PrintedTable.tsx'
import classes from './Funding.module.css'
import { printedFault } from './faults.ts'
import type { FundingFacts } from './fundingFacts.ts'

/** The tables of each report as it prints them, faults marked. They are evidence: nothing in them can be changed. */
export function PrintedTables({ facts: { printed, checks } }: { facts: Pick<FundingFacts, 'printed' | 'checks'> }) {
  return (
    <div className={classes.side}>
      <p className={classes.note}>
        As printed, character by character. A solid ring marks a figure that does not agree, a dashed ring a figure that
        explains why.
      </p>
      {printed.flatMap((document) =>
        document.tables.map((table) => (
          <PrintedTable
            key={`${document.documentId} ${table.table}`}
            table={table}
            source={`report of ${formatDay(document.datedOn)}`}
            markOf={(row, column) => printedFault(checks.findings, document.documentId, table.title, row, column)}
          />
        )),
      )}
    </div>
  )
}
