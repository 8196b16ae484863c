import type { AuthorityRequest } from '../authority/authorityRequest.ts'
import type { BusinessCase } from '../businessCase/businessCase.ts'
import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { Place } from '../ledger/entry.ts'
import type { Pence } from '../money.ts'
import type { Decision } from '../programme/decision.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'

/** What a place comes to in a year by the forecast submitted last; null where nobody has said. Pence. */
export interface ForecastLine {
  place: Place
  startYear: StartYear
  outturn: Pence | null
}

/** What the tokens of a text may speak of: the programme, and the one thing that the text is about. */
export interface FigureContext {
  facts: ProgrammeFacts
  schemeId: Id | null
  startYear: StartYear | null
  request: AuthorityRequest | null
  businessCase: BusinessCase | null
  decision: Decision | null
  forecasts: readonly ForecastLine[]
}

/** A text about the programme as a whole, unless something else is named. */
export const figureContext = (
  facts: ProgrammeFacts,
  about: Partial<Omit<FigureContext, 'facts'>> = {},
): FigureContext => ({
  facts,
  schemeId: about.businessCase?.schemeId ?? null,
  startYear: null,
  request: null,
  businessCase: null,
  decision: null,
  forecasts: [],
  ...about,
})

/** What a measure without a thing before it is about: the scheme of the text, else the programme. */
export const subjectOf = ({ facts, schemeId }: FigureContext): Place =>
  schemeId === null ? { kind: 'programme', id: facts.programme.id } : { kind: 'scheme', id: schemeId }
