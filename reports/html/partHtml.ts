import type { ReportModel } from '../model/reportModel.ts'
import type { Pictures } from '../writers.ts'
import { chartHtml } from './chartHtml.ts'
import { escapeHtml } from './escapeHtml.ts'
import { exemptHtml } from './exemptHtml.ts'
import { runsHtml } from './runsHtml.ts'
import { tableHtml } from './tableHtml.ts'

type Part = ReportModel['parts'][number]

/** What a part needs to know of its document. */
export interface Around {
  pictures: Pictures
  isLandscape: boolean
  /** The footnotes' places by their marks. */
  footnotes: ReadonlyMap<string, number>
  /** `Table 2`, by the id of the table. */
  labels: ReadonlyMap<string, string>
}

export const partHtml = (part: Part, { pictures, isLandscape, footnotes, labels }: Around): string => {
  const id = `id="${escapeHtml(part.id)}"`
  switch (part.kind) {
    case 'heading': {
      // The title of the document is the only heading of the first level.
      const name = `h${part.level + 1}`
      return `<${name} ${id}>${numberHtml(part.number)}${escapeHtml(part.text)}</${name}>`
    }
    case 'paragraph': {
      const words = runsHtml(part.runs, footnotes)
      const body =
        part.number === null
          ? `<p ${id}>${words}</p>`
          : `<p ${id} class="numbered">${numberHtml(part.number)}<span>${words}</span></p>`
      return `${exemptHtml(part.exempt)}${body}`
    }
    case 'list': {
      const name = part.isOrdered ? 'ol' : 'ul'
      const items = part.items.map((item) => `<li>${runsHtml(item, footnotes)}</li>`)
      return `${exemptHtml(part.exempt)}<${name} ${id}>${items.join('')}</${name}>`
    }
    case 'facts': {
      const facts = part.facts.map(
        ({ name, value }) => `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>`,
      )
      return `${exemptHtml(part.exempt)}<dl ${id}>${facts.join('')}</dl>`
    }
    case 'table':
      return tableHtml(part, labels.get(part.id) ?? 'Table', isLandscape)
    case 'chart':
      return chartHtml(part, pictures[part.id], isLandscape)
    case 'page-break':
      return `<div ${id} class="page-break"></div>`
  }
}

const numberHtml = (number: string | null): string =>
  number === null ? '' : `<span class="number">${escapeHtml(number)}</span> `
