import { useExplain } from '../../lib/explain.ts'
import { levelWords } from '../../lib/levelWords.ts'
import type { Places } from './placesOf.ts'

type LedgerPlace = Places['inLedger'][number]['place']

/** Opens the entries behind a place of the ledger; undefined for what is not one place and one level. */
export const useExplainPlace = () => {
  const explain = useExplain()
  return ({ level, place, name, startYear }: LedgerPlace): (() => void) | undefined => {
    if (level === null || place === null) return undefined
    return () => {
      const origin = document.activeElement
      if (!(origin instanceof HTMLElement)) return
      const figure = { levels: [level], place, withBelow: place.kind !== 'scheme', from: startYear, to: startYear }
      explain.ask({ figure, label: `${name}, ${levelWords[level].toLowerCase()}` }, origin, { takesFocus: true })
    }
  }
}
