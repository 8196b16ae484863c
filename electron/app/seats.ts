import type { Id } from '../../domain/id.ts'
import type { Role } from '../../domain/roles.ts'

/** Who sits at a session: the role that they act in, and the person, where one was chosen or has signed in. */
export interface Seat {
  role: Role
  accountId: Id | null
  /** What held when the person signed in; null where they only said who they are. */
  signedIn: SignedIn | null
}

export interface SignedIn {
  /** The roles of that moment; a session ends when they change. */
  roles: string
  /** What proved the person; a session ends when it is replaced. */
  hash: string
  /** When the person last did something, by the clock that nobody can set and by the one of the wall (milliseconds). */
  lastAct: { uptime: number; clock: number }
}

export interface Seats {
  of: (session: string) => Seat
  take: (session: string, seat: Seat) => void
  /** Nobody is signed in at any session any more; the roles that were chosen stay. */
  clear: () => void
}

/** A browser that was closed leaves its session behind; the oldest go first. */
const MOST_SEATS = 1000

export const emptySeat: Seat = { role: 'programme_director', accountId: null, signedIn: null }

export const createSeats = (): Seats => {
  const seats = new Map<string, Seat>()
  return {
    of: (session) => seats.get(session) ?? emptySeat,
    take(session, seat) {
      if (seats.size >= MOST_SEATS) seats.delete(seats.keys().next().value ?? session)
      seats.set(session, seat)
    },
    clear() {
      for (const [session, { role }] of seats) seats.set(session, { role, accountId: null, signedIn: null })
    },
  }
}
