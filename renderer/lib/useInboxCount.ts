import { useQuery } from '@tanstack/react-query'
import { trpc } from './trpc.ts'
import { useView } from './useView.ts'

/** How much waits for whoever acts; null until it is known, and beside figures of an earlier day, because it is that of today. */
export const useInboxCount = (): number | null => {
  const { view } = useView()
  const { data } = useQuery(trpc.inbox.count.queryOptions())
  return view.asAt === null ? (data?.waiting ?? null) : null
}
