import { NativeSelect } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { formatDay } from '../../../domain/inWords.ts'
import { type Pence, sum } from '../../../domain/money.ts'
import { countOf, needsPence } from '../../lib/format.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import classes from './Authority.module.css'
import { AuthoritySearch } from './authoritySearch.ts'
import { placeName, type RegisterFacts } from './registerFacts.ts'
import { type RegisterRow, type RegisterState, registerRows } from './registerRows.ts'

const stateWords: Record<RegisterState, { words: string; tint: 'blue' | 'green' | 'yellow' | 'grey' }> = {
  asked: { words: 'Asked for', tint: 'yellow' },
  'not-yet': { words: 'Not yet', tint: 'yellow' },
  'called-in': { words: 'Called in', tint: 'yellow' },
  held: { words: 'Held', tint: 'blue' },
  'partly-released': { words: 'Partly released', tint: 'blue' },
  effective: { words: 'Effective', tint: 'green' },
}

interface InForceProps {
  facts: RegisterFacts
  search: AuthoritySearch
  onSearch: (change: AuthoritySearch) => void
}

const amounts = ['total', 'released', 'held', 'committed', 'left'] as const
const amountWords: Record<(typeof amounts)[number], string> = {
  total: 'Total',
  released: 'Released',
  held: 'Held',
  committed: 'Committed',
  left: 'Left to commit',
}

/** The register: each place under each decision, with what of it is released, held and promised. Nothing here is edited. */
export function InForce({ facts, search, onSearch }: InForceProps) {
  const { view } = useView()
  const { register, decisionNames } = facts
  const rows = registerRows(register.decisions)
  const pence = needsPence(
    rows.flatMap((row) => amounts.map((name) => row[name])),
    view.unit,
  )
  const isFiltered = search.state !== undefined || search.decision !== undefined
  const last = register.next
  return (
    <section className={classes.section} aria-label="In force">
      <div className={classes.filters}>
        <NativeSelect
          size="xs"
          label="State"
          value={search.state ?? ''}
          onChange={(event) =>
            onSearch(AuthoritySearch.pick({ state: true }).parse({ state: event.currentTarget.value }))
          }
          data={[
            { value: '', label: 'All' },
            { value: 'effective', label: 'Effective' },
            { value: 'asked', label: 'Asked for in a document' },
            { value: 'made', label: 'Made, not yet effective' },
            { value: 'called_in', label: 'Called in' },
          ]}
        />
        <NativeSelect
          size="xs"
          label="Decision"
          value={search.decision ?? ''}
          onChange={(event) =>
            onSearch(AuthoritySearch.pick({ decision: true }).parse({ decision: event.currentTarget.value }))
          }
          data={[
            { value: '', label: 'All' },
            ...decisionNames.map(({ id, reference }) => ({ value: id, label: reference })),
          ]}
        />
      </div>
      <DataTable
        caption={`${countOf(rows.length, 'line')}, amounts in ${view.unit}, as at ${formatDay(facts.asAt.day)}`}
        rows={rows}
        keyOf={({ key }) => key}
        empty={
          isFiltered
            ? 'No decision on authority fits this filter. Choose another state or decision.'
            : 'No authority to spend in these years yet. When a decision gives some, its lines appear here, and nothing may be spent before it has effect.'
        }
        columns={[
          {
            id: 'ref',
            heading: 'Ref',
            isRowHeading: true,
            sortBy: ({ ref }) => ref,
            cell: ({ ref, decision }) => (
              <Link to="/decisions/$id" params={{ id: decision.id }} className={classes.day}>
                {ref}
              </Link>
            ),
          },
          {
            id: 'scope',
            heading: 'Scope',
            sortBy: ({ place }) => placeName(facts, place),
            cell: ({ place }) => placeName(facts, place),
          },
          {
            id: 'state',
            heading: 'State',
            sortBy: ({ state }) => stateWords[state].words,
            cell: ({ state }) => <StatusTag {...stateWords[state]} />,
          },
          {
            id: 'taker',
            heading: 'Decision taker',
            sortBy: ({ decision }) => decision.decisionTaker,
            cell: ({ decision }) => decision.decisionTaker,
          },
          {
            id: 'decided',
            heading: 'Decided',
            sortBy: ({ decision }) => decision.madeOn,
            cell: ({ decision }) => <span className={classes.day}>{formatDay(decision.madeOn)}</span>,
          },
          {
            id: 'effective',
            heading: 'Effective',
            sortBy: ({ decision }) => decision.effectiveOn,
            cell: ({ decision }) => (
              <span className={classes.day}>
                {isWithoutDay(decision) ? 'not yet' : decision.status === 'made' ? 'not yet, from ' : ''}
                {!isWithoutDay(decision) && formatDay(decision.effectiveOn)}
              </span>
            ),
          },
          ...amounts.map((name) => ({
            id: name,
            heading: amountWords[name],
            align: 'right' as const,
            sortBy: (row: RegisterRow) => row[name],
            cell: (row: RegisterRow) => (
              <Figure
                value={isNotYet(row) && name !== 'total' ? 'not-applicable' : row[name]}
                unit={view.unit}
                pence={pence}
              />
            ),
          })),
        ]}
        footer={rows.length > 0 && <TotalRow rows={rows.filter((row) => !isNotYet(row))} pence={pence} />}
      />
      <p className={classes.muted}>
        No figure is edited here. A mistake is put right by a further decision, or by reversing what a decision posted.
      </p>
      {(last || search.after) && (
        <p className={classes.pages}>
          {search.after && (
            <Link to="/money/authority" search={{ ...search, after: undefined }}>
              Newest decisions
            </Link>
          )}
          {last && (
            <Link to="/money/authority" search={{ ...search, after: `${last.madeOn}_${last.id}` }}>
              Older decisions
            </Link>
          )}
        </p>
      )}
    </section>
  )
}

const isNotYet = ({ state }: RegisterRow): boolean => state === 'asked' || state === 'not-yet' || state === 'called-in'

const isWithoutDay = ({ status }: RegisterRow['decision']): boolean => status === 'asked' || status === 'called_in'

function TotalRow({ rows, pence }: { rows: readonly RegisterRow[]; pence: boolean }) {
  const { view } = useView()
  const total = (name: (typeof amounts)[number]): Pence => sum(rows.map((row) => row[name]))
  return (
    <tr>
      <th scope="row" colSpan={6} data-align="left">
        Effective, shown here
      </th>
      {amounts.map((name) => (
        <td key={name} data-align="right">
          <Figure value={total(name)} unit={view.unit} pence={pence} />
        </td>
      ))}
    </tr>
  )
}
