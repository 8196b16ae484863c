import { formatInSentence, type Pence } from '../../domain/money.ts'
import type { ReportModel } from '../model/reportModel.ts'
import { amountsOfReport, partInWords, placeInWords, type ReportAmount } from './amountsOfReport.ts'
import { findAmounts } from './findAmounts.ts'
import { findWords } from './findWords.ts'
import type { Leak } from './leak.ts'
import { textsOfReport } from './textsOfReport.ts'
import { wordsKept } from './wordsKept.ts'

const MOST_PLACES = 5

/** Exempt and withheld amounts and exempt words that stand elsewhere in the public version, each with where. */
export const sameElsewhere = (full: ReportModel, shown: ReportModel, kept: readonly ReportAmount[]): Leak[] => {
  const texts = textsOfReport(shown)
  const amounts = new Places<Pence>()
  const bySize = Map.groupBy(kept, ({ amount }) => Math.abs(amount ?? 0) as Pence)
  for (const { place, amount } of amountsOfReport(shown.parts).all) {
    const size = Math.abs(amount ?? 0) as Pence
    const part = shown.parts[place.part]
    if (size === 0 || part === undefined || !bySize.has(size)) continue
    amounts.add(size, place.kind === 'run' ? partInWords(part) : placeInWords(shown.parts, place))
  }
  const amountsIn = findAmounts([...bySize.keys()])
  const wordsIn = findWords(wordsKept(full))
  const words = new Places<string>()
  for (const { where, text } of texts) {
    for (const size of amountsIn(text)) amounts.add(size, where)
    for (const phrase of wordsIn(text)) words.add(phrase, where)
  }
  return [
    ...[...amounts.all].map(([size, places]): Leak => {
      const same = bySize.get(size) ?? []
      const own = same.find(({ exempt }) => exempt !== null) ?? same[0]
      const cell = own ? placeInWords(full.parts, own.place) : ''
      const why = own?.exempt === null ? 'is withheld' : 'is exempt'
      const how = `${formatInSentence(size)} ${why}, and stands also in ${listed(places)}.`
      return { id: `same-amount/${size}`, kind: 'same-amount', target: null, cell, amount: size, how }
    }),
    ...[...words.all].map(([phrase, places]): Leak => {
      const cell = `“${phrase.length > 100 ? `${phrase.slice(0, 99)}…` : phrase}”`
      const how = `These words are exempt, and stand also in ${listed(places)}.`
      return { id: `same-words/${phrase.slice(0, 150)}`, kind: 'same-words', target: null, cell, amount: null, how }
    }),
  ]
}

class Places<Kept> {
  readonly all = new Map<Kept, Set<string>>()

  add(kept: Kept, where: string): void {
    const known = this.all.get(kept)
    if (known) known.add(where)
    else this.all.set(kept, new Set([where]))
  }
}

const listed = (places: ReadonlySet<string>): string => {
  const named = [...places].slice(0, MOST_PLACES)
  const more = places.size - named.length
  return more > 0 ? `${named.join('; ')} and ${more} more places` : named.join('; ')
}
