import { letterOf } from './address.ts'
import { GIVEN_FILL, INPUT_FILL, ratingFills } from './cellStyle.ts'
import type { Sheet } from './sheet.ts'
import type { PlacedTable } from './sheetPlan.ts'

/** Colours for ratings beside their letters. */
export const markRatings = ({ worksheet }: Sheet, { table, lines }: PlacedTable): void => {
  const [first, last] = [lines[0]?.number ?? 1, lines.at(-1)?.number ?? 1]
  table.columns.forEach(({ kind }, at) => {
    if (kind !== 'rating') return
    const letter = letterOf(at + 1)
    worksheet.addConditionalFormatting({
      ref: `${letter}${first}:${letter}${last}`,
      rules: Object.entries(ratingFills).map(([rating, fill], priority) => ({
        type: 'expression',
        priority: priority + 1,
        formulae: [`OR(${letter}${first}="${rating}",LEFT(${letter}${first},${rating.length + 1})="${rating}:")`],
        style: { fill },
      })),
    })
  })
}

/** A control that is not 0 is bold and underlined, besides its colour. */
export const markControls = ({ worksheet }: Sheet, { table, lines }: PlacedTable): void => {
  const controls = lines.filter((line) => line.kind === 'cross-cast' || isZeroControl(line, table))
  for (const { number } of controls) {
    table.columns.forEach(({ kind }, at) => {
      if (kind !== 'amount') return
      const cell = `${letterOf(at + 1)}${number}`
      worksheet.addConditionalFormatting({
        ref: cell,
        rules: [
          {
            type: 'expression',
            priority: 1,
            formulae: [`IF(ISNUMBER(${cell}),ROUND(${cell},2)<>0,FALSE)`],
            style: { font: { bold: true, underline: true, color: { argb: 'FFB10E1E' } } },
          },
        ],
      })
    })
  }
}

/** Some control rows are only to compare with. */
const isZeroControl = (line: PlacedTable['lines'][number], { caption }: PlacedTable['table']): boolean =>
  line.kind === 'row' &&
  line.row.style === 'control' &&
  [caption, ...line.row.cells.map((cell) => (cell.kind === 'text' ? cell.text : ''))].some((text) =>
    MUST_BE_0.test(text),
  )

const MUST_BE_0 = /must be 0/

/** Cells that the reader fills in are yellow and take only what they may hold; those beside them are given, and grey. */
export const markInputs = ({ worksheet }: Sheet, { table, lines }: PlacedTable): void => {
  if (table.columns.every(({ input }) => input === undefined)) return
  table.columns.forEach(({ input }, at) => {
    if (input === undefined) {
      for (const line of lines) {
        if (line.kind !== 'row' || line.row.style !== 'plain') continue
        const cell = worksheet.getCell(line.number, at + 1)
        cell.style = { ...cell.style, fill: GIVEN_FILL }
      }
      return
    }
    const { limits, words } = input
    for (const line of lines) {
      if (line.kind !== 'row' || line.row.style !== 'plain') continue
      const cell = worksheet.getCell(line.number, at + 1)
      cell.style = { ...cell.style, fill: INPUT_FILL }
      if (limits !== null) {
        const [least, most] = limits.map((amount) => amount / 100)
        cell.dataValidation = {
          type: 'decimal',
          operator: 'between',
          formulae: [least, most],
          allowBlank: true,
          showErrorMessage: true,
          errorTitle: 'Outside the limits',
          error: `An amount from ${least} to ${most}, in pounds.`,
        }
      } else if (
        words.length > 0 &&
        words.join(',').length <= LONGEST_LIST &&
        !words.some((word) => /[",]/.test(word))
      ) {
        cell.dataValidation = {
          type: 'list',
          formulae: [`"${words.join(',')}"`],
          allowBlank: true,
          showErrorMessage: true,
          errorTitle: 'Not in the list',
          error: `One of: ${words.join(', ')}`.slice(0, LONGEST_LIST),
        }
      }
    }
  })
}

/** A spreadsheet takes no longer list inside a cell's rule. */
const LONGEST_LIST = 255
