import { readQuantity } from '../../domain/benefit/quantity.ts'
import { parseAmount } from '../../domain/money.ts'
import type { FieldError } from '../ui/ErrorSummary.tsx'
import { findRefusal } from './findRefusal.ts'
import { readFormDay } from './readFormDay.ts'
import { type Read, readOf, refuseText } from './readText.ts'

interface Named {
  name: string
  label: string
  hint?: string
  /** What to do where it is empty and may not be. */
  ask?: string
}

/** A field of a form, by what is typed in it. */
export type FormField =
  | (Named & { kind: 'text' | 'area'; longest: number })
  | (Named & { kind: 'day' | 'amount' | 'quantity' })
  | (Named & {
      kind: 'choice'
      options: readonly { value: string; label: string }[]
      /** What the choice stands for; the value itself unless said. */
      means?: (value: string) => string | number | boolean | null
    })

export type FormTexts = Readonly<Record<string, string>>
/** What the fields mean, by name: a text, a day, pence, thousandths of a unit, a choice, or null for none. */
export type FormValues = Readonly<Record<string, string | number | boolean | null>>

export const fieldIdOf = (formId: string, name: string): string => `${formId}-${name}`

/** What was typed, read field by field, or every fault in it. */
export const readFields = (formId: string, fields: readonly FormField[], texts: FormTexts): Read<FormValues> => {
  const values: Record<string, string | number | boolean | null> = {}
  const errors = fields.map((field): FieldError | null => {
    const { value, error } = readField(fieldIdOf(formId, field.name), field, texts[field.name] ?? '')
    values[field.name] = value
    return error
  })
  return readOf(values, errors)
}

interface ReadField {
  value: string | number | boolean | null
  error: FieldError | null
}

const readField = (fieldId: string, field: FormField, text: string): ReadField => {
  if (field.ask !== undefined && text.trim() === '') {
    return { value: null, error: { fieldId, message: field.ask } }
  }
  switch (field.kind) {
    case 'text':
    case 'area':
      return { value: text.trim(), error: refuseText(fieldId, text, { label: field.label, longest: field.longest }) }
    case 'day': {
      const { day, error } = readFormDay(fieldId, text)
      return { value: day, error }
    }
    case 'choice':
      return { value: field.means ? field.means(text) : text, error: null }
    case 'amount':
      return readNumber(fieldId, () => (text.trim() === '' ? null : parseAmount(text, '£')))
    case 'quantity':
      return readNumber(fieldId, () => readQuantity(text))
  }
}

const readNumber = (fieldId: string, read: () => number | null): ReadField => {
  let value: number | null = null
  const refusal = findRefusal(() => {
    value = read()
  })
  return { value, error: refusal === undefined ? null : { fieldId, message: refusal } }
}

/** A choice of which none is one. */
export const orNone = (value: string): string | null => (value === '' ? null : value)

/** Options out of a table of words, with none ahead of them where that is one. */
export const optionsOf = (
  words: Readonly<Record<string, string>>,
  none?: string,
): { value: string; label: string }[] => [
  ...(none === undefined ? [] : [{ value: '', label: none }]),
  ...Object.entries(words).map(([value, label]) => ({ value, label })),
]
