import type { Level } from '../../../domain/ledger/entry.ts'
import { levelWords } from '../../lib/levelWords.ts'
import { ledgerLevels, moneyLevelWords } from '../../lib/moneyCell.ts'

/** What a figure counts, as screens call it: `held` where it is authority less what is released. */
export const levelsInWords = (levels: readonly Level[]): string => {
  const named = Object.entries(ledgerLevels).find(([, counted]) => counted.join() === levels.join())?.[0]
  return named ? moneyLevelWords[named as keyof typeof ledgerLevels].toLowerCase() : levelsLess(levels)
}

/** The first level less the others: `authority less released`. */
export const levelsLess = (levels: readonly Level[]): string =>
  levels.map((level) => levelWords[level].toLowerCase()).join(' less ')
