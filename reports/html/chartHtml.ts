import type { ChartPart } from '../model/chartPart.ts'
import type { Pictures } from '../writers.ts'
import { escapeHtml } from './escapeHtml.ts'
import { exemptHtml } from './exemptHtml.ts'
import { tableHtml } from './tableHtml.ts'

/** The picture of a chart with its numbers at hand on the screen; where there is none, its table stands and says why. */
export const chartHtml = (part: ChartPart, picture: Pictures[string] | undefined, isLandscape: boolean): string => {
  const { id, headline, measure, unit, period, table, notes, exempt } = part
  const about = [measure, unit === '£000' ? "£000's" : unit, period].filter((word) => word !== '').join(', ')
  const numbers = tableHtml(table, 'Figures of this chart', isLandscape)
  const drawn =
    picture === undefined
      ? `<p class="note">This chart could not be drawn here, so its figures stand in its place.</p>\n${numbers}`
      : `<img src="${sourceOf(picture)}" width="${picture.width}" height="${picture.height}" alt="${escapeHtml(headline)}">
<details><summary>Figures of this chart</summary>
${numbers}
</details>`
  return `${exemptHtml(exempt)}<figure id="${escapeHtml(id)}">
<figcaption><strong>${escapeHtml(headline)}</strong> <span>${escapeHtml(about)}</span></figcaption>
${drawn}
${notes.map((note) => `<p class="note">${escapeHtml(note)}</p>\n`).join('')}</figure>`
}

/** As an image a drawing runs no script and asks for nothing. */
const sourceOf = ({ svg }: Pictures[string]): string =>
  `data:image/svg+xml,${encodeURIComponent(svg.toWellFormed()).replaceAll("'", '%27')}`
