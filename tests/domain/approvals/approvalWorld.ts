import type { AuthorityRequest } from '../../../domain/authority/authorityRequest.ts'
import type { Board } from '../../../domain/board/board.ts'
import type { Meeting } from '../../../domain/board/meeting.ts'
import type { BusinessCase } from '../../../domain/businessCase/businessCase.ts'
import { blankCase } from '../../../domain/businessCase/nextVersion.ts'
import { addDays, type CalendarDay, calendarDay } from '../../../domain/calendarDay.ts'
import type { LedgerContext } from '../../../domain/ledger/movementRules.ts'
import { pence } from '../../../domain/money.ts'
import type { Proposal } from '../../../domain/route/proposal.ts'
import type { Random } from '../../proof/seededRandom.ts'
import { balanceOf, idOf, placeOf, programmeOf, requestNamed, schemeNamed } from '../given.ts'

export const people = ['ANNA', 'BEN', 'CARO', 'DAN', 'EVE', 'FAY'].map(idOf)
export type Person = (typeof people)[number]

/** Everything that a sequence of commands works on: one of each thing, and the ledger that both come to. */
export interface World {
  today: CalendarDay
  request: AuthorityRequest
  case: BusinessCase
  /** The board that recommends and the one that approves, in the order of the route. */
  boards: [Board, Board]
  /** What a board sits over now, if any does. */
  meeting: Meeting | null
  proposal: Proposal
  ledger: LedgerContext
}

/** One accepted command, told apart from what it made of the world. */
export interface Done {
  command: string
  by: Person
  on: CalendarDay
}

/** A command with the rules of the program and no others; who gives it is chosen at random. */
export type Command = (world: World, by: Person, random: Random) => World

const day = calendarDay('2020-09-01')
const row = { revision: 1, isRemoved: false }
const anna = people[0] as Person

/** A board of four with its chair first; those who write sit on it too, and have no vote on what is theirs. */
const boardOf = (name: string, members: readonly number[], random: Random): Board => ({
  ...row,
  id: idOf(name),
  name,
  organisationIds: [],
  functions: ['recommend', 'approve'],
  parentId: null,
  seats: members.map((member, index) => ({
    id: idOf(`${name}${index}`),
    accountId: people[member] as Person,
    organisationId: null,
    isChair: index === 0,
    // The last of them may be stood in for by who else sits on no board but as that.
    alternateIds: index === members.length - 1 ? [people[5] as Person] : [],
    fromOn: calendarDay('2020-01-01'),
    toOn: null,
  })),
  quorum: { minMembers: 2, perOrganisation: [], isChairRequired: random.percent(50), countsConflicted: false },
  voting: { needs: 'simple_majority', hasCastingVote: random.percent(50) },
  cadence: '',
  endedOn: null,
})

/** A world in which ANNA has begun everything, the allocation is £1,000 and the case costs £400 or £700. */
export const newWorld = (random: Random): World => {
  const scheme = schemeNamed('S')
  const costing = pence(random.pick([400, 700]) * 100)
  return {
    today: day,
    request: requestAsking(random.pick([400, 900, 1_000, 1_100])),
    case: {
      ...blankCase({
        id: idOf('CASE'),
        schemeId: scheme.id,
        stage: 'bjc',
        version: 1,
        reference: 'BC1',
        title: 'Portal',
        supersedesId: null,
        actor: anna,
      }),
      costs: [{ startYear: 2020, sourceId: null, nature: 'capital', amount: costing }],
    },
    boards: [boardOf('FUND', [1, 0, 2, 3], random), boardOf('EXEC', [3, 0, 1, 4], random)],
    meeting: null,
    proposal: {
      ...row,
      id: idOf('PROPOSAL'),
      kind: 'rule_value',
      content: '{}',
      summary: 'Call-in window: 3 working days',
      fromOn: addDays(day, 20),
      reason: 'Constitution',
      status: 'proposed',
      proposedBy: anna,
      decidedBy: null,
      answer: '',
    },
    ledger: {
      balances: [balanceOf('allocation', placeOf('scheme', 'S'), 2020, 1_000)],
      programmes: [programmeOf()],
      themes: [],
      schemes: [scheme],
      memberships: [],
      sources: [],
      years: [],
      periods: [],
      day,
    },
  }
}

const requestAsking = (pounds: number): AuthorityRequest =>
  requestNamed('REQUEST', {
    writers: [anna],
    lines: [
      {
        place: placeOf('scheme', 'S'),
        startYear: 2020,
        sourceId: null,
        nature: 'capital',
        amount: pence(pounds * 100),
      },
    ],
  })
