import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../lib/trpc.ts'

export type PeriodFacts = inferOutput<typeof trpc.periods.screen>
export type PeriodLine = PeriodFacts['periods'][number]
export type YearEndFacts = inferOutput<typeof trpc.yearEnd.screen>
export type YearEndRow = YearEndFacts['lines'][number]
