import type { Reading } from '../../../../db/schema.ts'
import { spendMappings } from '../../../../db/subjects.ts'
import { fail } from '../../../../domain/errors.ts'
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

/** The mapping that was kept under a name, or the likeliest where none is named. Throws `not-found`. */
export const mappingNamed = async (
  db: Reading,
  survey: Pick<ExtractSurvey, 'sheets'>,
  facts: Pick<ProgrammeFacts, 'schemes' | 'sources'>,
  name: string | undefined,
): Promise<Mapping> => {
  const offered = offeredMappings(survey, facts, await spendMappings.list(db))
  const wanted =
    name === undefined ? offered[0] : offered.find((each) => each.name?.toLowerCase() === name.toLowerCase())
  return wanted?.mapping ?? fail('not-found', { entity: 'spend_mapping', id: name ?? '' })
}
