import type { Paragraph as WordParagraph, Table as WordTable } from 'docx'
import type { Part } from '../model/reportModel.ts'
import type { TablePart } from '../model/tablePart.ts'
import { tablePieces } from '../model/tablePieces.ts'
import type { Around, Begins } from './around.ts'
import { exemptMark } from './exemptMark.ts'
import { factsTable, figuresTable } from './factsTable.ts'
import { chartParts } from './wordChart.ts'
import { runsOfParagraph, textRuns } from './wordRuns.ts'
import { ITEMS, NUMBER_INDENT, NUMBERS, POINTS } from './wordStyles.ts'
import { tableParts } from './wordTable.ts'
import { wordText } from './wordText.ts'

export type Block = WordParagraph | WordTable

/** Whether a part stands on a turned page in an upright report. */
export const standsOnWidePage = (part: Part, { isLandscape, pictures }: Around): boolean => {
  if (part.kind === 'table') return isTurned(part, isLandscape)
  return part.kind === 'chart' && pictures[part.id] === undefined && isTurned(part.table, isLandscape)
}

const isTurned = (table: TablePart, isLandscape: boolean): boolean =>
  tablePieces(table, isLandscape).some(({ isWide }) => isWide)

/** A part of a report as Word's paragraphs and tables. */
export const partInWord = (part: Exclude<Part, { kind: 'page-break' }>, around: Around, begins: Begins): Block[] => {
  const { docx, footnotes } = around
  const isFirstOnPage = begins === 'page'
  switch (part.kind) {
    case 'heading':
      return [headingInWord(part, around, isFirstOnPage)]
    case 'paragraph': {
      const runs = runsOfParagraph(docx, part.runs, footnotes)
      return broken(isFirstOnPage, around, [
        ...exemptMark(docx, part.exempt),
        new docx.Paragraph({ ...numbering(part, around), children: [...writtenNumber(part, around), ...runs] }),
      ])
    }
    case 'list': {
      const reference = part.isOrdered ? ITEMS : POINTS
      const instance = around.nextList()
      return broken(isFirstOnPage, around, [
        ...exemptMark(docx, part.exempt),
        ...part.items.map(
          (item) =>
            new docx.Paragraph({
              numbering: { reference, level: 0, instance },
              children: runsOfParagraph(docx, item, footnotes),
            }),
        ),
      ])
    }
    case 'facts':
      return broken(isFirstOnPage, around, [
        ...exemptMark(docx, part.exempt),
        around.isOnePage ? figuresTable(part.facts, around) : factsTable(part.facts, around),
        new docx.Paragraph({ style: 'Gap' }),
      ])
    case 'table':
      return part.exempt === null
        ? tableParts(part, around, begins)
        : broken(isFirstOnPage, around, tableParts(part, around))
    case 'chart':
      return part.exempt === null
        ? chartParts(part, around, begins)
        : broken(isFirstOnPage, around, chartParts(part, around, 'anywhere'))
  }
}

const broken = (isFirstOnPage: boolean, { docx }: Around, blocks: Block[]): Block[] =>
  isFirstOnPage ? [new docx.Paragraph({ style: 'Gap', children: [new docx.PageBreak()] }), ...blocks] : blocks

type Numbered = Extract<Part, { kind: 'heading' | 'paragraph' }>

function headingInWord(part: Extract<Part, { kind: 'heading' }>, around: Around, isFirstOnPage: boolean): Block {
  const { docx } = around
  const levels = [docx.HeadingLevel.HEADING_1, docx.HeadingLevel.HEADING_2, docx.HeadingLevel.HEADING_3]
  return new docx.Paragraph({
    heading: levels[part.level - 1] ?? docx.HeadingLevel.HEADING_3,
    pageBreakBefore: isFirstOnPage,
    ...numbering(part, around),
    children: [...writtenNumber(part, around), ...textRuns(docx, part.text)],
  })
}

const numbering = (part: Numbered, { numbers }: Around) => {
  const counted = numbers.get(part.id)
  if (counted) return { numbering: { reference: NUMBERS, level: counted.depth, instance: counted.list } }
  return part.number === null ? {} : { indent: NUMBER_INDENT }
}

/** A number that Word cannot count by itself, with the tab that a counted one has. */
const writtenNumber = ({ id, number }: Numbered, { docx, numbers }: Around) =>
  number === null || numbers.has(id) ? [] : [new docx.TextRun({ children: [wordText(number), new docx.Tab()] })]
