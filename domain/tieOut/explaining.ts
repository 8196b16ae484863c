import type { Pence } from '../money.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import type { Discrepancy, Explanation, Line } from './finding.ts'
import type { SetSearch } from './search.ts'

export interface Explained {
  explanation: Explanation | null
  /** Findings of one cause share this key. */
  cause: string
}

/** Looks for a set of lines; the same lines and target are searched only once. */
export type Search = (pool: Line[], target: Pence) => SetSearch

/** What is known so far while discrepancies are explained one after the other. */
export interface Explaining {
  facts: ProgrammeFacts
  all: readonly Discrepancy[]
  search: Search
  explained: Map<string, Explained>
}

/** The same for the same lines, in whatever order they were found. */
export const keysOf = (lines: Line[]): string =>
  lines
    .map((line) => line.key)
    .toSorted()
    .join('+')
