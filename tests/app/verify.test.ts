import { expect, test } from 'vitest'
import { compareContents, type FileDifference } from '../../domain/report/fileDifference.ts'
import { plainOrder } from '../../domain/report/reportOrder.ts'
import { differenceInWords, verdictInWords } from '../../domain/report/verdictInWords.ts'
import { readContents } from '../../electron/app/features/reports/verify/readContents.ts'
import { expectGolden } from '../reports/support/expectGolden.ts'
import { alterPackage } from '../support/reports/alterPackage.ts'
import { csvAlterations, wordAlterations, workbookAlterations } from './support/alteredFiles.ts'
import { planCell } from './support/programmeApp.ts'
import { exported, handedOut, issuedReport, verdictOn } from './support/reportApp.ts'
import { smallMoneyApp } from './support/smallMoneyApp.ts'

const order = plainOrder('funding-and-cash-flow')
const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const bytesOf = (text: string) => new TextEncoder().encode(text)
const saved = (bytes: Uint8Array) => alterPackage(bytes, { 'docProps/app.xml': (xml) => `${xml} ` })

test('every altered file is found altered, the place of every alteration is named, and the files themselves are not accused', async () => {
  const app = await smallMoneyApp()
  const { id } = await issuedReport(app, 'funding-and-cash-flow')
  const found: string[] = []
  const missed: string[] = []
  for (const [form, list] of [
    ['docx', wordAlterations],
    ['xlsx', workbookAlterations],
    ['csv', csvAlterations],
  ] as const) {
    const bytes = await handedOut(app, id, form)
    const own = await readContents(bytes)
    found.push(`${form}, untouched`, ...compareContents(own, await readContents(bytes)).map(inShort))
    for (const [what, alter] of list) {
      const differences = compareContents(own, await readContents(alter(bytes)))
      if (differences.length === 0) missed.push(what)
      found.push(`${form}, ${what}`, ...differences.map(inShort))
    }
  }
  expect(missed).toEqual([])
  expectGolden('altered-files', `${found.join('\n')}\n`)
})

const inShort = (difference: FileDifference): string => {
  const off = difference.takenOff === null ? '' : ` [${difference.takenOff} taken off]`
  const words = differenceInWords(difference)
    .replace(/“([^”]{70})[^”]*”/g, '“$1…”')
    .replace(/[\da-f]{64}/g, 'HASH')
  return `  ${words}${off}`
}

test('a chart of a workbook that shows other cells, has another title or another value kept of a cell is found, and words drawn over it', async () => {
  const app = await smallMoneyApp()
  const xlsx = await exported(app, plainOrder('one-pager'), 'xlsx')
  const own = await readContents(xlsx)
  const chart = 'xl/charts/chart1.xml'
  const alterations: Record<string, (xml: string) => string>[] = [
    { [chart]: (xml) => xml.replace(/(<c:val>.*?<c:f>[^<]*)\d(<\/c:f>)/, '$19$2') },
    { [chart]: (xml) => xml.replace(/<a:t>[^<]*<\/a:t>/, '<a:t>All is well</a:t>') },
    { [chart]: (xml) => xml.replace(/(<c:numCache>.*?<c:v>)[^<]*/, '$142') },
    {
      'xl/drawings/drawing1.xml': (xml) =>
        xml.replace(
          '</xdr:wsDr>',
          '<xdr:sp><xdr:txBody><a:p><a:r><a:t>Agreed</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>',
        ),
    },
  ]
  const found = await Promise.all(
    alterations.map(async (parts) =>
      compareContents(own, await readContents(alterPackage(xlsx, parts))).map(differenceInWords),
    ),
  )
  const row = 'row 1 of chart of sheet Allocation by funding source'
  expect(found.map((each) => each.map((words) => words.replace(/“[^”]*”/g, '“…”')))).toEqual([
    [`${row}: text altered from “…” to “…”`],
    ['title of chart of sheet Allocation by funding source: text altered from “…” to “…”'],
    [`${row}: text altered from “…” to “…”`],
    ['words drawn on sheet Allocation by funding source: text added, “…”'],
  ])
})

test('a file that was handed out is told by its bytes, and one that was saved anew by what it says', async () => {
  const app = await smallMoneyApp()
  const { id } = await issuedReport(app, 'funding-and-cash-flow')
  const docx = await handedOut(app, id, 'docx')
  const [untouched, again, named] = [
    await verdictOn(app, docx, 'tables.docx'),
    await verdictOn(app, saved(docx)),
    await verdictOn(app, docx, 'holiday.pdf'),
  ]
  expect([verdictInWords(untouched), again.state, again.differences, named.state, named.form]).toEqual([
    [
      'Capital Funding & Cash Flow, For decision D2: Decision D2, made 1 September 2020, effective from 1 September 2020, ' +
        `full version, issued 1 September 2020, 10:00am as snapshot ${id}, as at 1 September 2020 (event 12)`,
      'Not altered: it is byte for byte the file that was issued',
      'The ledger says the same now, as at 1 September 2020 (event 15)',
    ],
    'same',
    [],
    'untouched',
    'docx',
  ])
})

test('an altered file is told with its place and with the mark that was taken off, and what the ledger says now beside it', async () => {
  const app = await smallMoneyApp()
  const { id } = await issuedReport(app, 'appendix-a')
  await app.me.plan.set.mutate({ reason: 'Less', cells: [planCell(app.maps.id, 50_000, { was: 55_500 })] } as never)
  const csv = textOf(await handedOut(app, id, 'csv'))
  const verdict = await verdictOn(app, bytesOf(csv.replace('120000', '130000').replaceAll(/DEMONSTRATION[^,]*/g, '')))
  expect([
    verdict.state,
    verdict.takenOff,
    verdict.differences.filter(({ takenOff }) => takenOff === null).map(differenceInWords),
    verdict.since?.changes.map(({ place, was, is, change }) => [place, was, is, change]),
  ]).toEqual([
    'altered',
    ['DEMONSTRATION'],
    ['row 2, column 2020/21 £ (Records): figure altered from “120000.00” to “130000.00”'],
    [
      ['Expenditure plan, Care maps, 2020/21', '55,500.00', '50,000.00', -550_000],
      ['Expenditure plan, Subtotal, Records, 2020/21', '239,750.50', '234,250.50', -550_000],
      ['Expenditure plan, Total, 2020/21', '239,750.50', '234,250.50', -550_000],
    ],
  ])
})

test('a superseded issue says so, and a later issue of the same report does not make its files strange', async () => {
  const app = await smallMoneyApp()
  const first = await issuedReport(app, 'appendix-a')
  const second = await issuedReport(app, 'appendix-a')
  const { origin, state } = await verdictOn(app, await handedOut(app, first.id, 'csv'))
  expect([state, origin.kind === 'issued' && origin.supersededById]).toEqual(['untouched', second.id])
})

test('a draft is made again as of its event: the same is told, an alteration found, and that DRAFT was taken off', async () => {
  const app = await smallMoneyApp()
  const csv = textOf(await exported(app, order, 'csv'))
  const docx = await exported(app, order, 'docx')
  await app.me.plan.set.mutate({ reason: 'Less', cells: [planCell(app.maps.id, 50_000, { was: 55_500 })] } as never)
  const verdicts = [
    await verdictOn(app, docx),
    await verdictOn(app, bytesOf(csv)),
    await verdictOn(app, bytesOf(csv.replace('319750.50', '391750.50'))),
    await verdictOn(app, alterPackage(docx, { 'word/document.xml': (xml) => xml.replaceAll('DRAFT', 'FINAL') })),
  ]
  expect(
    verdicts.map(({ origin, state, differenceCount, takenOff }) => [origin.kind, state, differenceCount > 0, takenOff]),
  ).toEqual([
    ['draft', 'same', false, []],
    ['draft', 'same', false, []],
    ['draft', 'altered', true, []],
    ['draft', 'altered', true, ['DRAFT']],
  ])
})

test('what is not known is said and never called sound: no proof, an issue of another programme, an event that is not there, no document', async () => {
  const app = await smallMoneyApp()
  const { id } = await issuedReport(app, 'appendix-a')
  const csv = textOf(await handedOut(app, id, 'csv'))
  const draft = textOf(await exported(app, order, 'csv'))
  const told = [
    await verdictOn(app, bytesOf('Scheme,Plan\nPortal,5\n')),
    await verdictOn(app, bytesOf(csv.replaceAll(id, '01M1SS1NG'.padEnd(26, '0')))),
    await verdictOn(app, bytesOf(draft.replaceAll(/\/full\/\d+\//g, '/full/99999/'))),
    await verdictOn(app, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])),
  ]
  expect(told.map((verdict) => [verdict.state, verdict.notCompared, verdictInWords(verdict)])).toEqual([
    [
      'not-compared',
      { why: 'no-proof' },
      [
        'No proof stands in this file, so that it cannot be told what it is',
        'It was not compared: it does not say what it is',
      ],
    ],
    [
      'not-compared',
      { why: 'unknown-snapshot' },
      [
        'It names the snapshot 01M1SS1NG00000000000000000, which this programme has not issued',
        'It was not compared: it may be of another programme, or its proof was written by hand',
      ],
    ],
    [
      'not-compared',
      { why: 'unknown-event' },
      [
        'It names event 99999 as a draft of “Capital Funding & Cash Flow”, which this programme has not reached',
        'It was not compared: it may be of another programme, or its proof was written by hand',
      ],
    ],
    [
      'not-compared',
      { why: 'unreadable', code: 'document-format' },
      [
        'No proof stands in this file, so that it cannot be told what it is',
        'It was not compared: it cannot be read (document-format)',
      ],
    ],
  ])
})
