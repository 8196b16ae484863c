import { z } from 'zod'
import { PageSearch } from '../../lib/pages.ts'

export const schemeTabs = ['overview', 'money', 'cases', 'delivery', 'closure', 'history'] as const
export type SchemeTab = (typeof schemeTabs)[number]

/** Which part of a scheme is shown. It stands in the address. */
export const SchemeSearch = z.object({
  tab: z.enum(schemeTabs).optional().catch(undefined),
  page: PageSearch,
})
export type SchemeSearch = z.infer<typeof SchemeSearch>
