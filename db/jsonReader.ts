import type { z } from 'zod'

/** Texts beyond these are as likely new as known. */
const REMEMBERED = 100

/** Reads JSON of a schema. A text that the schema has taken unchanged is not held to it again: most lists are empty, and most dates not set. */
export const jsonReader = (schema: z.ZodType) => {
  const taken = new Set<string | number>()
  return (text: string | number | null | undefined): unknown => {
    if (text === null || text === undefined) return schema.parse(null)
    const value: unknown = JSON.parse(String(text))
    if (taken.has(text)) return value
    const read = schema.parse(value)
    if (taken.size < REMEMBERED && JSON.stringify(read) === text) taken.add(text)
    return read
  }
}
