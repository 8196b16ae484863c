import { formatYear, type StartYear } from '../../../domain/financialYear.ts'
import { messages } from '../../../domain/messages.ts'
import { type MoneyUnit, type Pence, parseAmount } from '../../../domain/money.ts'
import type { Programme } from '../../../domain/programme/programme.ts'
import { findRefusal } from '../../lib/findRefusal.ts'
import { type Read, readOf, refuseText } from '../../lib/readText.ts'
import { readYear } from '../../lib/readYear.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { editableText } from '../../ui/editableText.ts'

export interface ProgrammeDraft {
  name: string
  capitalSchemeNumber: string
  startYear: string
  endYear: string
  annualAllocation: string
}

export const draftOfProgramme = (programme: Programme, unit: MoneyUnit): ProgrammeDraft => ({
  name: programme.name,
  capitalSchemeNumber: programme.capitalSchemeNumber,
  startYear: formatYear(programme.startYear),
  endYear: formatYear(programme.endYear),
  annualAllocation: programme.annualAllocation === null ? '' : editableText(programme.annualAllocation as Pence, unit),
})

type Change = Pick<Programme, 'name' | 'capitalSchemeNumber' | 'startYear' | 'endYear' | 'annualAllocation'>

export const readProgramme = (draft: ProgrammeDraft, unit: MoneyUnit): Read<Change> => {
  const [startYear, endYear] = [readYear(draft.startYear), readYear(draft.endYear)]
  const isTurned = startYear !== undefined && endYear !== undefined && endYear < startYear
  const { amount, error } = readOptionalAmount('programme-allocation', draft.annualAllocation, unit)
  return readOf(
    {
      name: draft.name.trim(),
      capitalSchemeNumber: draft.capitalSchemeNumber.trim(),
      startYear: startYear as StartYear,
      endYear: endYear as StartYear,
      annualAllocation: amount,
    },
    [
      refuseText('programme-name', draft.name, {
        label: 'Name',
        ask: 'Enter the name of the programme',
        longest: 200,
      }),
      refuseText('programme-number', draft.capitalSchemeNumber, { label: 'Capital scheme number', longest: 40 }),
      startYear === undefined ? badYear('programme-start', draft.startYear) : null,
      endYear === undefined ? badYear('programme-end', draft.endYear) : null,
      isTurned
        ? { fieldId: 'programme-end', message: `The last year must be ${formatYear(startYear)} or later` }
        : null,
      error,
    ],
  )
}

const badYear = (fieldId: string, text: string): FieldError => ({
  fieldId,
  message:
    text.trim() === '' ? 'Enter the financial year, for example 2020/21' : messages['bad-year']({ text: text.trim() }),
})

/** An amount that may be left out: null for an empty field. */
const readOptionalAmount = (
  fieldId: string,
  text: string,
  unit: MoneyUnit,
): { amount: Pence | null; error: FieldError | null } => {
  if (text.trim() === '') return { amount: null, error: null }
  let amount: Pence | null = null
  const message = findRefusal(() => {
    amount = parseAmount(text.trim(), unit)
  })
  return { amount, error: message === undefined ? null : { fieldId, message } }
}
