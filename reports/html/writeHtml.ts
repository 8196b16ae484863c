import { type Proof, proofText } from '../../domain/report/proof.ts'
import type { ReportHeading } from '../model/reportHeading.ts'
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
  const proof = proofText(proofOf(heading))
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
${heading.about === '' ? '' : `<p class="about">${escapeHtml(heading.about)}</p>\n`}${originHtml(heading)}
</header>
<main>
${parts.map((part) => partHtml(part, around)).join('\n')}
${listHtml('What is not on record', missing)}</main>
<footer>
${footnotes.length === 0 ? '' : footnotesHtml(footnotes)}${checksHtml(model)}<p>Proof of this document: ${escapeHtml(proof)}</p>
</footer>
</body>
</html>
`
}

/** What an issued report is found by, and by what a draft is made again. */
const proofOf = ({ snapshotId, order, asAt }: ReportHeading): Proof =>
  snapshotId === null
    ? { kind: 'draft', order, seq: asAt.seq, day: asAt.day }
    : { kind: 'issued', snapshotId, version: order.version }

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
  '£': 'whole pounds unless pence are shown',
  '£000': "£000's, to one decimal",
  '£m': '£m, to two decimals',
}

const originHtml = ({ programme, schemeNumber, asAtInWords, madeInWords, unit, asAt, note }: ReportHeading): string => {
  const facts = [
    ['Programme', schemeNumber === '' ? programme : `${programme}, capital scheme ${schemeNumber}`],
    ['Figures', `${asAtInWords}. ${madeInWords}`],
    ['Hash of that event', asAt.hash],
    ['Unit', `${unitWords[unit]}. Rounded for display only, half away from zero`],
    ['Note', note],
  ].filter(([, value]) => value !== '')
  const rows = facts.map(([name = '', value = '']) => `<div><dt>${name}</dt><dd>${escapeHtml(value)}</dd></div>`)
  return `<dl class="origin">${rows.join('')}</dl>`
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
const checksHtml = ({ checks }: ReportModel): string => {
  if (checks.length === 0) return ''
  const counts = [...Map.groupBy(checks, ({ severity }) => severity)].map(([name, some]) => `${some.length} ${name}`)
  return `<p>Checks beside these figures: ${checks.length} (${escapeHtml(counts.join(', '))}).</p>\n`
}
