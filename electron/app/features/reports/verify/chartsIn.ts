import type { ContentRow } from '../../../../../domain/report/fileContents.ts'
import type { OfficePackage } from '../../documents/readers/officePackage.ts'
import {
  childrenNamed,
  childrenOf,
  findElement,
  readXml,
  textOf,
  type XmlElement,
} from '../../documents/readers/xml.ts'

/**
 * The charts of a sheet and the words that are drawn on it: titles, the cells that each row of a chart shows, and the values
 * that were kept of them, which a program shows until it reads the cells.
 */
export const chartsIn = (opened: OfficePackage, sheet: { name: string; part: string }): ContentRow[] => {
  const drawings = [...opened.relationsOf(sheet.part).values()].filter(({ type }) => type === 'drawing')
  return drawings.flatMap((drawing) => {
    const bytes = opened.find(drawing.part)
    const words = bytes ? wordsIn(readXml(bytes)) : []
    const charts = [...opened.relationsOf(drawing.part).values()].filter(({ type }) => type === 'chart')
    return [
      ...words.map((text) => row(`words drawn on sheet ${sheet.name}`, [text])),
      ...charts.flatMap(({ part }, at) => {
        const chart = opened.find(part)
        const which = charts.length === 1 ? '' : ` ${at + 1}`
        return chart ? rowsOf(readXml(chart), `chart${which} of sheet ${sheet.name}`) : []
      }),
    ]
  })
}

const rowsOf = (chart: XmlElement, place: string): ContentRow[] => {
  const plot = all(chart, 'plotArea')
  const titles = all(chart, 'title').map((title) => wordsIn(title).join(' '))
  return [
    row(`title of ${place}`, titles),
    ...plot.flatMap(childrenOf).flatMap((kind) =>
      childrenNamed(kind, 'ser').map((series, at) => {
        const [name, categories] = [
          findElement(series, 'tx'),
          findElement(series, 'cat') ?? findElement(series, 'xVal'),
        ]
        const values = findElement(series, 'val') ?? findElement(series, 'yVal')
        // What a program keeps of names and dates it writes in its own way; a name that is in no cell stands here alone.
        const words = placeOf(name) === '' && name ? textOf(name).trim() : placeOf(name)
        const own = [kind.name, words, placeOf(categories), placeOf(values), ...keptIn(values)]
        return row(`row ${at + 1} of ${place}`, own)
      }),
    ),
  ]
}

const all = (element: XmlElement, name: string): XmlElement[] =>
  childrenOf(element).flatMap((child) => (child.name === name ? [child] : all(child, name)))

/** The runs of words below an element. */
const wordsIn = (element: XmlElement): string[] =>
  all(element, 't')
    .map((run) => textOf(run).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')

/** The cells that something refers to, without what each program adds in its own way. */
const placeOf = (element: XmlElement | undefined): string =>
  element === undefined
    ? ''
    : all(element, 'f')
        .map(textOf)
        .join(' ')
        .replace(/['$\s]/g, '')

const keptIn = (values: XmlElement | undefined): string[] =>
  values === undefined
    ? []
    : all(values, 'pt').map((point) => `${point.attributes.idx}: ${Number(Number(textOf(point)).toPrecision(EXACT))}`)

/** The last figures of a number are written by each program in its way. */
const EXACT = 12

const row = (place: string, texts: readonly string[]): ContentRow => ({
  place,
  cells: texts.map((text) => ({ place, text, formula: null })),
})
