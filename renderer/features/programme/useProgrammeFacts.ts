import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'

/** All of the programme on the day of the page, with its changes to the table of bank holidays. */
export type ProgrammeScreenFacts = inferOutput<typeof trpc.programme.screen>

export const useProgrammeFacts = () => {
  const { view } = useView()
  return useQuery(trpc.programme.screen.queryOptions({ asAt: view.asAt }, { placeholderData: keepPreviousData }))
}
