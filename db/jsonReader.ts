import type { z } from 'zod'

/** Texts beyond these are as likely new as known. */
const REMEMBERED = 100

/**
 * Reads JSON of a schema. A text that the schema has taken unchanged is not held to it again: most lists are empty, and most dates
 * not set. Whoever reads gets a value of their own.
 */
export const jsonReader = (schema: z.ZodType) => {
  const taken = new Map<string | number, () => unknown>()
  return (text: string | number | null | undefined): unknown => {
    if (text === null || text === undefined) return schema.parse(null)
    const again = taken.get(text)
    if (again) return again()
    const read = schema.parse(JSON.parse(String(text)))
    if (taken.size < REMEMBERED && JSON.stringify(read) === text) taken.set(text, makerOf(text))
    return read
  }
}

/** Makes a value of a text anew: a flat one is copied, which costs a tenth of parsing it. */
const makerOf = (text: string): (() => unknown) => {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null || Object.values(value).some(isObject)) return () => JSON.parse(text)
  return Array.isArray(value) ? () => [...value] : () => ({ ...value })
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null
