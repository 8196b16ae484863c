import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../lib/trpc.ts'

export type MeetingFacts = inferOutput<typeof trpc.meetings.screen>
export type MeetingItem = MeetingFacts['meeting']['items'][number]
export type ReadyItem = MeetingFacts['ready'][number]
export type MeetingSeat = MeetingFacts['seats'][number]
export type ItemFacts = inferOutput<typeof trpc.meetings.item>
export type MeetingList = inferOutput<typeof trpc.meetings.list>
