import { lastSeq } from '../../../db/queries/events.ts'
import type { Reading } from '../../../db/schema.ts'
import {
  accounts,
  authorityRequests,
  boards,
  businessCases,
  meetings,
  proposals,
  routes,
  schemes,
  waivers,
} from '../../../db/subjects.ts'
import type { AuthorityRequest } from '../../../domain/authority/authorityRequest.ts'
import type { Waiver } from '../../../domain/authority/waiver.ts'
import type { Board } from '../../../domain/board/board.ts'
import type { Meeting } from '../../../domain/board/meeting.ts'
import type { BusinessCase } from '../../../domain/businessCase/businessCase.ts'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import type { Id } from '../../../domain/id.ts'
import type { Account } from '../../../domain/people/account.ts'
import { rolesHeld } from '../../../domain/people/rolesHeld.ts'
import { type Duty, mayDo, type Role } from '../../../domain/roles.ts'
import type { Proposal } from '../../../domain/route/proposal.ts'
import type { Route } from '../../../domain/route/route.ts'

/** What the file holds between two commands, and the day on which the next one is given. */
export interface Seen {
  today: CalendarDay
  lastSeq: number
  people: Account[]
  schemeIds: Id[]
  sourceId: Id
  boards: Board[]
  routes: Route[]
  cases: BusinessCase[]
  requests: AuthorityRequest[]
  meetings: Meeting[]
  proposals: Proposal[]
  waivers: Waiver[]
  drafts: { subjectId: string; actor: string; savedAt: string }[]
}

/** What no command of a sequence changes. */
export type Fixed = Pick<Seen, 'people' | 'schemeIds' | 'sourceId' | 'boards' | 'routes'>

export const fixedIn = async (db: Reading): Promise<Fixed> => ({
  people: await accounts.list(db),
  schemeIds: (await schemes.list(db)).map(({ id }) => id),
  sourceId: (await db.selectFrom('funding_source').select('id').executeTakeFirstOrThrow()).id as Id,
  boards: await boards.list(db),
  routes: await routes.list(db),
})

/** What the file holds; of what was seen before only the kinds that an event has saved since are read anew. */
export const seenNow = async (db: Reading, fixed: Fixed, today: CalendarDay, before?: Seen): Promise<Seen> => ({
  ...(before ?? { ...fixed, cases: [], requests: [], meetings: [], proposals: [], waivers: [] }),
  today,
  lastSeq: await lastSeq(db),
  ...(await savedSince(db, before?.lastSeq ?? 0)),
  drafts: (await db.selectFrom('draft').select(['subject_id', 'actor', 'saved_at']).execute()).map((row) => ({
    subjectId: row.subject_id,
    actor: row.actor,
    savedAt: row.saved_at,
  })),
})

const savedSince = async (db: Reading, seq: number): Promise<Partial<Seen>> => {
  const saved = await db.selectFrom('event_row').select('kind').distinct().where('seq', '>', seq).execute()
  const kinds = new Set<string>(saved.map(({ kind }) => kind))
  return {
    ...(kinds.has('business_case') ? { cases: await businessCases.list(db) } : {}),
    ...(kinds.has('authority_request') ? { requests: await authorityRequests.list(db) } : {}),
    ...(kinds.has('meeting') ? { meetings: await meetings.list(db) } : {}),
    ...(kinds.has('proposal') ? { proposals: await proposals.list(db) } : {}),
    ...(kinds.has('waiver') ? { waivers: await waivers.list(db) } : {}),
  }
}

export interface Somebody {
  by: Id
  role: Role
}

/** Everybody who holds a role today that has a duty, but for those whose own item it is. */
export const whoMay = ({ people, today }: Seen, duty: Duty, but: readonly (string | null)[] = []): Somebody[] =>
  people
    .filter(({ id }) => !but.includes(id))
    .flatMap((account) =>
      rolesHeld(account, today).flatMap((role) => (mayDo(role, duty) ? [{ by: account.id, role }] : [])),
    )
