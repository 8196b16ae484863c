import type { StartYear } from '../financialYear.ts'
import { type Pence, pence } from '../money.ts'
import type { ProgrammeFacts } from '../programme/facts.ts'
import { atLevel, authorityAsked, inYear, programmeYears, total } from '../tieOut/ledgerSums.ts'

/** What is allocated: as a report states it a year, or as the ledger holds it. */
export type HeadroomBasis = 'stated' | 'ledger'

export interface HeadroomYear {
  startYear: StartYear
  allocation: Pence
  /** Authority given, and what is asked for. */
  authority: Pence
  /** What no authority is given or asked for in the year; below nought where more is asked for than allocated. */
  left: Pence
  /** Through this year, all years of the programme before it included: what is not used in one year may be used in the next. */
  through: Pence
}

export interface Headroom {
  basis: HeadroomBasis
  years: HeadroomYear[]
}

/** What the programme's years leave for schemes without money: allocation less authority given and asked for. */
export const headroomOf = (facts: ProgrammeFacts, basis: HeadroomBasis): Headroom => {
  const annual = facts.programme.annualAllocation ?? 0
  const allocated = atLevel(facts, 'allocation').filter(({ place }) => place.kind === 'programme')
  let through = 0
  return {
    basis,
    years: programmeYears(facts).map((startYear): HeadroomYear => {
      const allocation = basis === 'stated' ? pence(annual) : total(inYear(allocated, startYear))
      const authority = total(inYear(authorityAsked(facts), startYear))
      through += allocation - authority
      return { startYear, allocation, authority, left: pence(allocation - authority), through: pence(through) }
    }),
  }
}
