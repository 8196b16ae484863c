import type { Pence } from '../../domain/money.ts'
import type { Part, ReportModel } from '../model/reportModel.ts'
import {
  type AmountPlace,
  amountInWords,
  amountsOfReport,
  holdsExempt,
  placeInWords,
  type ReportAmount,
  runsOfPart,
  tableOf,
} from './amountsOfReport.ts'
import { equationInWords } from './equationInWords.ts'
import type { Leak } from './leak.ts'
import { relationsOf } from './relations.ts'
import { sameElsewhere } from './sameElsewhere.ts'
import { workedOut } from './workedOut.ts'

/**
 * All that a public version gives away of what is exempt in full: what it shows, what can be worked out exactly from
 * what it shows, and equal amounts and words that stand elsewhere in it. None for a report in which nothing is exempt.
 */
export const leaksIn = (full: ReportModel, shown: ReportModel): Leak[] => {
  const { parts } = full
  if (!parts.some(holdsExempt)) return []
  const amounts = amountsOfReport(parts)
  const { all } = amounts
  const isShown = all.map(({ place, amount }) => amount !== null && stands(parts, shown.parts, place))
  // A word in the place of an amount is nothing in a sum, and is seen unless something stands in its place.
  const isUnknown = (at: number) => !isShown[at] && !(all[at]?.amount === null && all[at]?.exempt === null)
  const isKept = ({ exempt, amount }: ReportAmount) => exempt !== null && amount !== null

  const open = all.flatMap((each, at) => (isKept(each) && isShown[at] ? [each] : []))
  const solved = [...workedOut(relationsOf(parts, amounts).equations, isUnknown)]
  const given = solved.flatMap(([at, equation]) => {
    const own = all[at]
    return own && isKept(own) ? [{ own, equation, at }] : []
  })
  // With a withheld sum that stands elsewhere, what it was withheld for could be worked out.
  const kept = all.filter(({ amount }, at) => amount !== null && !isShown[at])
  return [
    ...open.map((own) => leakOf(parts, own, 'shown', 'It stands in the public version as it is.')),
    ...given.map(({ own, equation, at }) =>
      leakOf(parts, own, 'worked-out', equationInWords(parts, all, at, equation)),
    ),
    ...sameElsewhere(full, shown, kept),
  ]
}

const leakOf = (parts: readonly Part[], own: ReportAmount, kind: Leak['kind'], how: string): Leak => {
  const target = targetOf(parts, own.place)
  return {
    id: [kind, target.part, target.row, target.column].filter((each) => each !== null).join('/'),
    kind,
    target,
    cell: placeInWords(parts, own.place),
    amount: own.amount as Pence,
    how: kind === 'worked-out' ? `${amountInWords(own)} can be worked out: ${how}` : how,
  }
}

const targetOf = (parts: readonly Part[], place: AmountPlace) => {
  const part = parts[place.part]
  const table = part && place.kind === 'cell' ? tableOf(part) : null
  return {
    part: part?.id ?? '',
    row: place.kind === 'cell' ? (table?.rows[place.row]?.id ?? null) : null,
    column: place.kind === 'cell' ? (table?.columns[place.column]?.id ?? null) : `${place.item}.${place.run}`,
  }
}

/** Whether the public version has an amount where this one stands. */
const stands = (parts: readonly Part[], shown: readonly Part[], place: AmountPlace): boolean => {
  const id = parts[place.part]?.id
  const part = shown[place.part]?.id === id ? shown[place.part] : shown.find((each) => each.id === id)
  if (part === undefined) return false
  if (place.kind === 'run') return runsOfPart(part)[place.item]?.[place.run]?.kind === 'figure'
  const rows = tableOf(part)?.rows ?? []
  return rows[place.row]?.cells[place.column]?.kind === 'amount'
}
