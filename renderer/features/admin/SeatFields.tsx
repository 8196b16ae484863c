import { Checkbox, NativeSelect } from '@mantine/core'
import { errorAt } from '../../lib/readText.ts'
import { Act } from '../../ui/Act.tsx'
import { DayField } from '../../ui/DayField.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import classes from './admin.module.css'
import { type BoardsData, type SeatDraft, seatField } from './boardDraft.ts'

interface SeatFieldsProps {
  number: number
  seat: SeatDraft
  data: BoardsData
  errors: readonly FieldError[]
  onSeat: (part: Partial<SeatDraft>) => void
  /** Absent for a seat that is on record: it ends on a day instead. */
  onRemove: (() => void) | undefined
}

/** One seat of a board: who holds it for whom, from when to when, and who may stand in. */
export function SeatFields({ number, seat, data, errors, onSeat, onRemove }: SeatFieldsProps) {
  const at = (part: Parameters<typeof seatField>[1]) => seatField(seat.key, part)
  const others = data.people.filter(({ id }) => id !== seat.accountId)
  return (
    <fieldset className={classes.card}>
      <legend className={classes.seatLegend}>Seat {number}</legend>
      <div className={classes.row}>
        <NativeSelect
          id={at('who')}
          label="Held by"
          value={seat.accountId}
          error={errorAt(errors, at('who'))}
          onChange={(event) => {
            const person = data.people.find(({ id }) => id === event.currentTarget.value)
            onSeat({
              accountId: person?.id ?? '',
              organisationId: seat.organisationId || (person?.organisationId ?? ''),
              alternateIds: seat.alternateIds.filter((id) => id !== person?.id),
            })
          }}
        >
          <option value="">Choose</option>
          {data.people.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </NativeSelect>
        <NativeSelect
          id={`seat-${seat.key}-organisation`}
          label="For"
          value={seat.organisationId}
          onChange={(event) => onSeat({ organisationId: event.currentTarget.value })}
        >
          <option value="">Not stated</option>
          {data.organisations.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </NativeSelect>
      </div>
      <div className={classes.row}>
        <DayField
          id={at('from')}
          label="From"
          text={seat.fromOn}
          error={errorAt(errors, at('from'))}
          onText={(fromOn) => onSeat({ fromOn })}
        />
        <DayField
          id={at('to')}
          label="Last day"
          hint="Leave it empty while it lasts"
          text={seat.toOn}
          error={errorAt(errors, at('to'))}
          onText={(toOn) => onSeat({ toOn })}
        />
      </div>
      <Checkbox
        label="Is a chair"
        checked={seat.isChair}
        onChange={(event) => onSeat({ isChair: event.currentTarget.checked })}
      />
      {others.length > 0 && (
        <details className={classes.details}>
          <summary>Alternates: {seat.alternateIds.length || 'none'}</summary>
          <div className={classes.choices}>
            {others.map(({ id, title }) => (
              <Checkbox
                key={id}
                label={title}
                checked={seat.alternateIds.includes(id)}
                onChange={(event) =>
                  onSeat({
                    alternateIds: event.currentTarget.checked
                      ? [...seat.alternateIds, id]
                      : seat.alternateIds.filter((each) => each !== id),
                  })
                }
              />
            ))}
          </div>
        </details>
      )}
      {onRemove && (
        <span className={classes.acts}>
          <Act words="Remove" name={`seat ${number}`} onDo={onRemove} />
        </span>
      )}
    </fieldset>
  )
}
