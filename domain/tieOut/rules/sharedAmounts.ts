import { formatYear } from '../../financialYear.ts'
import type { ProgrammeFacts } from '../../programme/facts.ts'
import type { Draft } from '../finding.ts'
import { statedPlace, whereIs } from '../statedTable.ts'

/** R35: every label has an amount of its own; several labels in one cell with fewer amounts leave room. */
export const sharedAmounts = (facts: ProgrammeFacts): Draft[] =>
  facts.documents.flatMap((document) =>
    document.claims.flatMap(({ claim, place }): Draft[] => {
      if (claim.kind !== 'merged-cell') return []
      const amounts = Math.max(0, ...claim.amounts.map(({ values }) => values.length))
      if (amounts >= claim.labels.length) return []
      return [
        {
          key: `${document.id}/${place.section}/${place.row}`,
          place: statedPlace(document.id, place),
          subject: { kind: 'shared-amount', labels: claim.labels, amounts, where: whereIs(place) },
          values: claim.amounts.flatMap(({ startYear, values }) =>
            values.map((amount) => ({
              label: formatYear(startYear),
              amount,
              place: statedPlace(document.id, place),
            })),
          ),
        },
      ]
    }),
  )
