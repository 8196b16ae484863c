import { Button, NativeSelect } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { Id } from '../../../domain/id.ts'
import { formatDay } from '../../../domain/inWords.ts'
import type { Place } from '../../../domain/ledger/entry.ts'
import { columnWords, columnYears, spokenColumn } from '../../lib/columnWords.ts'
import { madeOf, moneyCell, moneyLevelWords } from '../../lib/moneyCell.ts'
import { useMayDo } from '../../lib/session.ts'
import { useAction } from '../../lib/useAction.ts'
import { useView } from '../../lib/useView.ts'
import { MoneyGrid } from '../../ui/moneyGrid/MoneyGrid.tsx'
import type { MoneyGridCell, MoneyGridColumn, MoneyGridRow } from '../../ui/moneyGrid/moneyGridRow.ts'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './Scheme.module.css'
import type { SchemeFacts } from './schemeFacts.ts'
import { usePlanLines } from './usePlanLines.ts'

type MoneyRow = SchemeFacts['money']['rows'][number]
type MoneyCells = MoneyRow['cells']
type Source = Id | null

const notStated = 'Source not stated'

/** Every level by year and by source. The plan can be edited; the other levels move by decision. */
export function MoneyTab({ facts }: { facts: SchemeFacts }) {
  const { scheme, sources, money, asAt } = facts
  const { view } = useView()
  const mayEdit = useMayDo('plan')
  const [wantsEdit, setWantsEdit] = useState(false)
  const [added, setAdded] = useState<Id[]>([])
  const isEditing = wantsEdit && mayEdit
  const plan = usePlanLines(facts)
  const focusAsked = useRef(false)
  const edit = ({ isByKey }: { isByKey: boolean }) => {
    focusAsked.current = isByKey && !isEditing
    setWantsEdit(!isEditing)
  }
  useAction('main', () => edit({ isByKey: true }), {
    words: isEditing ? 'Stop editing the plan' : 'Edit the plan',
    when: mayEdit,
  })
  const place: Place = { kind: 'scheme', id: scheme.id }
  const columns = money.columns.map(
    (column, index): MoneyGridColumn => ({
      id: String(index),
      label: columnWords(column),
      spoken: spokenColumn(column),
      isTotal: column.kind === 'total',
      align: 'right',
    }),
  )
  const authority = money.rows.find(({ level }) => level === 'authority')

  const cellsOf = (row: MoneyRow, cells: MoneyCells, source?: Source): Record<string, MoneyGridCell> =>
    Object.fromEntries(
      money.columns.map((column, index): [string, MoneyGridCell] => {
        const cell = cells[index] ?? { kind: 'none' }
        const { levels, marks } = madeOf(row.level, cell, authority?.cells[index])
        const figure = { levels, place, withBelow: false, ...columnYears(column), sourceId: source }
        const isEditable =
          row.level === 'plan' &&
          column.kind === 'year' &&
          plan.canEdit(column.startYear, source) &&
          (source !== undefined || !hasSources(row))
        return [String(index), moneyCell(cell, { figure, marks, isEditable })]
      }),
    )

  const hasSources = (row: MoneyRow) => sourcesOf(row).some((source) => source !== null)
  const sourcesOf = (row: MoneyRow): Source[] => {
    const known = row.bySource.map(({ sourceId }) => sourceId)
    const extra = row.level === 'plan' && isEditing ? added.filter((id) => !known.includes(id)) : []
    return [...known, ...extra]
  }

  const rows = money.rows.flatMap((row): MoneyGridRow[] => {
    const isParent = hasSources(row)
    const parent: MoneyGridRow = {
      id: row.level,
      label: moneyLevelWords[row.level],
      depth: 1,
      isParent,
      cells: cellsOf(row, row.cells),
    }
    if (!isParent) return [parent]
    const children = sourcesOf(row).map((source): MoneyGridRow => {
      const cells = row.bySource.find(({ sourceId }) => sourceId === source)?.cells ?? []
      return {
        id: `${row.level} ${source ?? ''}`,
        label: sources.find(({ id }) => id === source)?.name ?? notStated,
        depth: 2,
        isParent: false,
        cells: cellsOf(row, cells, source),
      }
    })
    return [parent, ...children]
  })

  const outlookRows = facts.outlook.flatMap(({ kind, cells, bySource }): MoneyGridRow[] => {
    const drawn = (of: MoneyCells): Record<string, MoneyGridCell> =>
      Object.fromEntries(of.map((cell, index) => [String(index), moneyCell(cell)]))
    const children = bySource.some(({ sourceId }) => sourceId !== null) ? bySource : []
    const label = kind === 'forecast' ? 'Forecast' : 'Left of the plan'
    return [
      { id: kind, label, depth: 1, isParent: children.length > 0, cells: drawn(cells) },
      ...children.map(({ sourceId, cells: of }) => ({
        id: `${kind} ${sourceId ?? ''}`,
        label: sources.find(({ id }) => id === sourceId)?.name ?? notStated,
        depth: 2,
        isParent: false,
        cells: drawn(of),
      })),
    ]
  })

  const unused = sources.filter(
    ({ id, retiredOn }) =>
      retiredOn === null && !added.includes(id) && !plan.lines.some(({ sourceId }) => sourceId === id),
  )

  return (
    <>
      <div className={classes.fit}>
        <MoneyGrid
          name={`${scheme.name}, money by level`}
          unit={view.unit}
          period={`all years, as at ${formatDay(asAt.day)}`}
          rowHeading="Level / source"
          columns={columns}
          rows={[...rows, ...outlookRows]}
          isEditing={isEditing}
          focusAsked={focusAsked}
          onWrite={(changes) =>
            plan.write(
              changes.flatMap(({ rowId, columnId, amount }) => {
                const column = money.columns[Number(columnId)]
                const source = rowId.includes(' ') ? Id.nullable().parse(rowId.split(' ')[1] || null) : undefined
                return column?.kind === 'year' ? [{ startYear: column.startYear, source, amount }] : []
              }),
            )
          }
          aside={
            <div className={classes.acts}>
              {isEditing && unused.length > 0 && (
                <NativeSelect
                  size="xs"
                  aria-label="Plan from another source"
                  value=""
                  onChange={({ currentTarget: { value } }) => setAdded([...added, Id.parse(value)])}
                  data={[
                    { value: '', label: 'Plan from another source…', disabled: true },
                    ...unused.map(({ id, name }) => ({ value: id, label: name })),
                  ]}
                />
              )}
              {mayEdit && (
                <Button
                  variant={isEditing ? 'filled' : 'default'}
                  size="compact-md"
                  onClick={() => edit({ isByKey: false })}
                >
                  {isEditing ? 'Done' : 'Edit the plan'}
                </Button>
              )}
            </div>
          }
        />
      </div>
      <WhoMay duty="plan" what="The plan is changed" />
      <p className={classes.note}>
        Allocation and authority move by a recorded decision. “At theme” and “at prog.” say where the money stands
        instead; press Enter on a figure to see what it is made of.
      </p>
      <p className={classes.note}>
        <Link to="/spend/forecast">Forecast</Link> is what was submitted last: what is spent stays with its source, and
        the rest follows what is left of the plan. Left of the plan is the plan less what is committed and spent.{' '}
        <Link to="/schemes/$id/highlight" params={{ id: scheme.id }}>
          Highlight report of the month
        </Link>
      </p>
      {scheme.amountsNote && <p className={classes.note}>{scheme.amountsNote}</p>}
    </>
  )
}
