import type { MoneyUnit } from '../../domain/money.ts'
import { cleanText } from './excel.ts'

/** A row of cells of a chart: where they stand, and what they hold; null where there is no number. */
export interface CachedCells {
  reference: string
  values: (string | number | null)[]
}

export interface ChartSeries {
  name: CachedCells
  values: CachedCells
}

export interface NativeChart {
  type: 'stacked-columns' | 'columns' | 'lines'
  title: string
  unit: MoneyUnit
  format: string
  categories: CachedCells
  series: ChartSeries[]
}

/** The chart part of a workbook: what it shows stays in the sheet's cells, with the values as they were written. */
export const chartXml = (chart: NativeChart): string =>
  [
    HEADER,
    `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="${DRAWING}" xmlns:r="${DOCUMENT}">`,
    '<c:roundedCorners val="0"/><c:chart>',
    `<c:title>${richText(chart.title, 1100, true)}<c:overlay val="0"/></c:title>`,
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    plotXml(chart),
    `<c:catAx><c:axId val="${CATEGORIES}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="${isOfDays(chart.categories) ? DAY : 'General'}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="${AMOUNTS}"/><c:crosses val="autoZero"/></c:catAx>`,
    `<c:valAx><c:axId val="${AMOUNTS}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D8DDE0"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:title>${richText(axisTitle[chart.unit], 900, false)}<c:overlay val="0"/></c:title><c:numFmt formatCode="${escaped(chart.format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="${CATEGORIES}"/><c:crosses val="autoZero"/></c:valAx>`,
    `</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="${chart.type === 'lines' ? 'span' : 'gap'}"/></c:chart>`,
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="6350"><a:solidFill><a:srgbClr val="D8DDE0"/></a:solidFill></a:ln></c:spPr>`,
    '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900"><a:latin typeface="Arial"/></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>',
    '</c:chartSpace>',
  ].join('')

const axisTitle: Record<MoneyUnit, string> = { '£': '£', '£000': "£000's", '£m': '£ millions' }

const CATEGORIES = 1
const AMOUNTS = 2

const plotXml = ({ type, categories, series }: NativeChart): string => {
  const all = series.map((one, at) => seriesXml(one, at, categories, type)).join('')
  const axes = `<c:axId val="${CATEGORIES}"/><c:axId val="${AMOUNTS}"/>`
  if (type === 'lines') {
    return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${all}<c:marker val="1"/>${axes}</c:lineChart>`
  }
  const isStacked = type === 'stacked-columns'
  return `<c:barChart><c:barDir val="col"/><c:grouping val="${isStacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${all}<c:gapWidth val="60"/>${isStacked ? '<c:overlap val="100"/>' : ''}${axes}</c:barChart>`
}

/** The colours of the pictures; lines differ by their marks and dashes too, so that no colour is needed. */
const looks = [
  { fill: '12436D', mark: 'circle', dash: 'solid' },
  { fill: '28A197', mark: 'diamond', dash: 'dash' },
  { fill: '801650', mark: 'square', dash: 'sysDot' },
  { fill: 'F46A25', mark: 'triangle', dash: 'lgDash' },
  { fill: '3D3D3D', mark: 'x', dash: 'dashDot' },
  { fill: 'A285D1', mark: 'star', dash: 'lgDashDot' },
] as const

const seriesXml = (
  { name, values }: ChartSeries,
  at: number,
  categories: CachedCells,
  type: NativeChart['type'],
): string => {
  const { fill, mark, dash } = looks[at % looks.length] ?? looks[0]
  const colour = `<a:solidFill><a:srgbClr val="${fill}"/></a:solidFill>`
  const look =
    type === 'lines'
      ? `<c:spPr><a:ln w="25400">${colour}<a:prstDash val="${dash}"/></a:ln></c:spPr><c:marker><c:symbol val="${mark}"/><c:size val="6"/><c:spPr>${colour}</c:spPr></c:marker>`
      : `<c:spPr>${colour}<a:ln w="9525"><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:ln></c:spPr><c:invertIfNegative val="0"/>`
  return `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx>${texts(name)}</c:tx>${look}<c:cat>${categoriesXml(categories)}</c:cat><c:val>${numbers(values)}</c:val>${type === 'lines' ? '<c:smooth val="0"/>' : ''}</c:ser>`
}

/** Days are numbers in a sheet. */
const categoriesXml = (cells: CachedCells): string => (isOfDays(cells) ? numbers(cells, DAY) : texts(cells))

const isOfDays = ({ values }: CachedCells): boolean =>
  values.length > 0 && values.every((value) => typeof value === 'number')

const DAY = 'd mmm yyyy'

const texts = ({ reference, values }: CachedCells): string =>
  `<c:strRef><c:f>${escaped(reference)}</c:f><c:strCache><c:ptCount val="${values.length}"/>${points(values)}</c:strCache></c:strRef>`

const numbers = ({ reference, values }: CachedCells, format = 'General'): string =>
  `<c:numRef><c:f>${escaped(reference)}</c:f><c:numCache><c:formatCode>${format}</c:formatCode><c:ptCount val="${values.length}"/>${points(values)}</c:numCache></c:numRef>`

const points = (values: CachedCells['values']): string =>
  values
    .map((value, at) =>
      value === null ? '' : `<c:pt idx="${at}"><c:v>${escaped(cleanText(String(value)))}</c:v></c:pt>`,
    )
    .join('')

const richText = (text: string, size: number, isBold: boolean): string =>
  `<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}" b="${isBold ? 1 : 0}"/></a:pPr><a:r><a:rPr lang="en-GB" sz="${size}" b="${isBold ? 1 : 0}"/><a:t>${escaped(cleanText(text))}</a:t></a:r></a:p></c:rich></c:tx>`

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main'
export const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
