import { VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { formatColumn } from '../../../domain/financialYear.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { CellButton } from './CellButton.tsx'
import { Confidence } from './Confidence.tsx'
import classes from './Documents.module.css'
import { placeKey } from './placeKey.ts'
import type { ReadAmount, ReadingFacts, ReadRow, ReadTable } from './readingFacts.ts'

interface ReadTablesProps {
  reading: ReadingFacts['reading']
  marked: string | null
  corrected: ReadonlySet<string>
  onChoose: (key: string) => void
}

const kindWords: Record<ReadTable['kind'], string> = {
  'previous-authority': 'Previous authority to spend',
  authority: 'Authority to spend',
  funding: 'Funding',
  'expenditure-plan': 'Expenditure plan',
  unknown: 'Not understood',
}

/** What each table was understood as: rows by what they are of, columns by year, amounts in pounds. */
export function ReadTables({ reading: { tables }, ...shared }: ReadTablesProps) {
  // What was understood is looked at first.
  const inOrder = tables.toSorted((one, other) => Number(one.kind === 'unknown') - Number(other.kind === 'unknown'))
  return inOrder.map((table) => <OneTable key={table.key} table={table} {...shared} />)
}

function OneTable({ table, marked, corrected, onChoose }: Omit<ReadTablesProps, 'reading'> & { table: ReadTable }) {
  const [focused, setFocused] = useState<string | null>(null)
  const columns = table.columns.filter(({ role }) => role === 'amount')
  const left = leftOver(table)
  const keys = new Set(table.rows.flatMap((row) => [labelKey(row), ...row.cells.map(({ place }) => placeKey(place))]))
  const tabStop = focused ?? (marked !== null && keys.has(marked) ? marked : [...keys][0])
  const place = (key: string, row: number, column: number) => ({
    'data-place': key,
    'data-row': row,
    'data-column': column,
    'data-marked': marked === key || undefined,
  })
  const button = (key: string) => ({
    isMarked: marked === key,
    isTabStop: key === tabStop,
    onFocus: () => setFocused(key),
    onChoose: () => onChoose(key),
  })
  return (
    <div className={classes.readTable}>
      <h3 className={classes.tableTitle}>{table.title.value || table.title.text || 'A table without a title'}</h3>
      <p className={classes.note}>
        {kindWords[table.kind]}
        {table.unit.value && `, printed in ${table.unit.value}`} <Confidence value={table.confidence} isFull />
        {table.why && ` ${table.why}`}
      </p>
      {table.rows.length > 0 && (
        <div className={classes.tableFrame}>
          <table aria-label={`${table.title.text || kindWords[table.kind]}, as read`} className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Of</th>
                {columns.map((column) => (
                  <th key={column.column} scope="col" data-number>
                    {column.meaning ? formatColumn(column.meaning) : column.head}
                    {column.confidence !== 'read' && <Confidence value={column.confidence} />}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, index) => (
                <tr key={row.key} data-total={row.kind === 'total' || undefined}>
                  <th scope="row" {...place(labelKey(row), index, 0)}>
                    <CellButton {...button(labelKey(row))}>
                      {row.labels.map((label) => label.name).join(' + ') || rowWords[row.kind]}
                      {row.kind === 'split' && <span className={classes.hint}>unknown split</span>}
                      {row.confidence !== 'read' && <Confidence value={row.confidence} />}
                      {corrected.has(labelKey(row)) && <span className={classes.edited}>✎ corrected</span>}
                    </CellButton>
                  </th>
                  {columns.map((column, at) => {
                    const found = row.cells.find((each) => each.column === column.column)
                    if (!found)
                      return (
                        <td key={column.column} data-number>
                          <span className={classes.blank}>–</span>
                        </td>
                      )
                    const key = placeKey(found.place)
                    return (
                      <td key={column.column} data-number {...place(key, index, at + 1)}>
                        <CellButton {...button(key)}>
                          {found.amounts.length === 0 && <span className={classes.blank}>blank</span>}
                          {found.amounts.map((amount) => (
                            <Amount key={JSON.stringify(amount.place)} amount={amount} />
                          ))}
                          {corrected.has(key) && <span className={classes.edited}>✎ corrected</span>}
                        </CellButton>
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {left.length > 0 && (
        <ul className={classes.left} aria-label={`Not understood in ${table.title.text || kindWords[table.kind]}`}>
          {left.map(({ place, text, why, confidence }) => (
            <li
              key={placeKey(place)}
              data-place={placeKey(place)}
              data-marked={marked === placeKey(place) || undefined}
            >
              <button type="button" className={classes.lineButton} onClick={() => onChoose(placeKey(place))}>
                <Confidence value={confidence} isFull /> “{text}”{why && `: ${why}`}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Amount({ amount: { value, printed, confidence } }: { amount: ReadAmount }) {
  return (
    <span className={classes.cellLine}>
      {value === null ? (
        <span className={classes.blank}>{printed === '' ? 'blank' : `“${printed}”`}</span>
      ) : (
        formatInSentence(value)
      )}{' '}
      <Confidence value={confidence} />
      <VisuallyHidden>, printed {printed}</VisuallyHidden>
    </span>
  )
}

const rowWords: Record<ReadRow['kind'], string> = {
  line: 'no label',
  split: 'several',
  total: 'Total',
  subtotal: 'Subtotal',
  theme: 'Theme',
  note: 'Note',
  unknown: 'not understood',
}

const labelKey = (row: ReadRow): string => placeKey(row.labels[0]?.place ?? row.place)

/** Cells that nothing was made of: they are shown, never dropped. */
const leftOver = (table: ReadTable) =>
  table.cells.filter(({ as, confidence }) => as === 'unknown' || confidence === 'not-understood')
