import { formatYear, type StartYear } from '../../domain/financialYear.ts'
import type { Id } from '../../domain/id.ts'
import type { Level } from '../../domain/ledger/entry.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import { cellOf } from '../cell.ts'
import { tablePart, tableRow } from '../document/parts.ts'
import { sumRow } from '../model/sumRow.ts'
import { textCell } from '../model/tableCell.ts'
import type { TablePart } from '../model/tablePart.ts'
import { placesOf } from '../places.ts'

type Column = readonly [level: Level, label: string, meaning: string]

/** What stands on each theme and its schemes in one year, level by level. */
export const yearByTheme = (
  facts: ProgrammeFacts,
  startYear: StartYear,
  { id, caption }: { id: string; caption: string },
  levels: readonly Column[],
): TablePart => {
  const places = placesOf(facts)
  const themeAt = (placeId: Id): Id | undefined =>
    places.themes.some((theme) => theme.id === placeId) ? placeId : places.themeOf(placeId)?.id
  const lines = facts.balances.filter((line) => line.startYear === startYear)
  const groups = [
    ...places.themes.map((theme) => ({ id: theme.id as string, label: theme.name })),
    { id: 'elsewhere', label: 'On no theme, or on the programme as a whole' },
  ]
  const columns = [
    { id: 'theme', label: 'Theme', kind: 'text' as const },
    ...levels.map(([level, label, meaning]) => ({
      id: level,
      label,
      kind: 'amount' as const,
      meaning,
      source: `Ledger, level ${level}, ${formatYear(startYear)}`,
    })),
  ]
  const rows = groups
    .map((group) => ({ group, own: lines.filter(({ place }) => (themeAt(place.id) ?? 'elsewhere') === group.id) }))
    .filter(
      ({ group, own }) => group.id !== 'elsewhere' || own.some(({ level }) => levels.some(([each]) => each === level)),
    )
    .map(({ group, own }) =>
      tableRow(`${id}/${group.id}`, [
        textCell(group.label),
        ...levels.map(([level]) => cellOf(own.filter((line) => line.level === level).map(({ amount }) => amount))),
      ]),
    )
  return tablePart({
    id,
    caption,
    columns,
    rows: [...rows, sumRow({ id: `${id}/total`, label: 'Total', style: 'total' }, columns, rows)],
  })
}
