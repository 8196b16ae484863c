import { strFromU8, strToU8, type Unzipped, unzipSync, type Zippable, zipSync } from 'fflate'
import { chartXml, DOCUMENT, DRAWING, escaped, HEADER, type NativeChart } from './chartXml.ts'
import { cleanText } from './excel.ts'

/** What is drawn on a sheet below its table: the report's own picture, and a chart that its reader can change. */
export interface DrawnOnSheet {
  /** The number of the sheet in the package. */
  sheet: number
  /** The first row below the table, from 1. */
  row: number
  chart: NativeChart
  alt: string
  picture: { png: Uint8Array; width: number; height: number } | null
  /** How wide the table is, in pixels of 96 to the inch. */
  width: number
}

/** Adds pictures and charts to a workbook that ExcelJS has written: it can write neither charts nor alternative texts. */
export const withNativeCharts = (workbook: Uint8Array, drawn: readonly DrawnOnSheet[], writtenAt: Date): Uint8Array => {
  if (drawn.length === 0) return workbook
  const parts = unzipSync(workbook)
  drawn.forEach((one, at) => {
    addDrawing(parts, one, at + 1)
  })
  const types = drawn.flatMap((_, at) => [
    `<Override PartName="/xl/drawings/drawing${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>`,
    `<Override PartName="/xl/charts/chart${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>`,
  ])
  const isPng = textOf(parts, '[Content_Types].xml').includes('Extension="png"')
  const png = isPng ? '' : '<Default Extension="png" ContentType="image/png"/>'
  replaceIn(parts, '[Content_Types].xml', /<\/Types>\s*$/, `${png}${types.join('')}</Types>`)
  return zipSync(parts as Zippable, { level: 6, mtime: writtenAt })
}

function addDrawing(parts: Unzipped, one: DrawnOnSheet, number: number): void {
  const { sheet, chart, picture } = one
  const sheetPart = `xl/worksheets/sheet${sheet}.xml`
  parts[`xl/charts/chart${number}.xml`] = strToU8(chartXml(chart))
  parts[`xl/drawings/drawing${number}.xml`] = strToU8(drawingXml(one))
  const relations = [relation('rId1', 'chart', `../charts/chart${number}.xml`)]
  if (picture !== null) {
    parts[`xl/media/chart${number}.png`] = picture.png.slice()
    relations.push(relation('rId2', 'image', `../media/chart${number}.png`))
  }
  parts[`xl/drawings/_rels/drawing${number}.xml.rels`] = strToU8(relationsXml(relations))
  const sheetRelations = `xl/worksheets/_rels/sheet${sheet}.xml.rels`
  const link = relation(LINK, 'drawing', `../drawings/drawing${number}.xml`)
  if (parts[sheetRelations] === undefined) parts[sheetRelations] = strToU8(relationsXml([link]))
  else replaceIn(parts, sheetRelations, /<\/Relationships>\s*$/, `${link}</Relationships>`)
  // The order of what a sheet holds is fixed: a drawing comes before these.
  const after = /(?=<legacyDrawing|<picture|<oleObjects|<controls|<tableParts|<extLst|<\/worksheet>)/
  replaceIn(parts, sheetPart, after, `<drawing xmlns:r="${DOCUMENT}" r:id="${LINK}"/>`)
}

/** Unlike those that ExcelJS gives. */
const LINK = 'rIdDrawing'

const drawingXml = ({ row, alt, picture, width }: DrawnOnSheet): string => {
  const scale = picture === null ? 0 : scaleOf(picture, width)
  const description = escaped(cleanText(alt))
  const pictureXml =
    picture === null
      ? ''
      : `${anchor(row, picture.width * scale, picture.height * scale)}<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="Picture of the chart" descr="${description}"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`
  return `${HEADER}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="${DRAWING}" xmlns:r="${DOCUMENT}">${pictureXml}${anchor(row + rowsOf(picture, width), Math.min(width, WIDEST), HEIGHT)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Chart" descr="${description}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`
}

const anchor = (row: number, width: number, height: number): string =>
  `<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row - 1}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="${Math.round(width * EMU)}" cy="${Math.round(height * EMU)}"/>`

/** In pixels: the picture and the chart fit on one page, one under the other. */
const HEIGHT = 260
const WIDEST = 760
const ROW = 20
const EMU = 9525

/** How many rows of a sheet the picture and the chart stand over. */
export const rowsDrawnOn = ({ picture, width }: Pick<DrawnOnSheet, 'picture' | 'width'>): number =>
  rowsOf(picture, width) + Math.ceil(HEIGHT / ROW) + 1

const rowsOf = (picture: DrawnOnSheet['picture'], width: number): number =>
  picture === null ? 0 : Math.ceil((picture.height * scaleOf(picture, width)) / ROW) + 1

const scaleOf = (picture: { width: number; height: number }, width: number): number =>
  Math.min(1, Math.min(width, WIDEST) / picture.width, HEIGHT / picture.height)

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`

const relationsXml = (relations: readonly string[]): string =>
  `${HEADER}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`

const textOf = (parts: Unzipped, name: string): string => strFromU8(parts[name] ?? new Uint8Array())

function replaceIn(parts: Unzipped, name: string, place: RegExp, text: string): void {
  parts[name] = strToU8(textOf(parts, name).replace(place, () => text))
}
