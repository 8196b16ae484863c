import { z } from 'zod'

/** A ULID: 26 characters of Crockford's base 32, so that ids sort by the moment they were made. */
export const Id = z
  .string()
  .regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/)
  .brand<'Id'>()
export type Id = z.infer<typeof Id>
