import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../lib/trpc.ts'

export type ForecastFacts = inferOutput<typeof trpc.forecasts.screen>
export type ForecastScheme = ForecastFacts['schemes'][number]
export type MonitoringFacts = inferOutput<typeof trpc.monitoring.screen>
export type HighlightFacts = inferOutput<typeof trpc.highlights.screen>
