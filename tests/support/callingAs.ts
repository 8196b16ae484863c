import { createTRPCClient, httpLink } from '@trpc/client'
import type { App } from '../../electron/app/app.ts'
import type { Caller } from '../../electron/app/ports.ts'
import type { AppRouter } from '../../electron/app/router.ts'

/** The operations of a program as a caller that a host knows has them; every call goes through `fetch`. */
export const callingAs = (app: App, caller: Caller) =>
  createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: 'http://bcf.test/api',
        methodOverride: 'POST',
        fetch: async (url, init) => await app.fetch(new Request(String(url), init as RequestInit), caller),
      }),
    ],
  })
