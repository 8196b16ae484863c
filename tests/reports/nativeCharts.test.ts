import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { calendarDay } from '../../domain/calendarDay.ts'
import type { Part } from '../../reports/model/reportModel.ts'
import type { TableRow } from '../../reports/model/tablePart.ts'
import { writeWorkbook } from '../../reports/workbook/writeWorkbook.ts'
import { everyPart } from './support/everyPart.ts'
import { readWorkbook } from './support/workbookContents.ts'

const png = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)
const pictures = { mix: { png, svg: '<svg/>', width: 720, height: 360 } }

const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [
      name,
      name.endsWith('.png') ? content : strFromU8(content),
    ]),
  ) as Record<string, string>

const between = (text: string | undefined, tag: string): string[] =>
  [...(text ?? '').matchAll(new RegExp(`<${tag}(?: [^>]*)?>([^<]*)</${tag}>`, 'g'))].map(([, inside = '']) => inside)

test('a chart of a workbook refers to the cells of its table and keeps the values that stand there', async () => {
  const parts = partsOf(await writeWorkbook(everyPart, {}))
  const chart = parts['xl/charts/chart1.xml']
  expect({
    cells: between(chart, 'c:f'),
    values: between(chart, 'c:v'),
    title: between(chart, 'a:t'),
    kind: /<c:grouping val="(\w+)"/.exec(chart ?? '')?.[1],
  }).toEqual({
    cells: [
      "'Funding mix'!$B$10",
      "'Funding mix'!$A$11:$A$12",
      "'Funding mix'!$B$11:$B$12",
      "'Funding mix'!$C$10",
      "'Funding mix'!$A$11:$A$12",
      "'Funding mix'!$C$11:$C$12",
    ],
    values: [
      ...['Better Care Fund grant', '2020/21', '2021/22', '750000', '200000'],
      ...['Borrowing', '2020/21', '2021/22', '250000', '300000'],
    ],
    title: ['Borrowing pays for 60.0% of 2021/22', "£000's"],
    kind: 'stacked',
  })
})

test('the picture and the chart say in words what they show, and every part of the package is declared and linked', async () => {
  const parts = partsOf(await writeWorkbook(everyPart, pictures))
  const drawing = parts['xl/drawings/drawing1.xml']
  const targets = Object.entries(parts)
    .filter(([name]) => name.endsWith('.rels') && (name.includes('drawing') || name.includes('worksheets')))
    .flatMap(([, text]) => [...text.matchAll(/Target="([^"]+)"/g)].map(([, target = '']) => target))
  expect({
    alternatives: [...(drawing ?? '').matchAll(/descr="([^"]*)"/g)].map(([, words]) => words),
    targets: targets.toSorted(),
    declared: ['drawing+xml', 'drawingml.chart+xml', 'image/png'].filter(
      (type) => !parts['[Content_Types].xml']?.includes(type),
    ),
    external: Object.values(parts).filter((text) => String(text).includes('TargetMode="External"')),
  }).toEqual({
    alternatives: ['Borrowing pays for 60.0% of 2021/22', 'Borrowing pays for 60.0% of 2021/22'],
    targets: ['../charts/chart1.xml', '../drawings/drawing1.xml', '../media/chart1.png'],
    declared: [],
    external: [],
  })
})

test('a chart without a picture stands by itself, and the workbook can still be read', async () => {
  const bytes = await writeWorkbook(everyPart, {})
  const names = Object.keys(partsOf(bytes)).filter((name) => /chart|drawing|media/.test(name))
  expect([names.toSorted(), (await readWorkbook(bytes)).worksheets.length]).toEqual([
    ['xl/charts/chart1.xml', 'xl/drawings/_rels/drawing1.xml.rels', 'xl/drawings/drawing1.xml'],
    7,
  ])
})

test('a cell that is no amount is no point of a chart, so that nothing stands there that the table does not show', async () => {
  const parts = everyPart.parts.map((part) => {
    if (part.kind !== 'chart') return part
    const rows = part.table.rows.map((row) =>
      row.id === 'mix/2021'
        ? { ...row, cells: row.cells.map((cell, at) => (at > 0 ? { kind: 'exempt' as const } : cell)) }
        : row,
    )
    return { ...part, table: { ...part.table, rows } }
  })
  const chart = partsOf(await writeWorkbook({ ...everyPart, parts }, {}))['xl/charts/chart1.xml']
  expect(between(chart, 'c:v')).toEqual([
    ...['Better Care Fund grant', '2020/21', '2021/22', '750000'],
    ...['Borrowing', '2020/21', '2021/22', '250000'],
  ])
})

test('a line goes by days over a cell where nothing is recorded yet, which stands empty', async () => {
  const parts = everyPart.parts.map((part): Part => {
    if (part.kind !== 'chart') return part
    const { table, native } = part
    const rows = table.rows.map((row, at): TableRow => {
      const [, , ...rest] = row.cells
      const missing = { kind: 'not-applicable' as const }
      const second = at === 1 ? missing : (row.cells[1] ?? missing)
      return { ...row, adds: null, cells: [{ kind: 'day', day: calendarDay(`2020-0${at + 4}-30`) }, second, ...rest] }
    })
    const columns = table.columns.map((column, at) => ({
      ...column,
      adds: null,
      kind: at === 0 ? ('day' as const) : column.kind,
    }))
    const lines = { type: 'lines' as const, series: ['grant'], rows: native.rows }
    return { ...part, native: lines, table: { ...table, columns, rows } }
  })
  const bytes = await writeWorkbook({ ...everyPart, parts }, {})
  const chart = partsOf(bytes)['xl/charts/chart1.xml'] ?? ''
  expect({
    values: between(chart, 'c:v'),
    days: /<c:catAx>.*?<c:numFmt formatCode="([^"]*)"/.exec(chart)?.[1],
    gaps: /<c:dispBlanksAs val="(\w+)"/.exec(chart)?.[1],
    cell: (await readWorkbook(bytes)).getWorksheet('Funding mix')?.getCell('B12').value,
  }).toEqual({
    values: ['Better Care Fund grant', '43951', '43981', '750000'],
    days: 'd mmm yyyy',
    gaps: 'span',
    cell: null,
  })
})

test('the same report gives the same bytes of its charts', async () => {
  const charts = async () => partsOf(await writeWorkbook(everyPart, pictures))['xl/charts/chart1.xml']
  expect(await charts()).toBe(await charts())
})
