import { ZERO } from '../../../domain/money.ts'
import type { YearEndRow } from './periodFacts.ts'

/** A line of the year's end as it is saved, with what is said of it so far. */
export const explanationOf = ({ place, sourceId, nature, explanation }: YearEndRow) => ({
  place,
  sourceId,
  nature,
  revision: explanation?.revision ?? null,
  slippage: explanation?.slippage ?? ZERO,
  saving: explanation?.saving ?? ZERO,
  notReceived: explanation?.notReceived ?? ZERO,
  error: explanation?.error ?? ZERO,
  reason: explanation?.reason ?? '',
  profile: explanation?.profile ?? [],
  fundingSourceId: explanation?.fundingSourceId ?? null,
})

export const rowKey = ({ place, sourceId, nature }: Pick<YearEndRow, 'place' | 'sourceId' | 'nature'>): string =>
  [place.kind, place.id, sourceId ?? '', nature].join(' ')

/** The scheme, with the source and the nature where they tell it from another line. */
export const lineName = ({ name, source, nature }: Pick<YearEndRow, 'name' | 'source' | 'nature'>): string =>
  [name, source, nature === 'revenue' ? 'revenue' : null].filter((each) => each !== null).join(', ')
