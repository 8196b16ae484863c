import type { StartYear } from '../../financialYear.ts'
import type { Id } from '../../id.ts'
import { type Pence, sum } from '../../money.ts'
import type { ProgrammeFacts } from '../../programme/facts.ts'
import { isBorrowing } from '../../programme/fundingSource.ts'
import type { Draft, FindingValue } from '../finding.ts'
import { atLevel, ledgerPlace, programmePlaceOf } from '../ledgerSums.ts'
import type { StatedDocument } from '../stated.ts'
import { documentTables, findTable, printedValue, statedPlace } from '../statedTable.ts'

interface Share {
  startYear: StartYear
  isBorrowed: boolean
  amount: Pence
  value: FindingValue
}

/** R22: the funder that the text names is the funder of the funding table, or of the ledger where there is no table. */
export const statedFunder = (facts: ProgrammeFacts): Draft[] =>
  facts.documents.flatMap((document) =>
    document.claims.flatMap(({ claim, place }): Draft[] => {
      if (claim.kind !== 'funded-by') return []
      const shares = sharesOf(facts, document)
      const isOther = (share: Share) => share.isBorrowed === (claim.what === 'grant')
      const otherShareBp = basisPoints(shares.filter(isOther), shares)
      if (otherShareBp === 0) return []
      const years = [...Map.groupBy(shares, (share) => share.startYear)]
        .map(([startYear, own]) => ({ startYear, otherShareBp: basisPoints(own.filter(isOther), own) }))
        .toSorted((one, other) => one.startYear - other.startYear)
      return [
        {
          key: `${document.id}/${place.section}/${place.paragraph}/${claim.what}`,
          place: statedPlace(document.id, place),
          subject: { kind: 'funder', stated: claim.what, otherShareBp, years },
          values: shares.map((share) => share.value),
        },
      ]
    }),
  )

const basisPoints = (part: Share[], whole: Share[]): number => {
  const of = sum(whole.map((share) => share.amount))
  return of === 0 ? 0 : Math.round((sum(part.map((share) => share.amount)) / of) * 10_000)
}

const sharesOf = (facts: ProgrammeFacts, document: StatedDocument): Share[] => {
  const isBorrowed = (sourceId: Id): boolean => {
    const source = facts.sources.find(({ id }) => id === sourceId)
    return source !== undefined && isBorrowing(source)
  }
  const table = findTable(documentTables(document), 'funding')
  if (!table) {
    return atLevel(facts, 'allocation').flatMap(({ place, sourceId, startYear, amount }) => {
      if (place.kind !== 'programme' || sourceId === null) return []
      const name = facts.sources.find(({ id }) => id === sourceId)?.name ?? ''
      const at = ledgerPlace(facts, 'allocation', programmePlaceOf(facts), startYear)
      return [{ startYear, isBorrowed: isBorrowed(sourceId), amount, value: { label: name, amount, place: at } }]
    })
  }
  return table.rows.flatMap(({ meaning, cells }) =>
    table.columns.flatMap((column) => {
      const figure = cells.get(column.key)
      if (meaning.kind !== 'source' || column.meaning.kind !== 'year' || !figure?.value) return []
      return [
        {
          startYear: column.meaning.startYear,
          isBorrowed: isBorrowed(meaning.sourceId),
          amount: figure.value,
          value: printedValue(document, figure),
        },
      ]
    }),
  )
}
