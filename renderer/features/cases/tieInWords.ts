import type { CaseTie } from '../../../domain/businessCase/tieWithPlan.ts'
import { formatYear } from '../../../domain/financialYear.ts'
import type { Id } from '../../../domain/id.ts'
import { formatInSentence } from '../../../domain/money.ts'

/** What the costs of a case lack, a sentence each for its writer; empty where they are funded and tie with the plan. */
export const tieInWords = (tie: CaseTie, sourceName: (id: Id) => string): string[] => [
  ...tie.years
    .filter(({ short }) => short !== 0)
    .map(
      ({ startYear, short }) =>
        `Short by ${formatInSentence(short)} in ${formatYear(startYear)}: add a source or lower the cost`,
    ),
  ...differenceInWords(tie, sourceName),
]

/** Where the case says other amounts than the plan. */
export const differenceInWords = ({ lines }: CaseTie, sourceName: (id: Id) => string): string[] =>
  lines
    .filter(({ difference }) => difference !== 0)
    .map(({ startYear, nature, sourceId, inCase, inPlan }) => {
      const what = sourceId === null ? nature : `${nature} from ${sourceName(sourceId)}`
      return `${formatYear(startYear)}, ${what}: this case has ${formatInSentence(inCase)} and the plan ${formatInSentence(inPlan)}`
    })
