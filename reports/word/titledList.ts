import type { Around, Begins } from './around.ts'
import type { Block } from './partsInWord.ts'
import { textRuns } from './wordRuns.ts'
import { MARKS } from './wordStyles.ts'

/** Sentences under a heading, each with a mark; nothing where there are none. */
export const titledList = (
  title: string,
  texts: readonly string[],
  { docx, nextList }: Around,
  begins: Begins = 'anywhere',
): Block[] => {
  const instance = nextList()
  if (texts.length === 0) return []
  return [
    new docx.Paragraph({
      heading: docx.HeadingLevel.HEADING_1,
      children: [...(begins === 'column' ? [new docx.ColumnBreak()] : []), new docx.TextRun(title)],
    }),
    ...texts.map(
      (text) =>
        new docx.Paragraph({ numbering: { reference: MARKS, level: 0, instance }, children: textRuns(docx, text) }),
    ),
  ]
}
