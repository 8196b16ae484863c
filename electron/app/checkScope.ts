import type { Change } from '../../db/change.ts'
import type { SubjectTable } from '../../db/schema.ts'
import { themeMemberships } from '../../db/subjects.ts'
import { type CalendarDay, dayInLondon } from '../../domain/calendarDay.ts'
import { linesItIsAbout } from '../../domain/change/changeAmounts.ts'
import type { ChangeLine } from '../../domain/change/changeRequest.ts'
import { fail } from '../../domain/errors.ts'
import type { Id } from '../../domain/id.ts'
import type { Place } from '../../domain/ledger/entry.ts'
import { covers, coversAll, type Touched } from '../../domain/people/covers.ts'
import { themeOf } from '../../domain/programme/themeMembership.ts'
import type { Acting } from './command.ts'

/**
 * Throws `outside-scope` where a command has touched more than the person's role reaches: by what it saved and where it
 * moved money, so that no command can forget to ask. Whatever belongs to the programme as a whole needs a role for all of it.
 */
export const checkScope = async (
  change: Change,
  { account, role, clock }: Pick<Acting, 'account' | 'role' | 'clock'>,
): Promise<void> => {
  if (account === null) return
  const today = dayInLondon(clock())
  if (coversAll(account, role, today)) return
  const touched: Touched[] = []
  for (const place of placesOf(change)) touched.push(await withWhole(change, place, today))
  if (!covers(account, role, today, touched)) fail('outside-scope', { role })
}

type Touch = Place | { kind: 'board'; id: Id }

const placesOf = (change: Change): Touch[] => [
  ...new Map(
    [...change.places, ...change.rows.flatMap(({ kind, row }) => touchesOf(kind, row))].map((place) => [
      `${place.kind} ${place.id}`,
      place,
    ]),
  ).values(),
]

const touchesOf = (kind: string, row: SubjectTable): Touch[] => {
  switch (kind) {
    case 'scheme':
    case 'theme':
    case 'board':
      return [{ kind, id: row.id as Id }]
    case 'meeting':
      return [{ kind: 'board', id: row.board_id as Id }]
    case 'theme_membership':
    case 'case_status':
    case 'business_case':
    case 'issue':
    case 'milestone':
    case 'dependency':
    case 'assurance':
    case 'benefit':
    case 'lesson':
    case 'closure':
    case 'pipeline_candidate':
    case 'forecast':
    case 'highlight_report':
      return [{ kind: 'scheme', id: row.scheme_id as Id }]
    case 'underspend':
      return [JSON.parse(String(row.place_json)) as Place]
    case 'risk':
      return [row.scheme_id ? { kind: 'scheme', id: row.scheme_id as Id } : { kind: 'programme', id: row.id as Id }]
    case 'authority_request':
    case 'decision':
      return (JSON.parse(String(row.lines_json)) as { place: Place }[]).map(({ place }) => place)
    case 'change_request':
      return linesItIsAbout(JSON.parse(String(row.lines_json)) as ChangeLine[]).map(({ place }) => place)
    case 'scenario':
    case 'finding':
    case 'paper':
    case 'waiver':
      // They follow what they are about, and move nothing by themselves.
      return []
    default:
      return [{ kind: 'programme', id: row.id as Id }]
  }
}

const withWhole = async (change: Change, place: Touch, today: CalendarDay): Promise<Touched> => {
  if (place.kind !== 'scheme') return { kind: place.kind, ids: [place.id] }
  const memberships = await themeMemberships.list(change.tx, { schemeId: place.id })
  const themeId = themeOf(memberships, place.id, today)
  return { kind: 'scheme', ids: themeId ? [place.id, themeId] : [place.id] }
}
