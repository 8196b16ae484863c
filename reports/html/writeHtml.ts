import { proofOf } from '../model/proofOf.ts'
import type { ReportModel } from '../model/reportModel.ts'
import type { Pictures } from '../writers.ts'
import { escapeHtml } from './escapeHtml.ts'
import { pageStyle } from './pageStyle.ts'
import { partHtml } from './partHtml.ts'

/** A report as one page that asks for nothing: read on the screen, and printed on A4 by whatever prints pages. */
export const writeHtml = (model: ReportModel, pictures: Pictures): string => {
  const { heading, orientation, parts, footnotes, missing } = model
  const isLandscape = orientation === 'landscape'
  const title = [heading.title, heading.about].filter((word) => word !== '').join(': ')
  const proof = proofOf(heading)
  const status = statusOf(model)
  const around = {
    pictures,
    isLandscape,
    footnotes: new Map(footnotes.map(({ mark }, at) => [mark, at + 1])),
    labels: new Map(parts.filter(({ kind }) => kind === 'table').map(({ id }, at) => [id, `Table ${at + 1}`])),
  }
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="BCF digital tracker">
<meta name="keywords" content="${escapeHtml(proof)}">
<title>${escapeHtml(`${title} – ${heading.programme} – ${heading.status}`)}</title>
<style>${pageStyle({ title: `${title} – ${heading.programme}`, status, proof, isLandscape })}</style>
</head>
<body class="${orientation}">
<header>
<p class="status">${escapeHtml(status)}</p>
<h1>${escapeHtml(heading.title)}</h1>
${heading.about === '' ? '' : `<p class="about">${escapeHtml(heading.about)}</p>\n`}<p class="origin">${escapeHtml(`${heading.asAtInWords}. Unit: ${unitWords[heading.unit]}.`)}</p>
</header>
<main>
${parts.map((part) => partHtml(part, around)).join('\n')}
${listHtml('What is not on record', missing)}</main>
${footnotes.length === 0 ? '' : footnotesHtml(footnotes)}<footer>
${originHtml(model, proof)}
</footer>
</body>
</html>
`
}

const statusOf = ({ heading, parts }: ReportModel): string => {
  const holdsExempt = parts.some(
    (part) =>
      ('exempt' in part && part.exempt !== null) ||
      (part.kind === 'table' && part.rows.some(({ exempt }) => exempt !== null)),
  )
  const readers = heading.order.version === 'public' ? 'Public version' : holdsExempt ? 'Holds exempt information' : ''
  return [heading.status, readers, heading.demonstration].filter((word) => word !== '').join(' · ')
}

const unitWords = {
  '£': 'whole pounds, or pounds and pence',
  '£000': "£000's, to one decimal",
  '£m': '£m, to two decimals',
}

/** What stands below a report of where it comes from, and how its file is known again. */
const originHtml = ({ heading, checks }: ReportModel, proof: string): string => {
  const { programme, schemeNumber, asAtInWords, madeInWords, asAt, note } = heading
  const facts = [
    ['Programme', schemeNumber === '' ? programme : `${programme}, capital scheme ${schemeNumber}`],
    ['Figures', `${asAtInWords}. ${madeInWords}`],
    ['Hash of that event', asAt.hash],
    [
      'Rounding',
      'For display only, half away from zero; a line “Rounding” stands where a column as shown does not add',
    ],
    ['Checks', checksInWords(checks)],
    ['Note', note],
    ['Proof', proof],
  ].filter(([, value]) => value !== '')
  const rows = facts.map(([name = '', value = '']) => `<div><dt>${name}</dt><dd>${escapeHtml(value)}</dd></div>`)
  return `<dl>${rows.join('')}</dl>`
}

const listHtml = (title: string, lines: readonly string[]): string =>
  lines.length === 0
    ? ''
    : `<h2>${title}</h2>\n<ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>\n`

const footnotesHtml = (footnotes: ReportModel['footnotes']): string =>
  `<section role="doc-endnotes" aria-label="Footnotes">${footnotes
    .map(({ mark, text }, at) => `<p id="footnote-${at + 1}"><sup>${escapeHtml(mark)}</sup> ${escapeHtml(text)}</p>`)
    .join('\n')}</section>\n`

/** Only how many: each of them stands in the tie-out report and in the workbook. */
const checksInWords = (checks: ReportModel['checks']): string => {
  if (checks.length === 0) return 'No check found a fault beside these figures'
  const counts = [...Map.groupBy(checks, ({ status }) => status)].map(([status, some]) => `${some.length} ${status}`)
  return `${checks.length} beside these figures: ${counts.join(', ')}`
}
