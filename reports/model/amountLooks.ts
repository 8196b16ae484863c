import type { AmountLook } from './cellText.ts'
import type { TablePart } from './tablePart.ts'

/** How the amounts of each column are shown: a column in pounds with a single penny in it shows the pence of all. */
export const amountLooks = ({ unit, columns, rows }: TablePart): AmountLook[] =>
  columns.map((column, at) => {
    const shownIn = column.unit ?? unit
    const hasPence = rows.some(({ cells }) => {
      const cell = cells[at]
      return cell?.kind === 'amount' && cell.amount % 100 !== 0
    })
    return { unit: shownIn, pence: shownIn === '£' && hasPence }
  })
