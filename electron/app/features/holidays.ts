import type { z } from 'zod'
import type { Reading, Tx } from '../../../db/schema.ts'
import { holidayEdits } from '../../../db/subjects.ts'
import { type BankHoliday, bankHolidays } from '../../../domain/bankHolidays.ts'
import { HolidayEdit, holidaysInForce } from '../../../domain/programme/holidayEdit.ts'
import type { Service } from '../command.ts'

export const holidaysOf = async (db: Reading | Tx): Promise<BankHoliday[]> =>
  holidaysInForce(bankHolidays, await holidayEdits.list(db))

export const HolidayChange = HolidayEdit.pick({ on: true, name: true, isHoliday: true })

/** Adds, renames or strikes out a bank holiday; decisions recorded before keep the day that was worked out then. */
export const setHoliday: Service<z.infer<typeof HolidayChange>, HolidayEdit> = async (change, input, { newId }) => {
  const known = (await holidayEdits.list(change.tx)).find((edit) => edit.on === input.on)
  const value = known
    ? await holidayEdits.save(change, { ...known, ...input, revision: known.revision + 1 })
    : await holidayEdits.insert(change, { ...input, id: newId(), revision: 1, isRemoved: false })
  return {
    subject: { kind: 'holiday_edit', id: value.id },
    transition: input.isHoliday ? 'holiday set' : 'holiday struck out',
    value,
    isUndoable: true,
  }
}
