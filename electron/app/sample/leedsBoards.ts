import type { BoardFunction } from '../../../domain/board/board.ts'

interface KeyedSeat {
  person: string
  organisation: 'LCC' | 'LCCG' | 'LTHT'
  isChair?: true
}

interface KeyedBoard {
  key: string
  name: string
  organisations: readonly string[]
  functions: BoardFunction[]
  seats: readonly KeyedSeat[]
  quorum: { minMembers: number; perOrganisation: readonly string[] }
  cadence: string
}

const ofBoth = ['LCC', 'LCCG'] as const

/** What each does and who chairs the first two is in the report; further members and all quorum rules are illustrative. */
export const boards: readonly KeyedBoard[] = [
  {
    key: 'BCFB',
    name: 'Better Care Fund Board',
    organisations: ofBoth,
    functions: ['recommend'],
    seats: [
      { person: 'ccg-finance', organisation: 'LCCG', isChair: true },
      { person: 'commissioning', organisation: 'LCC' },
      { person: 'ccg-commissioning', organisation: 'LCCG' },
      { person: 'adults-finance', organisation: 'LCC' },
    ],
    quorum: { minMembers: 3, perOrganisation: ofBoth },
    cadence: 'Monthly (illustrative)',
  },
  {
    key: 'ICE',
    name: 'Integrated Care Executive',
    organisations: ofBoth,
    functions: ['approve'],
    seats: [
      { person: 'adults', organisation: 'LCC', isChair: true },
      { person: 'ccg-chief', organisation: 'LCCG', isChair: true },
      { person: 'public-health', organisation: 'LCC' },
      { person: 'ccg-medical', organisation: 'LCCG' },
    ],
    quorum: { minMembers: 3, perOrganisation: ofBoth },
    cadence: 'Monthly (illustrative)',
  },
  {
    key: 'LIB',
    name: 'Leeds Informatics Board',
    organisations: ['LCC', 'LCCG', 'LTHT'],
    functions: ['monitor'],
    seats: [
      { person: 'clinical-information', organisation: 'LTHT', isChair: true },
      { person: 'commissioning', organisation: 'LCC' },
    ],
    quorum: { minMembers: 2, perOrganisation: [] },
    cadence: 'Every two months (illustrative)',
  },
  {
    key: 'HWPDG',
    name: 'Leeds Health and Wellbeing Plan Delivery Group',
    organisations: ofBoth,
    functions: ['receive'],
    seats: [
      { person: 'public-health', organisation: 'LCC', isChair: true },
      { person: 'ccg-commissioning', organisation: 'LCCG' },
    ],
    quorum: { minMembers: 2, perOrganisation: [] },
    cadence: 'Receives a report at least once a year',
  },
  {
    key: 'HWB',
    name: 'Leeds Health and Wellbeing Board',
    organisations: ofBoth,
    functions: ['receive'],
    seats: [
      { person: 'lead-member', organisation: 'LCC', isChair: true },
      { person: 'ccg-chief', organisation: 'LCCG' },
    ],
    quorum: { minMembers: 2, perOrganisation: [] },
    cadence: 'Receives a report at least once a year',
  },
]

/** Why the two routes are as they are. */
export const routeReasons = {
  business_case:
    'Paragraph 2.7 of the report: the Better Care Fund Board recommends, the Integrated Care Executive approves.',
  authority_request:
    'The report asks the Director of Resources and Housing for a key decision that is open to call-in; the steps before and after it are those of law and local practice.',
}
