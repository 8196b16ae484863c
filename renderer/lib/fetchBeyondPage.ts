import type { HTTPLinkOptions } from '@trpc/client'

/** A `fetch` that goes on when its page is left, where the browser can do that: not every host or length of a body allows it. */
export const fetchBeyondPage: NonNullable<HTTPLinkOptions<never>['fetch']> = async (input, init) => {
  const request = init as RequestInit
  return await fetch(String(input), { ...request, keepalive: true }).catch(() => fetch(String(input), request))
}
