import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpLink } from '@trpc/client'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '../../electron/app/router.ts'
import { noteProgramUpdate } from './programUpdate.ts'
import { waitForUnlock } from './waitForUnlock.ts'

/** After any command every query on screen is read again: a local read costs a millisecond, and nothing goes stale. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 0, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
  queryCache: new QueryCache({ onError: noteProgramUpdate }),
  mutationCache: new MutationCache({
    onError: noteProgramUpdate,
    onSuccess: async (_data, _variables, _result, { meta }) => {
      if (meta?.changesNothing) return
      await queryClient.invalidateQueries()
    },
  }),
})

// Every call is a POST, so that nothing a user reads or types stands in an address or in a log.
export const client = createTRPCClient<AppRouter>({
  links: [
    httpLink({
      url: '/api',
      methodOverride: 'POST',
      headers: { 'x-bcf': '1' },
      fetch: waitForUnlock(() => void queryClient.invalidateQueries({ queryKey: trpc.session.screen.queryKey() })),
    }),
  ],
})

export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient })

/** After another file was opened nothing of the one before may be drawn, not for a moment. */
export const forgetProgramme = (): void => queryClient.removeQueries({ type: 'inactive' })
