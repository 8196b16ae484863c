import type { ChangeEffect, EffectRow } from '../../../domain/change/changeEffect.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatInSentence, pence } from '../../../domain/money.ts'
import { needsPence } from '../../lib/format.ts'
import { levelWords } from '../../lib/levelWords.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'
import classes from './Changes.module.css'

interface EffectTableProps {
  caption: string
  rows: readonly EffectRow[]
  programme: ChangeEffect['programme']
  /** What the two states are called. */
  words?: { before: string; after: string }
}

/** Before and after, a row for each level, place and year that changes, and what it comes to for the programme. */
export function EffectTable({
  caption,
  rows,
  programme,
  words = { before: 'Before', after: 'After' },
}: EffectTableProps) {
  const { view } = useView()
  const lines = rows.flatMap(({ level, name, place, years, before, after }) => [
    ...years
      .filter((each) => each.before !== each.after)
      .map((each) => ({
        id: `${level} ${place.id} ${each.startYear}`,
        level,
        name,
        year: formatYear(each.startYear),
        ...each,
      })),
    { id: `${level} ${place.id} all`, level, name, year: 'All years', before, after },
  ])
  const showsPence = needsPence(
    lines.flatMap(({ before, after }) => [before, after]),
    view.unit,
  )
  const money = (id: 'before' | 'after', heading: string) => ({
    id,
    heading,
    align: 'right' as const,
    cell: (line: (typeof lines)[number]) => <Figure value={line[id]} unit={view.unit} pence={showsPence} />,
  })
  return (
    <>
      <DataTable
        caption={`${caption}, ${view.unit}`}
        rows={lines}
        keyOf={({ id }) => id}
        empty="Nothing changes."
        columns={[
          { id: 'name', heading: 'Where', isRowHeading: true, cell: ({ name }) => name },
          { id: 'level', heading: 'Level', cell: ({ level }) => levelWords[level] },
          { id: 'year', heading: 'Year', cell: ({ year }) => year },
          money('before', words.before),
          money('after', words.after),
          {
            id: 'difference',
            heading: 'Difference',
            align: 'right',
            cell: ({ before, after }) => <Figure value={pence(after - before)} unit={view.unit} pence={showsPence} />,
          },
        ]}
      />
      <ul className={classes.list}>
        {programme.map(({ level, before, after }) => (
          <li key={level}>
            {levelWords[level]} of the whole programme:{' '}
            {before === after
              ? `unchanged at ${formatInSentence(before)}`
              : `${formatInSentence(before)} to ${formatInSentence(after)}`}
          </li>
        ))}
      </ul>
    </>
  )
}
