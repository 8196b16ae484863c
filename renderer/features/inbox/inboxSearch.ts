import { z } from 'zod'

export const inboxTabs = ['waiting', 'others', 'done'] as const
export type InboxTab = (typeof inboxTabs)[number]

export const InboxSearch = z.object({
  tab: z.enum(inboxTabs).optional().catch(undefined),
  page: z.coerce.number<number>().int().min(1).max(10_000).optional().catch(undefined),
})
export type InboxSearch = z.infer<typeof InboxSearch>
