import type { inferInput, inferOutput } from '@trpc/tanstack-react-query'
import type { Board, BoardFunction, VotingRule } from '../../../domain/board/board.ts'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import type { Id } from '../../../domain/id.ts'
import { dayText, readFormDay } from '../../lib/readFormDay.ts'
import { type Read, refuseText } from '../../lib/readText.ts'
import type { trpc } from '../../lib/trpc.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { readWhole } from './readWhole.ts'

export type BoardsData = inferOutput<typeof trpc.boards.list>
export type ListedBoard = BoardsData['boards'][number]
type BoardInput = inferInput<typeof trpc.boards.add>

export interface SeatDraft {
  key: string
  id: Id | null
  accountId: string
  organisationId: string
  isChair: boolean
  alternateIds: Id[]
  fromOn: string
  toOn: string
}

export interface BoardDraft {
  name: string
  functions: BoardFunction[]
  organisationIds: Id[]
  parentId: string
  minMembers: string
  /** How many of each organisation, by its id. */
  perOrganisation: Record<string, string>
  isChairRequired: boolean
  countsConflicted: boolean
  needs: VotingRule['needs']
  hasCastingVote: boolean
  cadence: string
  seats: SeatDraft[]
}

export const functionWords: Record<BoardFunction, string> = {
  recommend: 'Recommends',
  approve: 'Approves business cases',
  decide: 'Decides on authority to spend',
  monitor: 'Monitors',
  receive: 'Receives reports',
}

export const votingWords: Record<VotingRule['needs'], string> = {
  simple_majority: 'More for than against',
  two_thirds: 'Two thirds of the votes cast',
  unanimous: 'Everybody who votes',
}

export const blankSeat = (key: string, today: CalendarDay): SeatDraft => ({
  key,
  id: null,
  accountId: '',
  organisationId: '',
  isChair: false,
  alternateIds: [],
  fromOn: dayText(today),
  toOn: '',
})

export const draftOfBoard = (board: Board | null, today: CalendarDay): BoardDraft =>
  board === null
    ? {
        name: '',
        functions: [],
        organisationIds: [],
        parentId: '',
        minMembers: '',
        perOrganisation: {},
        isChairRequired: true,
        countsConflicted: false,
        needs: 'simple_majority',
        hasCastingVote: true,
        cadence: '',
        seats: [{ ...blankSeat('first', today), isChair: true }],
      }
    : {
        name: board.name,
        functions: board.functions,
        organisationIds: board.organisationIds,
        parentId: board.parentId ?? '',
        minMembers: String(board.quorum.minMembers),
        perOrganisation: Object.fromEntries(
          board.quorum.perOrganisation.map(({ organisationId, min }) => [organisationId, String(min)]),
        ),
        isChairRequired: board.quorum.isChairRequired,
        countsConflicted: board.quorum.countsConflicted,
        needs: board.voting.needs,
        hasCastingVote: board.voting.hasCastingVote,
        cadence: board.cadence,
        seats: board.seats.map((seat) => ({
          ...seat,
          key: seat.id,
          organisationId: seat.organisationId ?? '',
          fromOn: dayText(seat.fromOn),
          toOn: dayText(seat.toOn),
        })),
      }

export const seatField = (key: string, part: 'who' | 'from' | 'to'): string => `seat-${key}-${part}`
export const perOrganisationField = (id: string): string => `quorum-${id}`

/** What the draft means as a board, or what has to be put right, field by field. */
export const readBoard = (draft: BoardDraft): Read<BoardInput> => {
  const errors: FieldError[] = []
  const note = (found: readonly (FieldError | null)[] | undefined) =>
    errors.push(...(found ?? []).filter((error) => error !== null))
  note([refuseText('board-name', draft.name, { label: 'Name', ask: 'Enter the name of the board', longest: 200 })])
  if (draft.functions.length === 0) note([{ fieldId: 'function-recommend', message: 'Choose what the board does' }])
  const minMembers = readWhole('quorum-members', draft.minMembers, { min: 1, max: 100 })
  note(minMembers.errors)
  const perOrganisation = draft.organisationIds.flatMap((organisationId) => {
    const text = draft.perOrganisation[organisationId] ?? ''
    if (text.trim() === '' || text.trim() === '0') return []
    const min = readWhole(perOrganisationField(organisationId), text, { min: 1, max: 100 })
    note(min.errors)
    return [{ organisationId, min: min.value ?? 1 }]
  })
  note([refuseText('board-cadence', draft.cadence, { label: 'How often it meets', longest: 200 })])
  const seats = draft.seats.map((seat) => {
    const from = readFormDay(seatField(seat.key, 'from'), seat.fromOn, { isNeeded: true })
    const to = readFormDay(seatField(seat.key, 'to'), seat.toOn)
    const who =
      seat.accountId === '' ? { fieldId: seatField(seat.key, 'who'), message: 'Choose who holds the seat' } : null
    note([who, from.error, to.error])
    return {
      id: seat.id,
      accountId: seat.accountId as Id,
      organisationId: (seat.organisationId || null) as Id | null,
      isChair: seat.isChair,
      alternateIds: seat.alternateIds,
      fromOn: from.day as CalendarDay,
      toOn: to.day,
    }
  })
  if (errors.length > 0) return { errors }
  return {
    value: {
      name: draft.name.trim(),
      functions: draft.functions,
      organisationIds: draft.organisationIds,
      parentId: (draft.parentId || null) as Id | null,
      quorum: {
        minMembers: minMembers.value ?? 1,
        perOrganisation,
        isChairRequired: draft.isChairRequired,
        countsConflicted: draft.countsConflicted,
      },
      voting: { needs: draft.needs, hasCastingVote: draft.hasCastingVote },
      cadence: draft.cadence.trim(),
      seats,
    },
  }
}
