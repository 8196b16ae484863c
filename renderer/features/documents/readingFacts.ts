import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../../lib/trpc.ts'

/** A document beside what was read of it. */
export type ReadingFacts = inferOutput<typeof trpc.documents.reading>
export type ReadPlace = ReadingFacts['checks']['places'][string][number]['place']
export type ReadTable = ReadingFacts['reading']['tables'][number]
export type ReadRow = ReadTable['rows'][number]
export type ReadAmount = ReadRow['cells'][number]['amounts'][number]
export type NameMatch = ReadingFacts['reading']['names'][number]
export type TableBlock = Extract<ReadingFacts['document']['blocks'][number], { kind: 'table' }>
