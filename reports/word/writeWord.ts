import { originFacts, originLine } from '../model/originFacts.ts'
import { BOTTOM, MARGIN, roomAcross, TOP } from '../model/pageRoom.ts'
import { proofOf } from '../model/proofOf.ts'
import type { Part, ReportModel } from '../model/reportModel.ts'
import { statusLine } from '../model/statusLine.ts'
import type { WriteReport } from '../writers.ts'
import type { Around, Docx } from './around.ts'
import { factsTable } from './factsTable.ts'
import { finishPackage } from './finishPackage.ts'
import { numbersInWord } from './numbersInWord.ts'
import { onePageSections } from './onePageSections.ts'
import { type Block, partInWord, standsOnWidePage } from './partsInWord.ts'
import type { Section } from './section.ts'
import { titledList } from './titledList.ts'
import { footnoteIds, textRuns } from './wordRuns.ts'
import { wordLists, wordStyles } from './wordStyles.ts'
import { wordText } from './wordText.ts'

/** A report as a Word document. The same report and pictures give the same bytes. */
export const writeWord: WriteReport = async (model, pictures) => {
  // Not a part of starting the program: most of its starts write nothing.
  const docx = await import('docx')
  const { heading, orientation, isOnePage = false, parts, footnotes } = model
  const isLandscape = orientation === 'landscape'
  const known = new Map(footnotes.map(({ mark, text }) => [mark, text]))
  const ids = footnoteIds(marksIn(parts), new Set(known.keys()))
  const counts = { Table: 0, Chart: 0 }
  let lists = 0
  const around: Around = {
    docx,
    isLandscape,
    isOnePage,
    across: roomAcross(isLandscape),
    pictures,
    numbers: numbersInWord(parts),
    footnotes: { ids, referredTo: new Set() },
    nextLabel: (kind) => ++counts[kind],
    nextList: () => ++lists,
  }
  const title = [heading.title, heading.about].filter((word) => word !== '').join(': ')
  const { asAt } = heading
  const proof = proofOf(heading)
  const document = new docx.Document({
    title: wordText(title),
    subject: wordText(`${heading.programme}. ${heading.asAtInWords}`),
    creator: PROGRAM,
    lastModifiedBy: PROGRAM,
    keywords: proof,
    description: wordText(statusLine(model)),
    customProperties: [
      { name: 'Proof', value: proof },
      { name: 'Status', value: wordText(statusLine(model)) },
      { name: 'As at', value: asAt.day },
      { name: 'Event', value: String(asAt.seq) },
      { name: 'Hash of the event', value: asAt.hash },
    ],
    styles: wordStyles(docx, isOnePage),
    numbering: wordLists(docx),
    footnotes: Object.fromEntries(
      [...ids].map(([mark, id]) => [
        id,
        { children: [new docx.Paragraph({ style: 'FootnoteText', children: textRuns(docx, ` ${known.get(mark)}`) })] },
      ]),
    ),
    sections: (isOnePage ? onePageSections : sectionsOf)(model, around, titleBlocks(model, around)).map(
      ({ isWide = false, columns, blocks }, at) => ({
        properties: {
          titlePage: at === 0,
          page: pageOf(docx, isLandscape || isWide, isOnePage),
          ...(columns === undefined ? {} : { type: docx.SectionType.CONTINUOUS, column: columns }),
        },
        ...marksOfPage(model, docx, { proof, across: roomAcross(isLandscape || isWide) }),
        children: blocks,
      }),
    ),
  })
  return finishPackage(new Uint8Array(await docx.Packer.toBuffer(document)), asAt.recordedAt)
}

const PROGRAM = 'BCF digital tracker'

const marksIn = (parts: readonly Part[]): string[] =>
  parts
    .flatMap((part) => (part.kind === 'paragraph' ? part.runs : part.kind === 'list' ? part.items.flat() : []))
    .flatMap((run) => (run.kind === 'footnote' ? [run.mark] : []))

/** The document in sections: a table that is too wide for an upright page has a turned one, with the headings before it. */
function sectionsOf(model: ReportModel, around: Around, title: Block[]): Section[] {
  const sections: Section[] = [{ isWide: false, blocks: title }]
  const add = (isWide: boolean, blocks: Block[]) => {
    const last = sections.at(-1)
    if (last?.isWide === isWide) last.blocks.push(...blocks)
    else sections.push({ isWide, blocks })
  }
  const { parts } = model
  const isWide = parts.map((part) => standsOnWidePage(part, around))
  for (const [at] of [...parts.entries()].reverse()) {
    if (parts[at]?.kind === 'heading' && isWide[at + 1]) isWide[at] = true
  }
  let isFirstOnPage = false
  for (const [at, part] of parts.entries()) {
    if (part.kind === 'page-break') {
      isFirstOnPage = true
      continue
    }
    const turns = (isWide[at] ?? false) !== sections.at(-1)?.isWide
    add(isWide[at] ?? false, partInWord(part, around, isFirstOnPage && !turns ? 'page' : 'anywhere'))
    isFirstOnPage = false
  }
  add(false, endBlocks(model, around))
  return sections
}

function titleBlocks(model: ReportModel, around: Around): Block[] {
  const { docx } = around
  const { heading } = model
  return [
    new docx.Paragraph({ style: 'Status', children: textRuns(docx, statusLine(model)) }),
    new docx.Paragraph({ style: 'Title', children: textRuns(docx, heading.title) }),
    ...(heading.about === '' ? [] : [new docx.Paragraph({ style: 'About', children: textRuns(docx, heading.about) })]),
    new docx.Paragraph({ style: 'Note', children: textRuns(docx, originLine(heading)) }),
  ]
}

function endBlocks(model: ReportModel, around: Around): Block[] {
  const { missing, footnotes } = model
  const { docx } = around
  const { Paragraph } = docx
  const unread = footnotes.filter(({ mark }) => !around.footnotes.ids.has(mark))
  return [
    ...titledList('What is not on record', missing, around),
    ...titledList(
      'Notes',
      unread.map(({ mark, text }) => `${mark} ${text}`),
      around,
    ),
    new Paragraph({ heading: docx.HeadingLevel.HEADING_1, text: 'About this document' }),
    factsTable(originFacts(model), around, { share: 1 / 5, size: 18 }),
  ]
}

const pageOf = ({ PageOrientation }: Docx, isLandscape: boolean, isOnePage: boolean) => ({
  // The library turns the sides by itself.
  size: {
    width: 11906,
    height: 16838,
    orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
  },
  margin: {
    top: isOnePage ? BOTTOM : TOP,
    bottom: isOnePage ? MARGIN : BOTTOM,
    left: MARGIN,
    right: MARGIN,
    header: 567,
    footer: 454,
  },
})

interface PageMarks {
  proof: string
  across: number
}

/** What stands on every page: the title and the status above, the proof and the page's number below. */
function marksOfPage(model: ReportModel, docx: Docx, { proof, across }: PageMarks) {
  const { Footer, Header, PageNumber, Paragraph, Tab, TabStopType, TextRun } = docx
  const { heading } = model
  const status = statusLine(model)
  const tabStops = [{ type: TabStopType.RIGHT, position: across }]
  const header = (lines: { text: string; bold: boolean }[]) =>
    new Header({
      children: lines.map(
        ({ text, bold }, at) =>
          new Paragraph({
            style: 'PageMarks',
            // Below a title of several lines too, the text stands apart.
            ...(at === lines.length - 1 ? { spacing: { after: 160 } } : {}),
            children: textRuns(docx, text, { bold }),
          }),
      ),
    })
  const footer = () =>
    new Footer({
      children: [
        new Paragraph({
          style: 'PageMarks',
          tabStops,
          children: [
            ...textRuns(docx, status),
            new TextRun({ children: [new Tab(), 'Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
          ],
        }),
        new Paragraph({ style: 'Proof', children: textRuns(docx, proof) }),
      ],
    })
  const titled = header([
    { text: `${heading.title} – ${heading.programme}`, bold: false },
    { text: status, bold: true },
  ])
  // The first page has the title and the status in its text.
  return {
    headers: { default: titled, first: header([{ text: heading.programme, bold: false }]) },
    footers: { default: footer(), first: footer() },
  }
}
