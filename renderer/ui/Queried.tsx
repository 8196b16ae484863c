import type { ReactNode } from 'react'
import { findFailure } from '../lib/failure.ts'
import { ExemptPage } from './ExemptPage.tsx'
import { Loading } from './Loading.tsx'
import { ProblemPage } from './ProblemPage.tsx'

interface QueriedProps<Data> {
  query: { data: Data | undefined; error: unknown; isError: boolean; refetch: () => unknown }
  doing: string
  children: (data: Data) => ReactNode
}

/** The data of a screen once it is there; until then, and if it fails, what is to be seen instead. */
export function Queried<Data>({ query, doing, children }: QueriedProps<Data>) {
  const failure = findFailure(query.error)
  // Also in the place of what was read before somebody else took over.
  if (failure?.code === 'exempt') return <ExemptPage {...failure.detail} />
  if (query.data !== undefined) return children(query.data)
  return query.isError ? (
    <ProblemPage error={query.error} onRetry={() => void query.refetch()} />
  ) : (
    <Loading doing={doing} />
  )
}
