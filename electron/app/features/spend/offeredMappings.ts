import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { fitMapping } from '../../../../domain/spend/fitMapping.ts'
import { type GuessWhy, guessMapping } from '../../../../domain/spend/guessMapping.ts'
import type { Mapping } from '../../../../domain/spend/mapping.ts'
import type { SpendMapping } from '../../../../domain/spend/spendMapping.ts'
import type { ExtractSurvey } from './surveyExtract.ts'

/** A way in which an extract may be read. */
export interface OfferedMapping {
  /** Under which name it was kept; null for a guess. */
  name: string | null
  mapping: Mapping
  whys: GuessWhy[]
  /** Headings of a mapping that was kept which this extract does not have. */
  missing: string[]
}

/**
 * The likeliest way first: a mapping that was kept whose columns are all there, then the guess over all sheets; after those the
 * other mappings and a guess for each sheet.
 */
export const offeredMappings = (
  { sheets }: Pick<ExtractSurvey, 'sheets'>,
  facts: Pick<ProgrammeFacts, 'schemes' | 'sources'>,
  kept: readonly SpendMapping[],
): OfferedMapping[] => {
  const saved = kept.map(({ name, mapping }) => ({ name, whys: [], ...fitMapping(mapping, sheets) }))
  const guess = (of: typeof sheets): OfferedMapping => ({ name: null, missing: [], ...guessMapping(of, facts) })
  const each = sheets.length > 1 ? sheets.map((sheet) => guess([sheet])) : []
  const fits = saved.filter(({ missing }) => missing.length === 0)
  return [...fits, guess(sheets), ...saved.filter(({ missing }) => missing.length > 0), ...each]
}
