import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { formatYear, type StartYear } from '../../../../domain/financialYear.ts'
import { formatInSentence, type MoneyUnit, pence } from '../../../../domain/money.ts'
import type { FundingSource } from '../../../../domain/programme/fundingSource.ts'
import { focusLater } from '../../../lib/focusLater.ts'
import { spokenYear, unitSpoken } from '../../../lib/format.ts'
import type { PlaceGroup } from '../../../lib/placeOptions.ts'
import { errorAt } from '../../../lib/readText.ts'
import { Act } from '../../../ui/Act.tsx'
import { AmountInput } from '../../../ui/AmountInput.tsx'
import type { FieldError } from '../../../ui/ErrorSummary.tsx'
import { editableText } from '../../../ui/editableText.ts'
import { Figure } from '../../../ui/Figure.tsx'
import {
  amountOf,
  blankRow,
  cellId,
  type DecidedLevel,
  type DecisionDraft,
  type DraftRow,
  placeId,
  statedId,
  type TypedAmount,
  totalSoFar,
} from './decisionDraft.ts'
import { decidedLevelWords } from './decisionWords.ts'
import classes from './LinesGrid.module.css'

interface LinesGridProps {
  level: DecidedLevel
  draft: DecisionDraft
  onDraft: (draft: DecisionDraft) => void
  errors: readonly FieldError[]
  years: readonly StartYear[]
  closedYears: readonly StartYear[]
  places: readonly PlaceGroup[]
  sources: readonly FundingSource[]
  unit: MoneyUnit
}

/** The lines of one level: a row for each place and source, an amount for each year, and the total that the paper states. */
export function LinesGrid(props: LinesGridProps) {
  const { level, draft, onDraft, errors, years, closedYears, places, sources, unit } = props
  const { rows, stated } = draft[level]
  const name = decidedLevelWords[level]
  const [focused, setFocused] = useState<{ key: string; year: StartYear } | null>(null)
  const setRows = (next: readonly DraftRow[]) => onDraft({ ...draft, [level]: { rows: next, stated } })
  const change = (row: DraftRow, part: Partial<DraftRow>) =>
    setRows(rows.map((each) => (each === row ? { ...row, ...part } : each)))
  const labelOf = (row: DraftRow) =>
    places.flatMap((group) => group.options).find((option) => option.value === row.place)?.label ??
    `line ${rows.indexOf(row) + 1}`
  const canType = (year: StartYear) =>
    !closedYears.includes(year) || (level === 'allocation' && draft.allocationKind === 'correction')

  const add = () => {
    const key = String(Math.max(...rows.map((row) => Number(row.key))) + 1)
    setRows([...rows, blankRow(key)])
    focusLater(placeId(level, blankRow(key)))
  }
  const remove = (row: DraftRow) => {
    const left = rows.filter((each) => each !== row)
    setRows(left.length === 0 ? [blankRow(row.key)] : left)
    const next = left[Math.max(0, rows.indexOf(row) - 1)] ?? row
    focusLater(placeId(level, next))
  }

  /** Enter goes to the line below, as in any grid, and does not send a form that is still being filled in. */
  const goDown = (event: KeyboardEvent, row: DraftRow, year: StartYear) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    const next = rows[rows.indexOf(row) + 1]
    if (next) document.getElementById(cellId(level, next, year))?.focus()
  }

  const lines = rows.flatMap((row) =>
    [placeId(level, row), ...years.map((year) => cellId(level, row, year))].flatMap((id) => errorAt(errors, id) ?? []),
  )
  const meant = focused && amountOf(rows.find((row) => row.key === focused.key)?.amounts[focused.year])
  const total = totalSoFar(draft, level)
  const statedAmount = amountOf(stated)
  return (
    <div className={classes.level}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls sideways must be reachable by key. */}
      <section className={classes.frame} tabIndex={0} aria-label={`Lines of ${name.toLowerCase()}`}>
        <table className={classes.table}>
          <caption className={classes.caption}>
            {name} in {unit}, by place, source and year
          </caption>
          <thead>
            <tr>
              <th scope="col">Place</th>
              <th scope="col">Funding source</th>
              <th scope="col">Nature</th>
              {years.map((year) => (
                <th key={year} scope="col" data-align="right">
                  <span aria-hidden="true">{formatYear(year)}</span>
                  <span className={classes.spoken}>{spokenYear(year)}</span>
                </th>
              ))}
              <th scope="col" data-align="right">
                Total
              </th>
              <th scope="col">
                <span className={classes.spoken}>Change</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.key}>
                <td>
                  <NativeSelect
                    id={placeId(level, row)}
                    size="xs"
                    className={classes.place}
                    aria-label={`${name}, line ${index + 1}, place`}
                    value={row.place}
                    error={errorAt(errors, placeId(level, row)) !== undefined}
                    onChange={(event) => change(row, { place: event.currentTarget.value })}
                  >
                    <option value="">Choose a place</option>
                    {places.map((group) => (
                      <optgroup key={group.label} label={group.label}>
                        {group.options.map((option) => (
                          <option key={option.value} value={option.value}>
                            {option.label}
                          </option>
                        ))}
                      </optgroup>
                    ))}
                  </NativeSelect>
                </td>
                <td>
                  <NativeSelect
                    size="xs"
                    className={classes.source}
                    aria-label={`${name}, ${labelOf(row)}, funding source`}
                    value={row.sourceId}
                    onChange={(event) => change(row, { sourceId: event.currentTarget.value })}
                  >
                    <option value="">Not stated</option>
                    {sources.map((source) => (
                      <option key={source.id} value={source.id}>
                        {source.name}
                      </option>
                    ))}
                  </NativeSelect>
                </td>
                <td>
                  <NativeSelect
                    size="xs"
                    className={classes.nature}
                    aria-label={`${name}, ${labelOf(row)}, nature`}
                    value={row.nature}
                    onChange={(event) =>
                      change(row, { nature: event.currentTarget.value === 'revenue' ? 'revenue' : 'capital' })
                    }
                  >
                    <option value="capital">Capital</option>
                    <option value="revenue">Revenue</option>
                  </NativeSelect>
                </td>
                {years.map((year) => (
                  <td key={year} data-align="right">
                    {canType(year) ? (
                      <TextInput
                        id={cellId(level, row, year)}
                        size="xs"
                        className={classes.amount}
                        inputMode="decimal"
                        autoComplete="off"
                        aria-label={`${name}, ${labelOf(row)}, ${spokenYear(year)}, ${unitSpoken[unit]}`}
                        value={textIn(row.amounts[year], unit)}
                        error={errorAt(errors, cellId(level, row, year)) !== undefined}
                        onKeyDown={(event) => goDown(event, row, year)}
                        onFocus={() => setFocused({ key: row.key, year })}
                        onBlur={() => setFocused(null)}
                        onChange={(event) =>
                          change(row, {
                            amounts: { ...row.amounts, [year]: { text: event.currentTarget.value, unit } },
                          })
                        }
                      />
                    ) : (
                      <span className={classes.closed}>closed</span>
                    )}
                  </td>
                ))}
                <td data-align="right">
                  <Figure value={rowTotal(row)} unit={unit} />
                </td>
                <td>
                  <Act words="Remove" name={`${name}, ${labelOf(row)}`} onDo={() => remove(row)} />
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={3}>
                Total of the lines
              </th>
              {years.map((year) => (
                <td key={year} data-align="right">
                  <Figure value={totalSoFar(draft, level, year)} unit={unit} />
                </td>
              ))}
              <td data-align="right">
                <Figure value={total} unit={unit} />
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      </section>
      {lines.map((message) => (
        <p key={message} className={classes.error}>
          {message}
        </p>
      ))}
      <div className={classes.below}>
        <Button variant="default" size="compact-sm" onClick={add}>
          Add a line
        </Button>
        <p className={classes.meant}>{meant == null ? '' : `= ${formatInSentence(meant)}`}</p>
        <div className={classes.stated}>
          <AmountInput
            id={statedId(level)}
            label={`Total ${name.toLowerCase()} that the paper states`}
            description="Leave it empty if none is stated"
            unit={unit}
            value={textIn(stated, unit)}
            error={errorAt(errors, statedId(level))}
            onChange={(text) => onDraft({ ...draft, [level]: { rows, stated: { text, unit } } })}
          />
          {statedAmount != null && (
            <p className={classes.cast} data-casts={statedAmount === total}>
              {statedAmount === total
                ? 'The lines add up to it.'
                : `The lines are ${formatInSentence(pence(Math.abs(statedAmount - total)))} ${total < statedAmount ? 'less' : 'more'}.`}
            </p>
          )}
        </div>
      </div>
    </div>
  )
}

/** What was typed; in another unit than it was typed in, the same amount. */
function textIn(typed: TypedAmount | undefined, unit: MoneyUnit): string {
  if (typed === undefined || typed.unit === unit) return typed?.text ?? ''
  const amount = amountOf(typed)
  return amount == null ? typed.text : editableText(amount, unit)
}

function rowTotal(row: DraftRow) {
  return pence(Object.values(row.amounts).reduce((sum, typed) => sum + (amountOf(typed) ?? 0), 0))
}
