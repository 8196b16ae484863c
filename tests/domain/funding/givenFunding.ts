import type { StartYear } from '../../../domain/financialYear.ts'
import type { FundingPlan } from '../../../domain/funding/fundingPlan.ts'
import type { FundingSwap } from '../../../domain/funding/fundingSwap.ts'
import type { Need, Pot } from '../../../domain/funding/waterfall.ts'
import { type Pence, pence } from '../../../domain/money.ts'
import type { FundingSource } from '../../../domain/programme/fundingSource.ts'
import { idOf, sourceNamed } from '../given.ts'

export const programmeId = idOf('P')
export const schemeId = idOf('Scheme')

export const thousand = (amount: number): Pence => pence(amount * 100_000)

export const sourceId = idOf

/** A secured grant unless a test says otherwise. */
export const source = (name: string, said: Partial<FundingSource> = {}): FundingSource =>
  sourceNamed(name, { securedStatus: 'secured', ...said })

/** Thousands of pounds allocated to the programme unless a test says otherwise. */
export const pot = (name: string, startYear: StartYear, amount: number, said: Partial<Pot> = {}): Pot => ({
  placeId: programmeId,
  sourceId: sourceId(name),
  startYear,
  nature: 'capital',
  amount: thousand(amount),
  ...said,
})

export const need = (startYear: StartYear, amount: number, said: Partial<Need> = {}): Need => ({
  path: [programmeId],
  startYear,
  nature: 'capital',
  amount: thousand(amount),
  ...said,
})

export const swap = (from: string, to: string, amount: number, said: Partial<FundingSwap> = {}): FundingSwap => ({
  placeId: programmeId,
  startYear: 2021,
  nature: 'capital',
  fromSourceId: sourceId(from),
  toSourceId: sourceId(to),
  amount: thousand(amount),
  ...said,
})

export const plan = (names: readonly string[], said: Partial<FundingPlan> = {}): FundingPlan => ({
  order: names.map(sourceId),
  swaps: [],
  lateSourceIds: [],
  ...said,
})
