import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { Id } from '../id.ts'

/** A reporting grouping. Reports call it by several names; `aliases` holds them all. */
export const Theme = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  name: z.string().trim().min(1).max(200),
  aliases: z.array(z.string().trim().min(1).max(200)).max(50),
  objective: z.string().max(2000),
  sort: z.int(),
  retiredOn: CalendarDay.nullable(),
})
export type Theme = z.infer<typeof Theme>

/** The days in which a scheme belongs to a theme; one theme at a time (R27). `toOn` is the last day, null while it lasts. */
export const ThemeMembership = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  schemeId: Id,
  themeId: Id,
  fromOn: CalendarDay,
  toOn: CalendarDay.nullable(),
})
export type ThemeMembership = z.infer<typeof ThemeMembership>
