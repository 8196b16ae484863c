import { z } from 'zod'

/** Where a list that is read backwards stands: the numbers at which the pages before this one ended, `52.2`. */
export const PageSearch = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,15}){0,999}$/)
  .optional()
  .catch(undefined)

/** The number before which a page begins; null is the newest. */
export const beforeOf = (page: string | undefined): number | null => {
  const last = page?.split('.').at(-1)
  return last === undefined ? null : Number(last)
}

export const olderPage = (page: string | undefined, next: number): string =>
  page === undefined ? String(next) : `${page}.${next}`

export const newerPage = (page: string): string | undefined => page.split('.').slice(0, -1).join('.') || undefined
