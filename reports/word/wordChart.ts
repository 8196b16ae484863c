import { amountLooks } from '../model/amountLooks.ts'
import { cellText } from '../model/cellText.ts'
import type { ChartPart } from '../model/chartPart.ts'
import type { Around, Begins } from './around.ts'
import { caption } from './caption.ts'
import { exemptMark } from './exemptMark.ts'
import { textRuns } from './wordRuns.ts'
import { tableParts } from './wordTable.ts'
import { wordText } from './wordText.ts'

/** The picture of a chart under what it says; where there is none, its table stands and says why. */
export const chartParts = (part: ChartPart, around: Around, begins: Begins) => {
  const { docx, across, pictures, nextLabel } = around
  const { Paragraph } = docx
  const { id, headline, measure, unit, period, table, notes, exempt } = part
  const about = [measure, unit === '£000' ? "£000's" : unit, period].filter((word) => word !== '').join(', ')
  const picture = pictures[id]
  const number = nextLabel('Chart')
  return [
    ...exemptMark(docx, exempt),
    caption(docx, { kind: 'Chart', number, words: headline, begins }),
    new Paragraph({ style: 'Note', keepNext: true, children: textRuns(docx, about) }),
    ...(picture === undefined
      ? [
          new Paragraph({
            style: 'Note',
            keepNext: true,
            text: 'This chart could not be drawn here, so its figures stand in its place.',
          }),
          ...tableParts(table, around),
        ]
      : [
          new Paragraph({
            style: 'Picture',
            keepNext: notes.length > 0,
            children: [
              new docx.ImageRun({
                type: 'png',
                data: picture.png,
                transformation: fitted(picture, across),
                // Its own number: the library counts through all documents of a run, and the bytes would differ.
                altText: {
                  id: String(number),
                  name: wordText(`Chart: ${measure}`),
                  description: wordText(inWords(part, about)),
                },
              }),
            ],
          }),
        ]),
    ...notes.map((note) => new Paragraph({ style: 'Note', children: textRuns(docx, note) })),
  ]
}

/** In pixels of 96 to the inch, as wide as the page has room and never larger than it was drawn. */
const fitted = ({ width, height }: { width: number; height: number }, across: number) => {
  const scale = Math.min(1, across / 15 / width, TALLEST / height)
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}

const TALLEST = 620

/** More figures than these are no help to who has them read aloud. */
const MOST_CELLS = 60

/** What who does not see the picture is told: what it says, and where they are few the figures. */
const inWords = ({ headline, table }: ChartPart, about: string): string => {
  const said = `${headline}. ${about}.`
  if (table.columns.length * table.rows.length > MOST_CELLS) return said
  const looks = amountLooks(table)
  const rows = table.rows.map(({ cells }) =>
    cells
      .map((cell, at) => {
        const words = cellText(cell, looks[at] ?? { unit: table.unit, pence: false })
        return at === 0 ? words : `${table.columns[at]?.label} ${words}`
      })
      .join(', '),
  )
  return `${said} ${rows.join('; ')}.`
}
