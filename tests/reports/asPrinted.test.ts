import { expect, test } from 'vitest'
import { asPrinted } from '../../reports/asPrinted/model.ts'
import { leedsFacts } from '../support/leedsFacts.ts'

const leeds = () => {
  const [document] = leedsFacts().documents
  if (document === undefined) throw new Error('the sample has no document')
  return document
}

test('the printed tables keep their order, their words and their faults', () => {
  const tables = asPrinted(leeds()).tables
  const [previous] = tables
  expect({
    names: tables.map(({ table }) => table),
    columns: previous?.columns.map(({ column }) => column),
    rows: previous?.rows.map(({ label, cells }) => [label, ...cells.map((cell) => cell?.printed ?? null)]),
  }).toEqual({
    names: ['previous-authority', 'authority', 'funding', 'expenditure-plan'],
    columns: [
      { kind: 'total' },
      { kind: 'to-march', startYear: 2020 },
      { kind: 'year', startYear: 2020 },
      { kind: 'year', startYear: 2021 },
      { kind: 'year', startYear: 2022 },
      { kind: 'beyond', startYear: 2023 },
    ],
    rows: [
      ['Helm Person Held Record', '590.0', '', '591.0', '', '', ''],
      ['TOTALS', '590.0', '0.0', '0.0', '591.0', '0.0', '0.0'],
    ],
  })
})

test('every printed figure of a table is laid out once, with its value beside its text', () => {
  const document = leeds()
  const laidOut = asPrinted(document).tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
  const inTables = document.figures.filter(({ meaning }) => meaning?.kind === 'cell')
  expect(laidOut.filter((cell) => cell !== null).toSorted((a, b) => (a.figureId < b.figureId ? -1 : 1))).toEqual(
    inTables
      .map(({ id, printed, value }) => ({ figureId: id, printed, value }))
      .toSorted((a, b) => (a.figureId < b.figureId ? -1 : 1)),
  )
})

test('a document without table figures has no tables', () => {
  expect(asPrinted({ ...leeds(), figures: [] }).tables).toEqual([])
})
