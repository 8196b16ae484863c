import type { ChangeLine } from '../../../domain/change/changeRequest.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import { keyOf } from '../../../domain/ledger/movementRules.ts'
import { sum } from '../../../domain/money.ts'
import { needsPence } from '../../lib/format.ts'
import { levelWords } from '../../lib/levelWords.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Figure } from '../../ui/Figure.tsx'

interface Names {
  programme: { id: string; name: string }
  themes: readonly { id: string; name: string }[]
  schemes: readonly { id: string; name: string }[]
  sources: readonly { id: string; name: string }[]
}

interface ChangeLinesProps {
  caption: string
  lines: readonly ChangeLine[]
  names: Names
}

/** The lines of a change, a row for each level, place and source, with a column for each year and what each row nets to. */
export function ChangeLines({ caption, lines, names }: ChangeLinesProps) {
  const { view } = useView()
  const years = [...new Set(lines.map(({ startYear }) => startYear))].sort((a, b) => a - b)
  const rows = [
    ...Map.groupBy(lines, ({ level, place, sourceId, nature }) => [level, keyOf(place), sourceId, nature].join(' ')),
  ]
  const pence = needsPence(
    lines.map(({ amount }) => amount),
    view.unit,
  )
  const named = (list: readonly { id: string; name: string }[], id: string | null) =>
    list.find((each) => each.id === id)?.name ?? ''
  const places = [names.programme, ...names.themes, ...names.schemes]
  return (
    <DataTable
      caption={`${caption}, ${view.unit}`}
      rows={rows}
      keyOf={([key]) => key}
      empty="Nothing moves yet."
      columns={[
        { id: 'level', heading: 'Level', isRowHeading: true, cell: ([, [line]]) => line && levelWords[line.level] },
        { id: 'place', heading: 'Where', cell: ([, [line]]) => line && named(places, line.place.id) },
        {
          id: 'source',
          heading: 'Source',
          cell: ([, [line]]) => (line?.sourceId ? named(names.sources, line.sourceId) : 'Not stated'),
        },
        ...years.map((year) => ({
          id: String(year),
          heading: formatYear(year),
          align: 'right' as const,
          cell: ([, each]: (typeof rows)[number]) => {
            const inYear = each.filter(({ startYear }) => startYear === year).map(({ amount }) => amount)
            return (
              <Figure value={inYear.length === 0 ? 'not-applicable' : sum(inYear)} unit={view.unit} pence={pence} />
            )
          },
        })),
        {
          id: 'net',
          heading: 'Net',
          align: 'right',
          cell: ([, each]) => <Figure value={sum(each.map(({ amount }) => amount))} unit={view.unit} pence={pence} />,
        },
      ]}
    />
  )
}
