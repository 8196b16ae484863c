import { expect, test } from 'vitest'
import { readDocument } from '../../../electron/app/features/documents/readers/readDocument.ts'
import { inLines } from './support/inLines.ts'

const read = async (page: string | Uint8Array) =>
  inLines(await readDocument(typeof page === 'string' ? new TextEncoder().encode(page) : page))

test('a page is read as it is drawn: headings, lists, footnotes, boxes, and nothing that it hides', async () => {
  const page = `<!doctype html><html><head><title> Report of 2020 </title><style>p{}</style></head><body>
    <h2>1. Purpose</h2><p>Costs <b>£3,049k</b><sup><a href="#n1">1</a></sup> for 100 m<sup>2</sup>,
      the 2<sup>nd</sup> time.</p>
    <ol start="3" type="a"><li><p>first</p><p>more</p></li><li>second <ul><li>inner</li></ul></li></ol>
    <p><input type="checkbox" checked> Yes <input type="checkbox"> No</p>
    <div style="display:none">£9</div><p hidden>£8</p><del>£7</del><ins>£6</ins>
    <p id="n1">Ask the office.</p><script>document.write('£5')</script><img src="http://nowhere.invalid/x.png">
    </body></html>`
  expect(await read(page)).toEqual([
    'html, Report of 2020, pages unknown',
    'h2 <1.> Purpose',
    'Costs £3,049k for 100 m2, the 2nd time. ^1',
    '<c.> first',
    'more',
    '<d.> second',
    'inner',
    '☒ Yes ☐ No',
    '£6',
    'note 1: Ask the office.',
    'hidden 2',
    'tracked-changes 2',
    'pictures 1',
  ])
})

test('a table is its grid: spans, caption, heads, the foot last, and a table inside behind it', async () => {
  const page = `<table><caption>Appendix <i>A</i></caption><tfoot><tr><td colspan=2>Total<td>9</tfoot>
    <thead><tr><th rowspan=2>Theme<th colspan=2>Forecast</tr><tr><th>2020/21<th>2021/22</tr></thead>
    <tr><th scope=row rowspan=0>Care<br>records<td>4<td>*591,000</tr><tr><td><div>a</div><div>b</div><td><table><tr><td>in<td>£1</table></tr></table>`
  expect(await read(page)).toEqual([
    'html, no title, pages unknown',
    'table Appendix A',
    '  0v2#Theme | 1+2#Forecast',
    '  1#2020/21 | 2#2021/22',
    '  0v2:Care/records | 1:4 | 2:*591,000',
    '  1:a/b | 2:',
    '  0+2:Total | 2:9',
    'table',
    '  0:in | 1:£1',
  ])
})

test('a page in the code page of Windows says its pounds, and one of them that nobody can read is said', async () => {
  const page = '<html><p>£5 – “held”</p></html>'
  const bytes = Uint8Array.from(
    [...page].map((sign) => ({ '–': 0x96, '“': 0x93, '”': 0x94 })[sign] ?? sign.charCodeAt(0)),
  )
  expect(await read(bytes)).toEqual(['html, no title, pages unknown', '£5 – “held”'])
  expect(await read('<p>£5 \uFFFD</p>')).toEqual([
    'html, no title, pages unknown',
    '£5 \uFFFD',
    'unreadable-characters 1',
  ])
})
