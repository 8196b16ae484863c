import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import type { Check } from '../../lib/checks.ts'
import { levelWords } from '../../lib/levelWords.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { type PrintedDocument, PrintedTable, RingNumber } from '../../ui/PrintedTable.tsx'
import classes from './Checks.module.css'
import { cellKey, type Places as FindingPlaces, placesOf } from './placesOf.ts'
import { useExplainPlace } from './useExplainPlace.ts'

interface PlacesProps {
  check: Check
  printed: readonly PrintedDocument[]
}

/** The places that disagree, side by side: figures ringed where they are printed, and named in text. */
export function Places({ check, printed }: PlacesProps) {
  const { finding, words } = check
  const places = placesOf(check, printed)
  return (
    <section className={classes.places} aria-label={`Both places: ${words.what}`}>
      {finding.printed !== null && finding.computed !== null && (
        <p className={classes.sums}>
          <span>
            Printed <strong>{formatInSentence(finding.printed)}</strong>
          </span>
          <span>
            Compared with <strong>{formatInSentence(finding.computed)}</strong>
          </span>
          {finding.difference !== null && (
            <span>
              Difference <strong>{formatInSentence(finding.difference)}</strong>
            </span>
          )}
        </p>
      )}
      {places.named.length > 0 && (
        <ol className={classes.named}>
          {places.named.map(({ number, look, label, amount }) => (
            <li key={number}>
              <RingNumber look={look} value={number} />
              {label}
              {amount !== null && `, ${formatInSentence(amount)}`}:{' '}
              {look === 'at-fault' ? 'the printed figure that does not agree' : 'explains the difference'}
            </li>
          ))}
          {places.tables.some(({ marks }) => [...marks.values()].some(({ look }) => look === 'counted')) && (
            <li className={classes.note}>Tinted cells were counted.</li>
          )}
        </ol>
      )}
      <div className={classes.sides}>
        {places.tables.map(({ document, table, marks }) => (
          <PrintedTable
            key={`${document.documentId} ${table.table}`}
            table={table}
            source={`report of ${formatDay(document.datedOn)}`}
            markOf={(row, column) => marks.get(cellKey(row, column))}
          />
        ))}
        {places.inText.length > 0 && <InText values={places.inText} />}
        {places.inLedger.length > 0 && <InLedger values={places.inLedger} />}
      </div>
    </section>
  )
}

function InText({ values }: { values: FindingPlaces['inText'] }) {
  return (
    <DataTable
      caption="In the text, as printed"
      rows={values}
      keyOf={({ label }) => label}
      empty={null}
      columns={[
        { id: 'label', heading: 'Place', isRowHeading: true, cell: ({ label }) => label },
        {
          id: 'amount',
          heading: 'Read as',
          align: 'right',
          cell: ({ amount }) => (amount === null ? 'no figure' : formatInSentence(amount)),
        },
      ]}
    />
  )
}

function InLedger({ values }: { values: FindingPlaces['inLedger'] }) {
  const explain = useExplainPlace()
  return (
    <DataTable
      caption="In the ledger"
      rows={values}
      keyOf={({ label }) => label}
      empty={null}
      columns={[
        { id: 'name', heading: 'Place', isRowHeading: true, cell: ({ place }) => place.name },
        { id: 'level', heading: 'Level', cell: ({ place }) => (place.level ? levelWords[place.level] : '') },
        {
          id: 'year',
          heading: 'Year',
          cell: ({ place }) => (place.startYear === null ? 'all years' : formatYear(place.startYear)),
        },
        {
          id: 'amount',
          heading: 'Amount',
          align: 'right',
          cell: ({ amount }) => (amount === null ? 'none' : formatInSentence(amount)),
        },
        {
          id: 'explain',
          heading: 'Entries',
          cell: ({ place, label }) => {
            const ask = explain(place)
            return ask && <Act words="Explain" name={label} onDo={ask} />
          },
        },
      ]}
    />
  )
}
