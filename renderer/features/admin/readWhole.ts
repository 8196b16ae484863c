import type { Read } from '../../lib/readText.ts'

/** A whole number as typed, within its range. */
export const readWhole = (fieldId: string, text: string, { min, max }: { min: number; max: number }): Read<number> => {
  const value = /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN
  return value >= min && value <= max
    ? { value }
    : { errors: [{ fieldId, message: `Enter a whole number from ${min} to ${max}` }] }
}
