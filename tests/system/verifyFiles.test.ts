import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareContents } from '../../domain/report/fileDifference.ts'
import { plainOrder } from '../../domain/report/reportOrder.ts'
import { differenceInWords } from '../../domain/report/verdictInWords.ts'
import { readContents } from '../../electron/app/features/reports/verify/readContents.ts'
import { writeForm } from '../../electron/app/features/reports/writeForm.ts'
import { chromiumPrinter } from '../../electron/hosts/chromiumPrinter.ts'
import { findPrintingChromium } from '../../electron/hosts/findPrintingChromium.ts'
import { exported, handedOut, issuedReport, modelHandedOut, verdictOn } from '../app/support/reportApp.ts'
import { smallMoneyApp } from '../app/support/smallMoneyApp.ts'
import { pdfAlterations } from '../app/support/updatedPdf.ts'
import { recalculate, saveAsWord } from '../support/libreOffice.ts'
import { alterPackage } from '../support/reports/alterPackage.ts'
import { tempFolder } from '../support/tempFolder.ts'

const printer = () => {
  const chromium = findPrintingChromium()
  if (chromium === undefined) throw new Error('No Chromium was found: npm test installs it where it may.')
  return chromiumPrinter(chromium)
}

/** What somebody did to the page before they printed it, and the first place at which it is found. */
const alterations: [what: string, alter: (html: string) => string, found: RegExp][] = [
  ['a figure', (html) => html.replace('>120.0<', '>130.0<'), /page \d, line \d+: text altered .*120\.0.*130\.0/],
  ['a total', (html) => html.replace('>319.8<', '>391.8<'), /319\.8.*391\.8/],
  ['a name', (html) => html.replace('>Care maps<', '>Care map<'), /Care maps.*Care map/],
  ['a sign', (html) => html.replace('>(319.8)<', '>319.8<'), /\(319\.8\)/],
  ['a row taken out', (html) => html.replace(/<tr[^>]*>(?:(?!<\/tr>)[\s\S])*Care maps[\s\S]*?<\/tr>/, ''), /Care maps/],
  [
    'a sentence',
    (html) => html.replace('before the decision was made', 'after the decision was made'),
    /before the decision/,
  ],
  ['a heading of a column', (html) => html.replace('TO MARCH 2020', 'TO MARCH 2021'), /TO MARCH 2020/],
  ['a paragraph put in', (html) => html.replace('</main>', '<p>All is well</p></main>'), /added, “All is well”/],
  ['the status', (html) => html.replaceAll('ISSUED', 'FINAL'), /ISSUED/],
  ['the mark of a demonstration', (html) => html.replaceAll('DEMONSTRATION: nobody signs in', ''), /DEMONSTRATION/],
]

test('PDFs that were printed from an altered page, or altered since, are each found so, with the place; one that was printed again is not', async () => {
  const app = await smallMoneyApp()
  app.ports.printer = printer()
  const { id, unmade } = await issuedReport(app, 'funding-and-cash-flow')
  const html = new TextDecoder().decode(await writeForm(await modelHandedOut(app, id), {}, 'html'))
  const kept = await verdictOn(app, await handedOut(app, id, 'pdf'))
  const again = await verdictOn(app, await app.ports.printer.toPdf(html))
  const found: [string, string, boolean][] = []
  for (const [what, alter, words] of alterations) {
    const altered = alter(html)
    if (altered === html) throw new Error(`Nothing was altered: ${what}`)
    const { state, differences } = await verdictOn(app, await app.ports.printer.toPdf(altered))
    found.push([what, state, differences.some((each) => words.test(differenceInWords(each)))])
  }
  const pdf = await handedOut(app, id, 'pdf')
  const own = await readContents(pdf)
  for (const [what, alter, words] of pdfAlterations) {
    const differences = compareContents(own, await readContents(alter(pdf)))
    found.push([what, 'altered', differences.some((each) => words.test(differenceInWords(each)))])
  }
  expect([unmade, kept.state, again.state, again.differences, found]).toEqual([
    [],
    'untouched',
    'same',
    [],
    [...alterations, ...pdfAlterations].map(([what]) => [what, 'altered', true]),
  ])
})

test('a document and a workbook that LibreOffice saved anew are not called altered, and an alteration in them is still found', async () => {
  const app = await smallMoneyApp()
  const { id } = await issuedReport(app, 'funding-and-cash-flow')
  const folder = tempFolder()
  const given = async (name: string, bytes: Uint8Array) => {
    await writeFile(join(folder, name), bytes)
    return join(folder, name)
  }
  const docx = await handedOut(app, id, 'docx')
  const xlsx = await handedOut(app, id, 'xlsx')
  const charts = await exported(app, plainOrder('one-pager'), 'xlsx')
  const figure = (part: string, was: string, is: string) => ({ [part]: (xml: string) => xml.replace(was, is) })
  const saved = await Promise.all([
    given('a.docx', docx).then(saveAsWord),
    given('b.docx', alterPackage(docx, figure('word/document.xml', '>120.0<', '>130.0<'))).then(saveAsWord),
    given('a.xlsx', xlsx).then(recalculate),
    given('c.xlsx', charts).then(recalculate),
    given(
      'b.xlsx',
      alterPackage(xlsx, figure('xl/worksheets/sheet1.xml', '<v>55500</v></c><c r="E17"', '<v>5550</v></c><c r="E17"')),
    ).then(recalculate),
  ])
  const told: unknown[] = []
  for (const path of saved) {
    const { state, differences } = await verdictOn(app, new Uint8Array(await readFile(path)))
    told.push([state, differences.map(differenceInWords)])
  }
  const sheet = 'Capital Funding & Cash Flow'
  expect(told).toEqual([
    ['same', []],
    ['altered', ['table 2, row 2, column 4 (Portal): figure altered from “120.0” to “130.0”']],
    ['same', []],
    ['same', []],
    [
      'altered',
      [
        // What follows from it was calculated anew.
        `${sheet}!B17 (Care maps): figure altered from “55500” to “5550”`,
        `${sheet}!D17 (Care maps): figure altered from “55500” to “5550”`,
        `${sheet}!B19 (TOTALS): figure altered from “319750.5” to “269800.5”`,
        `${sheet}!D19 (TOTALS): figure altered from “239750.5” to “189800.5”`,
        `${sheet}!B33 (C − B: funding less authority required, from the year of the report): figure altered from “-319750.5” to “-269800.5”`,
        `${sheet}!D33 (C − B: funding less authority required, from the year of the report): figure altered from “-239750.5” to “-189800.5”`,
      ],
    ],
  ])
})
