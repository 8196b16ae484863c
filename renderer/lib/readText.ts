import type { FieldError } from '../ui/ErrorSummary.tsx'

/** What a form means, or what has to be put right in it. */
export type Read<Value> = { value: Value; errors?: undefined } | { value?: undefined; errors: FieldError[] }

export const readOf = <Value>(value: Value, errors: readonly (FieldError | null)[]): Read<Value> => {
  const found = errors.filter((error) => error !== null)
  return found.length > 0 ? { errors: found } : { value }
}

/** Why a text cannot stand: it is missing where it is wanted (`ask` says what to do), or longer than it may be. */
export const refuseText = (
  fieldId: string,
  text: string,
  { label, ask, longest }: { label: string; ask?: string; longest: number },
): FieldError | null => {
  if (ask !== undefined && text.trim() === '') return { fieldId, message: ask }
  return text.trim().length > longest
    ? { fieldId, message: `${label} must be ${longest.toLocaleString('en-GB')} characters or fewer` }
    : null
}

/** One entry a line, without empty lines and without doubles. */
export const readLines = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

/** Why a list of names, one a line, cannot stand. */
export const refuseLines = (fieldId: string, lines: readonly string[], label: string): FieldError | null => {
  if (lines.length > 50) return { fieldId, message: `${label} must be 50 lines or fewer` }
  return lines.some((line) => line.length > 200)
    ? { fieldId, message: `Each line of ${label.toLowerCase()} must be 200 characters or fewer` }
    : null
}

/** The words beside a field, the same as in the summary. */
export const errorAt = (errors: readonly FieldError[], fieldId: string): string | undefined =>
  errors.find((error) => error.fieldId === fieldId)?.message
