import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { bankHolidays } from '../../../domain/bankHolidays.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { type HolidayEdit, type HolidayRow, holidayTable } from '../../../domain/programme/holidayEdit.ts'
import { formatDeadline } from '../../lib/format.ts'
import type { FormState } from '../../lib/formState.ts'
import { useMayDo, useSession } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import { HolidayForm } from './HolidayForm.tsx'
import classes from './programme.module.css'

interface HolidayListProps {
  edits: readonly HolidayEdit[]
  forms: FormState
  isAdding: boolean
  onAdd: () => void
}

const statusWords: Record<HolidayRow['status'], string> = {
  published: 'Published',
  provisional: 'Provisional: follows the usual rule, not announced yet',
  added: 'Set in this programme',
  'struck-out': 'Struck out: counts as a working day',
}

/** The bank holidays of a year, with what this programme has changed about them. */
export function HolidayList({ edits, forms, isAdding, onAdd }: HolidayListProps) {
  const { today } = useSession()
  const mayChange = useMayDo('structure')
  const table = holidayTable(bankHolidays, edits)
  const years = [...new Set(table.map((holiday) => holiday.on.slice(0, 4)))]
  const [year, setYear] = useState(years.includes(today.slice(0, 4)) ? today.slice(0, 4) : (years[0] ?? ''))
  const set = useMutation(trpc.holidays.set.mutationOptions({ onError: forms.refuse() }))
  const change = ({ on, name }: HolidayRow, isHoliday: boolean) =>
    set.mutate(
      { on, name, isHoliday },
      {
        onSuccess: () =>
          announce(`${formatDay(on)} ${isHoliday ? 'is a bank holiday' : 'counts as a working day now'}`),
      },
    )

  return (
    <section className={classes.section} aria-labelledby="holidays">
      <div className={classes.headingRow}>
        <h2 id="holidays" className={classes.heading}>
          Bank holidays
        </h2>
        <div className={classes.acts}>
          <NativeSelect
            size="xs"
            aria-label="Year of the bank holidays"
            value={year}
            onChange={(event) => setYear(event.currentTarget.value)}
            data={years}
          />
          {mayChange && (
            <Button id="add-holiday" size="compact-sm" variant="default" aria-expanded={isAdding} onClick={onAdd}>
              Add a bank holiday
            </Button>
          )}
        </div>
      </div>
      <p className="reading">
        Call-in windows count working days in England and Wales by this list. Decisions on record keep the day that was
        worked out when they were recorded.
      </p>
      {isAdding && <HolidayForm forms={forms} onYear={setYear} />}
      <DataTable
        caption={`Bank holidays ${year}`}
        isCaptionHidden
        rows={table.filter((holiday) => holiday.on.startsWith(year))}
        keyOf={(holiday) => holiday.on}
        empty="No bank holidays in this year."
        columns={[
          {
            id: 'on',
            heading: 'Day',
            isRowHeading: true,
            cell: ({ on, status }) => (
              <span className={status === 'struck-out' ? classes.struck : undefined}>{formatDeadline(on)}</span>
            ),
          },
          { id: 'name', heading: 'Bank holiday', cell: (holiday) => holiday.name },
          { id: 'status', heading: 'Status', cell: (holiday) => statusWords[holiday.status] },
          ...(mayChange
            ? [
                {
                  id: 'acts',
                  heading: 'Change',
                  cell: (holiday: HolidayRow) =>
                    holiday.status === 'struck-out' ? (
                      <Act words="Put back" name={formatDay(holiday.on)} onDo={() => change(holiday, true)} />
                    ) : (
                      <Act words="Strike out" name={formatDay(holiday.on)} onDo={() => change(holiday, false)} />
                    ),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}
