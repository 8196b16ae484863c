import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpLink, splitLink } from '@trpc/client'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import type { AppRouter } from '../../electron/app/router.ts'
import { isOfOtherVersion } from './failure.ts'
import { fetchBeyondPage } from './fetchBeyondPage.ts'
import { noteProgramChange } from './programUpdate.ts'
import { waitForUnlock } from './waitForUnlock.ts'

const noteOtherVersion = (error: unknown): void => {
  if (isOfOtherVersion(error)) noteProgramChange('updated')
}

/** After any command every query on screen is read again: a local read costs a millisecond, and nothing goes stale. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, staleTime: 0, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
  queryCache: new QueryCache({ onError: noteOtherVersion }),
  mutationCache: new MutationCache({
    onError: noteOtherVersion,
    onSuccess: async (_data, _variables, _result, { meta }) => {
      if (meta?.changesNothing) return
      await queryClient.invalidateQueries()
    },
  }),
})

// Every call is a POST, so that nothing a user reads or types stands in an address or in a log.
const calls = { url: '/api', methodOverride: 'POST', headers: { 'x-bcf': '1' } } as const

/** The context of a call that is made to its end, also where its page is left or loaded again meanwhile. */
export const beyondPage = { isBeyondPage: true }

export const client = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ context }) => context.isBeyondPage === true,
      true: httpLink({ ...calls, fetch: fetchBeyondPage }),
      false: httpLink({
        ...calls,
        fetch: waitForUnlock(() => void queryClient.invalidateQueries({ queryKey: trpc.session.screen.queryKey() })),
      }),
    }),
  ],
})

export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient })

/** After another file was opened nothing of the one before may be drawn, not for a moment. */
export const forgetProgramme = (): void => queryClient.removeQueries({ type: 'inactive' })
