import type { MessageGroup, RowMessage } from './rowMessage.ts'

/** As many kinds of message as somebody would go through; a file that needs more was mapped wrongly. */
const MOST_GROUPS = 500
/** Of each kind: so many rows are put right by one fix. */
const CELLS_NAMED = 500
/** Of all kinds together, so that what is shown of a file mapped wrongly stays small. */
const MOST_CELLS = 10_000

/** Puts equal messages together as they come. */
export const createMessageGroups = () => {
  const groups = new Map<string, MessageGroup>()
  let others = 0
  let named = 0
  const nameCell = (cells: string[], cell: string) => {
    if (cells.length >= CELLS_NAMED || named >= MOST_CELLS) return
    cells.push(cell)
    named += 1
  }
  return {
    add({ sheet, section, field, cell, value, description }: RowMessage): void {
      const key = [field, section, description].join('\n')
      const known = groups.get(key)
      if (known) {
        known.count += 1
        nameCell(known.cells, cell)
      } else if (groups.size < MOST_GROUPS) {
        groups.set(key, { sheet, section, field, value, description, count: 1, cells: [cell] })
      } else others += 1
    },
    /** The most frequent first. */
    groups: (): MessageGroup[] => [...groups.values()].toSorted((one, other) => other.count - one.count),
    others: (): number => others,
  }
}
