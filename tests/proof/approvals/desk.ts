import type { CalendarDay, Instant } from '../../../domain/calendarDay.ts'
import type { Id } from '../../../domain/id.ts'
import type { Role } from '../../../domain/roles.ts'
import { createApp } from '../../../electron/app/app.ts'
import { nodePorts } from '../../../electron/hosts/nodePorts.ts'

/** A command, and who gives it in which role; nobody signs in for what only the role does. */
export interface Given {
  operation: string
  input: Record<string, unknown>
  by: Id | null
  role: Role
}

/** What came of it: what the command gave back, null for nothing to do, or the code of the refusal. */
export interface Reply {
  value: unknown
  refusal: string | null
}

/** The program at a desk with a clock that only the proof moves, and ids by count so that a seed brings all of them back. */
export const openDesk = (folder: string) => {
  let today = '2020-09-01' as CalendarDay
  let made = 0
  let uptime = 0
  const ports = nodePorts(null, { programmes: folder, config: folder })
  const app = createApp({
    ...ports,
    clock: () => `${today}T09:00:00.000Z` as Instant,
    uptime: () => uptime,
    newId: () => {
      made += 1
      return `01PRF${String(made).padStart(21, '0')}` as Id
    },
    settings: { read: async () => ({ lastFile: null }), write: async () => undefined },
    log: () => undefined,
  })
  return {
    app,
    today: () => today,
    at(day: CalendarDay) {
      today = day
      uptime += 3_600_000
    },
    async give({ operation, input, by, role }: Given): Promise<Reply> {
      const request = new Request(`http://bcf.test/api/${operation}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(input),
      })
      const caller = by === null ? { session: 'desk', role } : { session: by, role, accountId: by }
      const response = await app.fetch(request, caller)
      const { result, error } = (await response.json()) as {
        result?: { data?: { value?: unknown } }
        error?: { data: { failure: { code: string } } }
      }
      return { value: result?.data?.value ?? null, refusal: error?.data.failure.code ?? null }
    },
  }
}
export type Desk = ReturnType<typeof openDesk>
