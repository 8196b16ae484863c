import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { programmeFacts } from '../../db/queries/programmeFacts.ts'
import { calendarDay } from '../../domain/calendarDay.ts'
import { type ReportName, reportList } from '../../domain/report/reportList.ts'
import { makers } from '../../electron/app/features/reports/makers.ts'
import { reportScopes } from '../../electron/app/features/reports/reportScopes.ts'
import { writeHtml } from '../../reports/html/writeHtml.ts'
import { proofOf } from '../../reports/model/proofOf.ts'
import type { ReportModel } from '../../reports/model/reportModel.ts'
import { statusLine } from '../../reports/model/statusLine.ts'
import { writeWord } from '../../reports/word/writeWord.ts'
import type { Pictures } from '../../reports/writers.ts'
import { everyPart } from '../reports/support/everyPart.ts'
import { leedsReports } from '../reports/support/leedsReports.ts'
import { openBrowser } from '../support/chromium.ts'
import { toPdf } from '../support/libreOffice.ts'
import { tempFolder } from '../support/tempFolder.ts'

const { make, look } = leedsReports()
const day = calendarDay('2020-08-28')

/** The report about the first thing that the sample has for it; null where it has none, as no meeting for a pack. */
const madeOf = async (report: ReportName): Promise<ReportModel | null> => {
  const [first] = await look(day, async (db) => reportScopes(await programmeFacts(db, day), db, report))
  return first === undefined ? null : (await make(report, { day, scope: first.scope })).model
}

const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

/** As large as the charts of reports are; what is on them makes no difference to a page. */
const picturesFor = ({ parts, isOnePage }: ReportModel): Pictures => {
  const [width, height] = isOnePage ? [480, 390] : [680, 368]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="9" height="9"/></svg>`
  return Object.fromEntries(
    parts.filter(({ kind }) => kind === 'chart').map(({ id }) => [id, { svg, png, width, height }]),
  )
}

const squashed = (text: string): string => text.replace(/\s+/g, '')

/** What is amiss with the pages of a report: one without words of its own, or one that ends with what belongs to the next. */
const amissIn = async (model: ReportModel, pdf: Uint8Array): Promise<{ pages: number; amiss: string[] }> => {
  const { heading, parts } = model
  const { totalPages, text } = await extractText(await getDocumentProxy(pdf), { mergePages: false })
  const title = [heading.title, heading.about].filter((word) => word !== '').join(': ')
  // The longest first, because the shorter stand in it.
  const marks = [`${title} – ${heading.programme}`, statusLine(model), proofOf(heading)].map(squashed)
  const openings = parts.flatMap((part) => {
    if (part.kind === 'heading') return [`${part.number ?? ''}${part.text}`]
    return part.kind === 'table' ? [part.caption] : part.kind === 'chart' ? [part.headline] : []
  })
  const amiss = text.flatMap((page, at) => {
    const words = [...marks, `Page${at + 1}of${totalPages}`].reduce(
      (left, mark) => left.replaceAll(mark, ''),
      squashed(page),
    )
    if (words === '') return [`page ${at + 1} is empty`]
    const last = [...openings, 'What is not on record', 'About this document'].find((opening) =>
      words.endsWith(squashed(opening)),
    )
    return last === undefined ? [] : [`page ${at + 1} ends with ${last}`]
  })
  return { pages: totalPages, amiss }
}

/** A fault that has to be found. */
const withHeadingAlone: ReportModel = {
  ...everyPart,
  parts: [
    { kind: 'heading', id: 'alone', level: 1, number: null, text: 'Left behind' },
    { kind: 'page-break', id: 'turn' },
    ...everyPart.parts,
  ],
}

const printed = (Object.keys(makers) as (keyof typeof makers)[]).filter((name) =>
  reportList[name].forms.includes('pdf'),
)

test('no report is printed with an empty page or one that ends with a heading, and the portfolio takes one', async () => {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    const found: Record<string, { pages: number; amiss: string[] }> = {}
    for (const name of [...printed, 'every part'] as const) {
      const model = name === 'every part' ? everyPart : await madeOf(name)
      if (model === null) continue
      await page.setContent(writeHtml(model, picturesFor(model)))
      found[name] = await amissIn(model, new Uint8Array(await page.pdf({ preferCSSPageSize: true })))
    }
    await page.setContent(writeHtml(withHeadingAlone, {}))
    const control = await amissIn(withHeadingAlone, new Uint8Array(await page.pdf({ preferCSSPageSize: true })))
    expect({
      control: control.amiss,
      amiss: Object.entries(found).filter(([, { amiss }]) => amiss.length > 0),
      onePager: found['one-pager']?.pages,
      missing: printed.filter((name) => found[name] === undefined),
    }).toEqual({
      control: ['page 1 ends with Left behind'],
      amiss: [],
      onePager: 1,
      missing: ['board-pack'],
    })
  } finally {
    await browser.close()
  }
})

/** How many pages a word processor makes of each. */
const pagesInWord = {
  'decision-report': 6,
  'capital-monitoring': 3,
  spend: 7,
  'one-pager': 1,
  'annual-report': 3,
  'tie-out': 7,
} as const

test('a word processor sets reports on no more pages than they need, none of them empty or ending with a heading', async () => {
  const folder = tempFolder()
  const found = await Promise.all(
    (Object.keys(pagesInWord) as (keyof typeof pagesInWord)[]).map(async (name) => {
      const model = await madeOf(name)
      if (model === null) throw new Error(`The sample has nothing that ${name} is about`)
      const file = join(folder, `${name}.docx`)
      await writeFile(file, await writeWord(model, picturesFor(model)))
      return [name, await amissIn(model, new Uint8Array(await readFile(await toPdf(file))))] as const
    }),
  )
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(Object.entries(pagesInWord).map(([name, pages]) => [name, { pages, amiss: [] }])),
  )
})
