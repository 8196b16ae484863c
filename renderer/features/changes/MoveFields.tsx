import { Button, NativeSelect } from '@mantine/core'
import type { ChangeKind } from '../../../domain/change/changeRequest.ts'
import type { MoneyUnit } from '../../../domain/money.ts'
import type { PlaceGroup } from '../../lib/placeOptions.ts'
import { errorAt } from '../../lib/readText.ts'
import { AmountInput } from '../../ui/AmountInput.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import classes from './Changes.module.css'
import { asks, fieldId, type MoveDraft, NOT_STATED } from './changeDraft.ts'

interface MoveFieldsProps {
  kind: ChangeKind
  move: MoveDraft
  title: string
  places: readonly PlaceGroup[]
  years: readonly string[]
  sources: readonly { id: string; name: string }[]
  unit: MoneyUnit
  errors: readonly FieldError[]
  onMove: (move: MoveDraft) => void
  /** Left out where it is the only one. */
  onRemove?: (() => void) | undefined
}

/** One move of money: where, when, from what, how much, and what of that it goes to. */
export function MoveFields(props: MoveFieldsProps) {
  const { kind, move, title, places, years, sources, unit, errors, onMove, onRemove } = props
  const wants = asks[kind]
  const field = (name: keyof MoveDraft) => ({
    id: fieldId(move.key, name),
    value: move[name],
    error: errorAt(errors, fieldId(move.key, name)),
    onChange: (event: { currentTarget: { value: string } }) => onMove({ ...move, [name]: event.currentTarget.value }),
  })
  const place = (name: 'place' | 'toPlace', label: string) => (
    <NativeSelect {...field(name)} label={label}>
      <option value="">Choose</option>
      {places.map((group) => (
        <optgroup key={group.label} label={group.label}>
          {group.options.map(({ value, label: words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </optgroup>
      ))}
    </NativeSelect>
  )
  const year = (name: 'year' | 'toYear', label: string) => (
    <NativeSelect {...field(name)} label={label} data={[{ value: '', label: 'Choose' }, ...years]} />
  )
  const source = (name: 'source' | 'toSource', label: string) => (
    <NativeSelect {...field(name)} label={label}>
      <option value="">Choose</option>
      {sources.map(({ id, name: words }) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
      <option value={NOT_STATED}>Not stated</option>
    </NativeSelect>
  )
  const isBetween = wants.length > 0

  return (
    <fieldset className={classes.move}>
      <legend>{title}</legend>
      {place('place', wants.includes('toPlace') ? 'From' : kind === 'injection' ? 'To' : 'Where')}
      {wants.includes('toPlace') && place('toPlace', 'To')}
      {year('year', wants.includes('toYear') ? 'From year' : 'Year')}
      {wants.includes('toYear') && year('toYear', 'To year')}
      {source('source', wants.includes('toSource') ? 'Paid from now' : 'Paid from')}
      {wants.includes('toSource') && source('toSource', 'To be paid from')}
      <AmountInput
        id={fieldId(move.key, 'amount')}
        label={isBetween ? 'Amount to move' : kind === 'correction' ? 'Amount, below 0 to take away' : 'Amount'}
        unit={unit}
        value={move.amount}
        error={errorAt(errors, fieldId(move.key, 'amount'))}
        onChange={(amount) => onMove({ ...move, amount })}
      />
      {onRemove && (
        <div>
          <Button variant="default" size="compact-sm" onClick={onRemove} aria-label={`Remove ${title.toLowerCase()}`}>
            Remove
          </Button>
        </div>
      )}
    </fieldset>
  )
}
