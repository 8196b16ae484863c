import { originFacts, originLine } from '../model/originFacts.ts'
import { proofOf } from '../model/proofOf.ts'
import type { ReportModel } from '../model/reportModel.ts'
import { statusLine } from '../model/statusLine.ts'
import type { Pictures } from '../writers.ts'
import { escapeHtml } from './escapeHtml.ts'
import { pageStyle } from './pageStyle.ts'
import { partHtml } from './partHtml.ts'

/** A report as one page that asks for nothing: read on the screen, and printed on A4 by whatever prints pages. */
export const writeHtml = (model: ReportModel, pictures: Pictures): string => {
  const { heading, orientation, isOnePage, parts, footnotes, missing } = model
  const isLandscape = orientation === 'landscape'
  const title = [heading.title, heading.about].filter((word) => word !== '').join(': ')
  const proof = proofOf(heading)
  const status = statusLine(model)
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
<body class="${orientation}${isOnePage ? ' one-page' : ''}">
<header>
<p class="status">${escapeHtml(status)}</p>
<h1>${escapeHtml(heading.title)}</h1>
${heading.about === '' ? '' : `<p class="about">${escapeHtml(heading.about)}</p>\n`}<p class="origin">${escapeHtml(originLine(heading))}</p>
</header>
<main>
${parts.map((part) => partHtml(part, around)).join('\n')}
${listHtml('What is not on record', missing)}</main>
${footnotes.length === 0 ? '' : footnotesHtml(footnotes)}<footer>
${originHtml(model)}
</footer>
</body>
</html>
`
}

const originHtml = (model: ReportModel): string => {
  const rows = originFacts(model).map(({ name, value }) => `<div><dt>${name}</dt><dd>${escapeHtml(value)}</dd></div>`)
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
