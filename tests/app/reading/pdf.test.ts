import { beforeAll, expect, test, vi } from 'vitest'
import type { ReadDocument } from '../../../domain/reading/readDocument.ts'
import { readDocument } from '../../../electron/app/features/documents/readers/readDocument.ts'
import { openBrowser } from '../../support/chromium.ts'
import { inLines } from './support/inLines.ts'
import { pdfWith } from './support/pdfOf.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 })

const drawn = (...lines: string[]) => Buffer.from(lines.join('\n'), 'latin1')
/** Words at a place, counted from the lower left corner. */
const words = (x: number, y: number, text: string, size = 10) => `BT /F1 ${size} Tf ${x} ${y} Td (${text}) Tj ET`
const read = async (...page: Parameters<typeof pdfWith>) => inLines(await readDocument(pdfWith(...page)))

test('columns are rebuilt from where words stand, with heads over several of them and labels of two lines', async () => {
  const rows: [number, string, string, string][] = [
    [640, 'Care records', '635.0', '500.0'],
    [618, 'Infrastructure', '', '450.0'],
    [584, 'Strategy', '20.0', ''],
  ]
  const page = drawn(
    words(50, 700, '3.3 The plan costs \\2433,049k in two years:'),
    words(250, 676, 'FORECAST'),
    words(220, 662, '2020/21'),
    words(300, 662, '2021/22'),
    ...rows.flatMap(([y, label, first, second]) => [
      words(50, y, label),
      ...(first ? [words(230, y, first)] : []),
      ...(second ? [words(310, y, second)] : []),
    ]),
    words(50, 606, 'of the partners'),
    words(50, 540, 'It is enough.'),
  )
  expect(await read(page)).toEqual([
    'pdf, no title, 1 pages',
    'p1 <3.3> The plan costs £3,049k in two years:',
    'p1 FORECAST',
    'p1 table',
    '  0: | 1:2020/21 | 2:2021/22',
    '  0:Care records | 1:635.0 | 2:500.0',
    '  0:Infrastructure/of the partners | 1: | 2:450.0',
    '  0:Strategy | 1:20.0 | 2:',
    'p1 It is enough.',
  ])
})

test('a page that lies on its side is read upright, and said', async () => {
  const asDrawn = drawn(words(50, 700, '1.1 Costs \\2435m'))
  expect(await read(asDrawn, '', '/Rotate 90')).toEqual([
    'pdf, no title, 1 pages',
    'p1 <1.1> Costs £5m',
    'rotated-page 1',
  ])
  const onItsSide = drawn(
    'q 0 1 -1 0 595 0 cm',
    words(50, 300, '1.1 Costs \\2435m'),
    words(50, 280, '1.2 And more'),
    'Q',
  )
  expect(await read(onItsSide)).toEqual([
    'pdf, no title, 1 pages',
    'p1 <1.1> Costs £5m',
    'p1 <1.2> And more',
    'rotated-page 1',
  ])
})

test('small raised signs are marks of footnotes, before which nothing stands where the footnote is', async () => {
  const page = drawn(
    words(50, 700, 'Costs \\2435m in all'),
    words(121.5, 704, '1', 6),
    words(50, 60, '1', 6),
    words(56, 56, 'Ask the office.'),
  )
  expect(await read(page)).toEqual(['pdf, no title, 1 pages', 'p1 Costs £5m in all ^1', 'note 1: Ask the office.'])
})

const style = `@page { size: A5; margin: 20mm 15mm } body { font: 10pt Arial; margin: 0 } table { border-collapse: collapse; width: 100% }
  td, th { border: 0.5pt solid black; padding: 3pt; vertical-align: top } .amount { text-align: right } tr { break-inside: avoid }`
const lines = Array.from({ length: 26 }, (_, at) => at + 1)
const html = `<style>${style}</style><h1>Appendix A</h1><p>2.1 The plan of two years<sup>1</sup> costs £3.049m.</p>
  <table><thead><tr><th rowspan="2">Theme<th rowspan="2">Scheme<th colspan="2">FORECAST</tr><tr><th>2020/21<th>2021/22</tr></thead>
  <tr><td rowspan="${lines.length + 1}">Care records and more<td>Scheme 0<td class="amount">1<td></tr>
  ${lines.map((at) => `<tr><td>Scheme ${at}<td class="amount">${at},000<td class="amount">${at % 3 === 0 ? '' : `*${at}.5`}</tr>`).join('')}</table>
  <p>Yes <input type="checkbox"> No <input type="checkbox" checked></p>`
const headerTemplate =
  '<div style="font-size:8px;margin-left:15mm">Report of the director, page <span class="pageNumber"></span></div>'

let printed: ReadDocument

beforeAll(async () => {
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.setContent(html)
    const options = { preferCSSPageSize: true, displayHeaderFooter: true, headerTemplate, footerTemplate: '<i></i>' }
    printed = await readDocument(new Uint8Array(await page.pdf(options)))
  } finally {
    await browser.close()
  }
})

test('a drawn table over two pages is one, with its heads once, its label beside all rows, and no running head', () => {
  const [title = '', ...rest] = inLines(printed)
  expect([title.replace(/, .*, /, ', '), ...rest]).toEqual([
    'pdf, 3 pages',
    'p1 h1 Appendix A',
    'p1 <2.1> The plan of two years costs £3.049m. ^1',
    'p2-3 table',
    '  0v2#Theme | 1v2#Scheme | 2+2#FORECAST',
    '  2#2020/21 | 3#2021/22',
    `  0v${lines.length + 1}:Care records and more | 1:Scheme 0 | 2:1 | 3:`,
    ...lines.map((at) => `  1:Scheme ${at} | 2:${at},000 | 3:${at % 3 === 0 ? '' : `*${at}.5`}`),
    'p3 Yes ☐ No ☒',
    'running-text 3',
    'joined-tables 1',
    'repeated-heads 1',
  ])
})

test('each cell and each paragraph says where on its page it stands', () => {
  const [title, , table] = printed.blocks
  const cells = table?.kind === 'table' ? table.rows.flat() : []
  const inside = cells.filter(({ page, box }) => page !== null && box !== null && box.x >= 0 && box.x + box.width <= 1)
  expect([inside.length, cells.length > 0, title?.at.box?.x, [...new Set(cells.map(({ page }) => page))]]).toEqual([
    cells.length,
    true,
    title?.at.box?.x,
    [2, 3],
  ])
  expect(title?.at.box?.x).toBeCloseTo(15 / 148, 2)
})
