import { createContext, useContext } from 'react'
import type { StartYear } from '../../domain/financialYear.ts'
import type { Id } from '../../domain/id.ts'
import type { Level, Place } from '../../domain/ledger/entry.ts'

/** A figure that can be asked about: which levels are counted, where, and over which years. */
export interface FigureAddress {
  levels: Level[]
  place: Place
  /** Whether the places below count too, as they do in a total. */
  withBelow: boolean
  /** Null is every year before, or after. */
  from: StartYear | null
  to: StartYear | null
  /** Left out for all sources together; null for what has no source stated. */
  sourceId?: Id | null | undefined
  /** Only what these decisions have posted; left out for everything. */
  decisionIds?: Id[] | undefined
}

/** The figure in question and the words it is known by on the screen it was asked from. */
export interface Question {
  figure: FigureAddress
  /** Null where the address alone asks: then the panel says what the figure is. */
  label: string | null
}

export interface Explain {
  question: Question | null
  /** Asked by key, the panel takes the focus and gives it back to `origin` when it closes. */
  ask: (question: Question, origin: HTMLElement, options: { takesFocus: boolean }) => void
  /** The `explain` of an address at which the panel will be open with this question. */
  prepare: (question: Question, options: { takesFocus: boolean }) => string
  close: () => void
}

export const ExplainContext = createContext<Explain>({
  question: null,
  ask: () => undefined,
  prepare: () => '',
  close: () => undefined,
})

export const useExplain = (): Explain => useContext(ExplainContext)
