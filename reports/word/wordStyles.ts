import type { IPropertiesOptions } from 'docx'
import { colours, type Docx } from './around.ts'

/** Sizes are in half points, distances in twentieths of a point; what stands on one page is smaller. */
export const wordStyles = (
  { AlignmentType, LineRuleType }: Docx,
  isOnePage: boolean,
): NonNullable<IPropertiesOptions['styles']> => {
  const sized = (usual: number, onOnePage: number) => (isOnePage ? onOnePage : usual)
  const heading = (size: number, before: number, after: number, color: string = colours.text) => ({
    run: { font: FONT, size, bold: true, color },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  })
  const small = { size: sized(18, 14), color: colours.muted }
  return {
    default: {
      document: {
        run: { font: FONT, size: sized(22, 16), color: colours.text, language: { value: 'en-GB' } },
        paragraph: { spacing: { after: sized(140, 40), line: sized(276, 240), lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: FONT, size: sized(40, 30), bold: true, color: colours.title },
        paragraph: { spacing: { after: sized(120, 40) } },
      },
      heading1: heading(sized(28, 18), sized(360, 120), sized(120, 40), colours.title),
      heading2: heading(24, 280, 100),
      heading3: heading(22, 240, 80),
      caption: {
        run: { size: sized(21, 17), bold: true, italics: false, color: colours.text },
        paragraph: { spacing: { before: sized(200, 60), after: sized(80, 40) }, keepNext: true },
      },
      footnoteText: { run: { size: 18 }, paragraph: { spacing: { after: 40 } } },
    },
    paragraphStyles: [
      {
        ...based('About', 'Subtitle of a report'),
        run: { size: sized(26, 18), bold: true },
        paragraph: { spacing: { after: sized(160, 40) } },
      },
      {
        ...based('Status', 'Status of a report'),
        run: { bold: true },
        paragraph: { spacing: { after: sized(200, 60) } },
      },
      {
        ...based('Cell', 'Cell of a table'),
        paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
      },
      {
        ...based('Note', 'Note'),
        run: small,
        paragraph: {
          spacing: { before: sized(40, 20), after: sized(80, 40), line: sized(252, 240), lineRule: LineRuleType.AUTO },
        },
      },
      {
        ...based('Gap', 'Gap after a table'),
        run: { size: 8 },
        paragraph: { spacing: { after: 60, line: 120, lineRule: LineRuleType.AUTO } },
      },
      {
        ...based('Picture', 'Picture'),
        paragraph: { alignment: AlignmentType.LEFT, spacing: { after: 60, line: 240, lineRule: LineRuleType.AUTO } },
      },
      {
        ...based('ExemptMark', 'Mark of what is exempt'),
        run: { size: 20 },
        paragraph: {
          indent: { left: 160 },
          border: { left: { style: 'single', size: 24, space: 8, color: colours.rule } },
        },
      },
      {
        ...based('PageMarks', 'Header and footer'),
        run: { size: 16 },
        paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
      },
      {
        ...based('Proof', 'Proof in the footer'),
        run: { size: 14 },
        paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
      },
    ],
  }
}

const FONT = 'Arial'

const based = (id: string, name: string) => ({ id, name, basedOn: 'Normal', quickFormat: true })

/** The lists of a document: the numbers of a report, the items of a list in order, and points. */
export const wordLists = ({ AlignmentType, LevelFormat }: Docx): NonNullable<IPropertiesOptions['numbering']> => ({
  config: [
    {
      reference: NUMBERS,
      levels: Array.from({ length: 9 }, (_, level) => ({
        level,
        format: LevelFormat.DECIMAL,
        text: Array.from({ length: level + 1 }, (_, at) => `%${at + 1}`).join('.'),
        alignment: AlignmentType.START,
        style: { paragraph: { indent: NUMBER_INDENT } },
      })),
    },
    {
      reference: ITEMS,
      levels: [
        {
          level: 0,
          format: LevelFormat.LOWER_LETTER,
          text: '%1)',
          alignment: AlignmentType.START,
          style: { paragraph: { indent: ITEM_INDENT } },
        },
      ],
    },
    {
      reference: POINTS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.START,
          style: { paragraph: { indent: ITEM_INDENT } },
        },
      ],
    },
    {
      reference: MARKS,
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.START,
          style: { paragraph: { indent: { left: 425, hanging: 283 }, spacing: { after: 60 } } },
        },
      ],
    },
  ],
})

/** Below a title that has no number. */
export const MARKS = 'marks'
export const NUMBERS = 'report-numbers'
export const ITEMS = 'items'
export const POINTS = 'points'
export const NUMBER_INDENT = { left: 850, hanging: 850 } as const
const ITEM_INDENT = { left: 1275, hanging: 425 } as const
