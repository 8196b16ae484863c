import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { movementWord } from '../../../domain/ledger/movementWord.ts'
import { countOf, needsPence } from '../../lib/format.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import classes from './Authority.module.css'
import type { AuthoritySearch } from './authoritySearch.ts'
import { placeName, type RegisterFacts } from './registerFacts.ts'

const levelWords = { authority: 'Authority', released: 'Released' }

/** Every entry on authority and its release, the newest first, with what it came to. Entries are only ever added. */
export function LedgerEntries({
  facts,
  onSearch,
}: {
  facts: RegisterFacts
  onSearch: (change: AuthoritySearch) => void
}) {
  const { view } = useView()
  const { entries, next } = facts.ledger
  const pence = needsPence(
    entries.flatMap(({ amount, running }) => [amount, running]),
    view.unit,
  )
  return (
    <section className={classes.section} aria-label="Ledger">
      <DataTable
        caption={`${countOf(entries.length, 'entry', 'entries')}, newest first, amounts in ${view.unit}, as at ${formatDay(facts.asAt.day)}`}
        rows={entries}
        keyOf={({ id }) => String(id)}
        empty="Nothing is posted on authority in these years. Entries appear here when a decision has effect, and stay."
        columns={[
          { id: 'id', heading: 'Entry', isRowHeading: true, cell: ({ id }) => id },
          {
            id: 'effective',
            heading: 'Effective',
            cell: ({ effectiveOn }) => <span className={classes.day}>{formatDay(effectiveOn)}</span>,
          },
          {
            id: 'decision',
            heading: 'Decision',
            cell: ({ decisionId, reference }) =>
              decisionId && reference ? (
                <Link to="/decisions/$id" params={{ id: decisionId }}>
                  {reference}
                </Link>
              ) : (
                <span className={classes.muted}>none</span>
              ),
          },
          { id: 'kind', heading: 'Kind', cell: ({ kind }) => movementWord(kind) },
          { id: 'scope', heading: 'Scope', cell: ({ place }) => placeName(facts, place) },
          { id: 'year', heading: 'Year', cell: ({ startYear }) => formatYear(startYear) },
          { id: 'level', heading: 'Level', cell: ({ level }) => levelWords[level] },
          {
            id: 'amount',
            heading: 'Amount',
            align: 'right',
            cell: ({ amount }) => <Figure value={amount} unit={view.unit} pence={pence} />,
          },
          {
            id: 'running',
            heading: 'Came to',
            align: 'right',
            cell: ({ running }) => <Figure value={running} unit={view.unit} pence={pence} />,
          },
        ]}
      />
      {next !== null && (
        <div>
          <Button variant="default" onClick={() => onSearch({ before: next })}>
            Older entries
          </Button>
        </div>
      )}
    </section>
  )
}
