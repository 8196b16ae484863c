import { formatYear } from '../../../../domain/financialYear.ts'
import type { MoneyUnit, Pence } from '../../../../domain/money.ts'
import { sum } from '../../../../domain/money.ts'
import type { DecisionLine } from '../../../../domain/programme/decision.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { needsPence } from '../../../lib/format.ts'
import { levelWords } from '../../../lib/levelWords.ts'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Figure } from '../../../ui/Figure.tsx'

type Line = Pick<DecisionLine, 'place' | 'startYear' | 'sourceId' | 'nature' | 'amount'> & {
  level: keyof typeof levelWords
}

export type PlaceNames = Pick<ProgrammeFacts, 'programme' | 'themes' | 'schemes' | 'sources'>

interface LinesTableProps {
  caption: string
  lines: readonly Line[]
  names: PlaceNames
  unit: MoneyUnit
}

/** Lines of a decision or a movement: a row for each level, place and source, a column for each year. */
export function LinesTable({ caption, lines, names, unit }: LinesTableProps) {
  const years = [...new Set(lines.map((line) => line.startYear))].sort((a, b) => a - b)
  const keyOf = ({ level, place, sourceId, nature }: Line) => [level, place.kind, place.id, sourceId, nature].join(' ')
  const rows = [...Map.groupBy(lines, keyOf)].map(([key, of]) => ({ key, head: of[0] as Line, of }))
  const isCapitalOnly = lines.every((line) => line.nature === 'capital')
  const placeName = ({ place }: Line) =>
    [names.programme, ...names.themes, ...names.schemes].find((each) => each.id === place.id)?.name ?? 'Removed'
  const sourceName = ({ sourceId }: Line) =>
    sourceId === null ? 'Not stated' : (names.sources.find((each) => each.id === sourceId)?.name ?? 'Removed')
  const pence = needsPence(
    lines.map((line) => line.amount),
    unit,
  )
  const amountIn = (of: readonly Line[], year?: number): Pence | 'none' => {
    const found = of.filter((line) => year === undefined || line.startYear === year)
    return found.length === 0 ? 'none' : sum(found.map((line) => line.amount))
  }

  return (
    <DataTable
      caption={`${caption}, in ${unit}`}
      rows={rows}
      keyOf={(row) => row.key}
      empty={null}
      columns={[
        {
          id: 'place',
          heading: 'Place',
          isRowHeading: true,
          cell: ({ head }) => `${placeName(head)} (${head.place.kind})`,
        },
        { id: 'level', heading: 'Level', cell: ({ head }) => levelWords[head.level] },
        { id: 'source', heading: 'Funding source', cell: ({ head }) => sourceName(head) },
        ...(isCapitalOnly
          ? []
          : [
              {
                id: 'nature',
                heading: 'Nature',
                cell: ({ head }: { head: Line }) => (head.nature === 'capital' ? 'Capital' : 'Revenue'),
              },
            ]),
        ...years.map((year) => ({
          id: String(year),
          heading: formatYear(year),
          align: 'right' as const,
          cell: ({ of }: { of: Line[] }) => <Figure value={amountIn(of, year)} unit={unit} pence={pence} />,
        })),
        {
          id: 'total',
          heading: 'Total',
          align: 'right',
          cell: ({ of }) => <Figure value={amountIn(of)} unit={unit} pence={pence} />,
        },
      ]}
    />
  )
}
