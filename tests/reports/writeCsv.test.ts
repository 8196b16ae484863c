import { expect, test } from 'vitest'
import { canonicalJson } from '../../domain/canonicalJson.ts'
import { writeCsv } from '../../reports/csv/writeCsv.ts'
import { writeJson } from '../../reports/json/writeJson.ts'
import type { ReportModel } from '../../reports/model/reportModel.ts'
import { everyPart, everyPartIssued } from './support/everyPart.ts'
import { expectGolden } from './support/expectGolden.ts'

const textOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const withParts = (parts: ReportModel['parts']): ReportModel => ({ ...everyPart, parts })

test('the tables of a report stand in one CSV, each row with its table, its band and its proof', async () => {
  expectGolden('csv-every-part', textOf(await writeCsv(everyPart, {})))
})

test('one table is plain rows without a column for its name', async () => {
  const parts = everyPart.parts.filter(({ id }) => id === 'nothing' || id === 'kinds').slice(0, 1)
  const [header, first] = textOf(await writeCsv(withParts(parts), {})).split('\r\n')
  expect([header, first?.split(',').at(-1)]).toEqual([
    '\uFEFFScheme,What it is for,Cost £,"Cost, £m, in £",People,Share %,Due,RAG,As at,Event,Report status,Demonstration,Proof',
    'BCF-draft/decision-report/programme/-//full/42/2020-08-28',
  ])
})

test('a report without a table is its text, paragraph by paragraph', async () => {
  const parts = everyPart.parts.filter(({ kind }) => kind !== 'table' && kind !== 'chart')
  const lines = textOf(await writeCsv(withParts(parts), {})).split('\r\n')
  expect([lines.length, lines.slice(0, 3).map((line) => line.split(',').slice(0, 4).join(','))]).toEqual([
    22,
    [
      '\uFEFFKind,Number,Name,Text',
      'Fact,,Report of,Chief digital and information officer',
      'Fact,,Report to,"Director of Resources\nand Housing"',
    ],
  ])
})

test('a table without rows still says its moment and its proof', async () => {
  const parts = everyPart.parts.filter(({ id }) => id === 'nothing')
  expect(textOf(await writeCsv({ ...withParts(parts), heading: everyPartIssued.heading }, {}))).toBe(
    '\uFEFFItem,Role,As at,Event,Report status,Proof\r\n,,2020-08-28,42,ISSUED,BCF-issued/01J00000000000000000000042/full\r\n',
  )
})

test('the JSON of a report is its model with its proof, in the one form of RFC 8785', async () => {
  expect(textOf(await writeJson(everyPartIssued, {}))).toBe(
    canonicalJson({ model: everyPartIssued, proof: 'BCF-issued/01J00000000000000000000042/full' }),
  )
})
