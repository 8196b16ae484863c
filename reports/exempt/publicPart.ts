import type { Part, Run } from '../model/reportModel.ts'
import { type AmountPlace, exemptOf, holdsExempt } from './amountsOfReport.ts'
import { exemptStatement, WITHHELD } from './exemptWords.ts'
import { publicTable } from './publicTable.ts'

interface Keeping {
  /** The amounts of the part that are withheld. */
  withheld: readonly AmountPlace[]
  /** The part above is exempt for the same reason, and has said so. */
  isSaidAbove: boolean
}

/**
 * A part as the public reads it. A chart of which a figure is kept stands as its table, because it would draw that
 * figure.
 */
export const publicPart = (part: Part, { withheld, isSaidAbove }: Keeping): Part => {
  const exempt = exemptOf(part)
  if (exempt !== null) {
    return {
      kind: 'paragraph',
      id: part.id,
      number: part.kind === 'paragraph' ? part.number : null,
      runs: [said(isSaidAbove ? 'Exempt information, for the reason above.' : exemptStatement(exempt))],
      exempt: null,
    }
  }
  if (withheld.length === 0 && !holdsExempt(part)) return part
  const runsAt = (item: number, runs: readonly Run[]): Run[] =>
    runs.map((run, at) =>
      withheld.some((place) => place.kind === 'run' && place.item === item && place.run === at) ? said(WITHHELD) : run,
    )
  const cells = new Set(withheld.flatMap((place) => (place.kind === 'cell' ? [`${place.row} ${place.column}`] : [])))
  const isWithheld = (row: number, column: number) => cells.has(`${row} ${column}`)
  switch (part.kind) {
    case 'paragraph':
      return { ...part, runs: runsAt(0, part.runs) }
    case 'list':
      return { ...part, items: part.items.map((runs, item) => runsAt(item, runs)) }
    case 'table':
      return publicTable(part, isWithheld)
    case 'chart': {
      const table = publicTable(part.table, isWithheld)
      return { ...table, id: part.id, notes: [...table.notes, NO_CHART] }
    }
    default:
      return part
  }
}

const NO_CHART = 'The chart is left out, because it would show what is kept from the public.'

const said = (text: string): Run => ({ kind: 'text', text, isStrong: false })
