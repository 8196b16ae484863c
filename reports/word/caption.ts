import type { Begins, Docx } from './around.ts'
import { textRuns } from './wordRuns.ts'

interface Captioned {
  kind: 'Table' | 'Chart'
  number: number
  words: string
  begins: Begins
}

/** `Table 2. What it shows`, counted by a field as Word counts captions, so that a list of tables can be made of them. */
export const caption = (docx: Docx, { kind, number, words, begins }: Captioned) =>
  new docx.Paragraph({
    style: 'Caption',
    keepNext: true,
    pageBreakBefore: begins === 'page',
    children: [
      ...(begins === 'column' ? [new docx.ColumnBreak()] : []),
      new docx.TextRun(`${kind} `),
      new docx.SimpleField(`SEQ ${kind} \\* ARABIC`, String(number)),
      ...textRuns(docx, `. ${words}`),
    ],
  })
