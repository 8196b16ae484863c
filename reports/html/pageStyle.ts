import { cssText } from './cssText.ts'

/** What stands on every page that is printed. */
export interface PageMarks {
  title: string
  /** The words that nobody may overlook: the status, who may read it, and that nobody signs in. */
  status: string
  proof: string
  isLandscape: boolean
}

/** The look of a report, printed and on the screen: black on white, and never wider than its page. */
export const pageStyle = ({ title, status, proof, isLandscape }: PageMarks): string => `
@page {
  size: A4 ${isLandscape ? 'landscape' : 'portrait'};
  margin: 20mm 15mm 18mm;
  font: 8pt Arial, "Liberation Sans", sans-serif;
  color: #212b32;
  @top-left { content: ${cssText(title)}; vertical-align: bottom; padding-bottom: 4mm; text-align: left; }
  @top-right { content: ${cssText(status)}; font-weight: bold; vertical-align: bottom; padding-bottom: 4mm; text-align: right; }
  @bottom-left { content: ${cssText(proof)}; font-size: 7pt; vertical-align: top; padding-top: 4mm; text-align: left; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); vertical-align: top; padding-top: 4mm; text-align: right; white-space: nowrap; }
}
@page wide { size: A4 landscape; }
${letters}${tables}${onePage}${screen}${print}`

const letters = `
* { box-sizing: border-box; }
html { color: #212b32; background: #fff; font: 11pt/1.45 Arial, "Liberation Sans", sans-serif; -webkit-text-size-adjust: 100%; }
body { margin: 0; }
h1, h2, h3, h4 { line-height: 1.25; break-after: avoid; overflow-wrap: break-word; }
h1 { font-size: 20pt; margin: 0 0 4pt; color: #003087; }
h2 { font-size: 14pt; margin: 20pt 0 6pt; color: #003087; }
h3 { font-size: 12pt; margin: 14pt 0 4pt; }
h4 { font-size: 11pt; margin: 12pt 0 4pt; }
p { margin: 0 0 8pt; white-space: pre-line; overflow-wrap: break-word; orphans: 3; widows: 3; }
.status { font-weight: bold; margin: 0 0 6pt; }
.about { font-size: 13pt; font-weight: bold; margin: 0 0 8pt; }
.numbered { display: grid; grid-template-columns: 3.4em minmax(0, 1fr); }
h2 .number, h3 .number, h4 .number { display: inline-block; min-width: 2.2em; }
ul, ol { margin: 0 0 8pt; padding-left: 2em; }
li { margin-bottom: 3pt; overflow-wrap: break-word; }
dl { margin: 0 0 12pt; border-top: 0.75pt solid #768692; }
dl > div { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 2fr); gap: 12pt; padding: 3pt 0; border-bottom: 0.5pt solid #d8dde0; break-inside: avoid; }
dt { font-weight: bold; overflow-wrap: break-word; }
dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere; }
sup { line-height: 0; }
a { color: #005eb8; }
.exempt-mark { border-left: 3pt solid #212b32; padding-left: 8pt; font-size: 10pt; break-after: avoid; }
.tag { font-weight: bold; font-size: 0.85em; }
.note { font-size: 9.5pt; color: #3a4c59; margin: 3pt 0; }
figure { margin: 0 0 14pt; break-inside: avoid; }
figcaption { margin-bottom: 4pt; }
figcaption span { color: #3a4c59; font-size: 9.5pt; }
img { display: block; max-width: 100%; height: auto; }
.origin { font-size: 9.5pt; color: #3a4c59; margin-bottom: 12pt; }
section p { font-size: 9.5pt; margin-bottom: 3pt; }
section, footer { margin-top: 18pt; }
section { border-top: 0.75pt solid #768692; padding-top: 6pt; }
footer { font-size: 8.5pt; }
footer dl > div { grid-template-columns: minmax(0, 1fr) minmax(0, 5fr); padding: 2pt 0; }
`

const tables = `
.table { margin: 8pt 0 14pt; }
table { width: 100%; border-collapse: collapse; font-size: 9pt; line-height: 1.3; font-variant-numeric: tabular-nums lining-nums; }
.small table { font-size: 8pt; }
.smaller table { font-size: 7pt; }
.shared table { table-layout: fixed; }
caption { text-align: left; font-weight: bold; font-size: 10.5pt; padding-bottom: 4pt; break-after: avoid; }
caption .unit { font-weight: normal; }
th, td { padding: 2.5pt 4pt; vertical-align: top; text-align: left; font-weight: normal; border-bottom: 0.5pt solid #d8dde0; overflow-wrap: anywhere; white-space: pre-line; }
th.text, td.text, thead th { overflow-wrap: break-word; }
thead th { font-weight: bold; vertical-align: bottom; border-bottom: 1pt solid #212b32; background: #e8edee; }
.amount, .count, .percent { text-align: right; }
td.amount, td.count, td.percent, td.day { overflow-wrap: normal; white-space: nowrap; }
td.word { color: #4c6272; white-space: normal; }
.band th { font-weight: bold; background: #e8edee; }
.subtotal > *, .total > * { font-weight: bold; border-top: 0.75pt solid #212b32; }
.total > * { border-bottom: 1pt solid #212b32; }
.control > *, tr.note > * { color: #3a4c59; }
span.rating { white-space: nowrap; }
.rating svg { vertical-align: -1.5pt; print-color-adjust: exact; }
tr { break-inside: avoid; }
.subtotal, .total, .rounding { break-before: avoid; }
thead { display: table-header-group; }
/* A total stands where the table ends, and not again at the foot of each page. */
tfoot { display: table-row-group; }
`

/** Side by side, so that a page holds it all; what heads and closes a report at length stands in the page's margins. */
const onePage = `
.one-page main { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 6pt 12pt; align-items: start; font-size: 8pt; }
.one-page main > h2, .one-page main > p, .one-page main > ul, .one-page main > dl { grid-column: 1 / -1; margin: 0; }
.one-page main > dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(0, 1fr)); }
.one-page main > dl > div { display: block; border: 0; padding: 2pt 6pt; }
.one-page main > dl dt { font-weight: normal; }
.one-page main > dl dd { font-size: 13pt; font-weight: bold; font-variant-numeric: tabular-nums lining-nums; }
.one-page main > h2 { font-size: 9pt; }
.one-page main > ul { columns: 2; }
.one-page figure, .one-page .table { margin: 0; }
.one-page figcaption { font-size: 8.5pt; line-height: 1.25; min-height: 3.75em; }
.one-page figcaption span, .one-page .note { font-size: 7pt; line-height: 1.2; margin: 1pt 0; }
.one-page caption { font-size: 8.5pt; }
.one-page table, .one-page .small table, .one-page .smaller table { font-size: 7pt; line-height: 1.2; }
.one-page th, .one-page td { padding: 1.5pt 3pt; }
@media print {
  .one-page h1 { font-size: 15pt; }
  .one-page h1, .one-page .about { display: inline; margin-right: 8pt; }
  .one-page .about { font-size: 10pt; }
  .one-page .origin { font-size: 7pt; margin-bottom: 3pt; }
  .one-page .status, .one-page footer { display: none; }
}
@media screen and (max-width: 64rem) {
  .one-page main { grid-template-columns: minmax(0, 1fr); }
  .one-page main > dl { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
`

const screen = `
@media screen {
  html { background: #f0f4f5; }
  body { max-width: 60rem; margin: 16px auto; padding: 48px 56px; background: #fff; border: 1px solid #d8dde0; }
  body.landscape { max-width: 84rem; }
  .table { overflow-x: auto; }
  .table:focus-visible, a:focus-visible, summary:focus-visible { outline: 3px solid #212b32; outline-offset: 2px; box-shadow: 0 0 0 5px #ffeb3b; }
  .small table, .smaller table { font-size: 9pt; }
  .shared table { min-width: 72rem; }
  .page-break { border-top: 2px dashed #aeb7bd; margin: 24px 0; }
  summary { cursor: pointer; min-height: 24px; }
}
@media screen and (max-width: 48rem) {
  body { margin: 0; padding: 16px; border: 0; }
  dl > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
}
`

const print = `
@media print {
  /* Before what follows, because a break that a full page pushed over would print an empty one. */
  .page-break { display: none; }
  .page-break + * { break-before: page; margin-top: 0; }
  .wide { page: wide; }
  details { display: none; }
  a { color: inherit; text-decoration: none; }
  thead th, .band th { print-color-adjust: exact; }
  .table:last-child { margin-bottom: 0; }
  .whole { break-inside: avoid; }
  /* No row begins or ends it alone on a page. */
  footer dl > div:nth-child(2), footer dl > div:nth-last-child(-n + 2), tbody tr:last-child:not(:first-child) { break-before: avoid; }
  thead, .table > .exempt-mark { break-after: avoid; }
  tbody tr:nth-child(-n + 2), .table .note { break-before: avoid; }
  .band { break-after: avoid; }
}
`
