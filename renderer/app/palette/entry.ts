import type { Question } from '../../lib/explain.ts'

/** Where an entry leads. The years, the unit and the day of the page go along. */
export interface Destination {
  path: string
  search?: Record<string, string> | undefined
}

export const groups = [
  'Opened last',
  'Do',
  'Go to',
  'Schemes and themes',
  'Business cases',
  'Requests for authority',
  'Decisions',
  'Meetings',
  'Lessons',
  'Reports',
  'Checks',
  'Figures',
  'Words',
] as const
export type Group = (typeof groups)[number]

/** One line under Ctrl+K. */
export interface Entry {
  /** Unique in the list. */
  id: string
  group: Group
  words: string
  detail?: string | undefined
  /** What else it is found by. */
  alsoCalled?: readonly string[]
  keys?: string | undefined
  /** Where it leads; an act has none. */
  destination?: Destination
  act?: () => void
  /** What Explain is asked there. */
  question?: Question | undefined
}
