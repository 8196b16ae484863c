import { sum, ZERO } from '../../money.ts'
import type { ProgrammeFacts } from '../../programme/facts.ts'
import type { Draft } from '../finding.ts'
import { isWithin, ledgerValue, nameOf, postedBefore, total } from '../ledgerSums.ts'
import {
  amountIn,
  documentTables,
  findTable,
  partColumns,
  printedValue,
  roundToStep,
  statedPlace,
  stepOf,
} from '../statedTable.ts'

/** R34: a block of previous authority holds what was in force before the report, and nothing that the report asks for. */
export const previousAuthority = (facts: ProgrammeFacts): Draft[] =>
  facts.documents.flatMap((document) => {
    const table = findTable(documentTables(document), 'previous-authority')
    if (!table) return []
    const decision = facts.decisions.find(({ id }) => id === document.decisionId)
    return table.rows.flatMap((row): Draft[] => {
      if (row.meaning.kind !== 'place') return []
      const { place } = row.meaning
      const stated = row.cells.get('total')
      const printed = stated?.value ?? sum(partColumns(table).map(({ key }) => amountIn(row, key)))
      const computed = postedBefore(facts, 'authority', place, document)
      const figure = stated ?? [...row.cells.values()][0]
      if (!figure || printed === computed || printed === roundToStep(computed, stepOf(figure))) return []
      const soughtNow = decision
        ? total(decision.lines.filter((line) => line.level === 'authority' && isWithin(facts, line.place, place)))
        : ZERO
      return [
        {
          key: `${document.id}/${row.key}`,
          place: statedPlace(document.id, figure.place),
          subject: { kind: 'not-earlier', name: nameOf(facts, place), soughtNow },
          printed,
          computed,
          values: [printedValue(document, figure), ledgerValue(facts, 'authority', place, null, computed)],
        },
      ]
    })
  })
