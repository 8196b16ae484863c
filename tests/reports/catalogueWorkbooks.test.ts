import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { programmeFacts } from '../../db/queries/programmeFacts.ts'
import { calendarDay } from '../../domain/calendarDay.ts'
import { type ReportName, reportList } from '../../domain/report/reportList.ts'
import { makers } from '../../electron/app/features/reports/makers.ts'
import { reportScopes } from '../../electron/app/features/reports/reportScopes.ts'
import { writeJson } from '../../reports/json/writeJson.ts'
import { addUp } from '../../reports/model/addUp.ts'
import { ReportModel } from '../../reports/model/reportModel.ts'
import { writeWorkbook } from '../../reports/workbook/writeWorkbook.ts'
import { recalculate } from '../support/libreOffice.ts'
import { leedsReports } from './support/leedsReports.ts'
import { type CellContent, contentsOf, readWorkbook } from './support/workbookContents.ts'

/** In milliseconds: LibreOffice opens every workbook of the catalogue in one start. */
const PATIENCE = 240_000

const { make, look } = leedsReports()

const day = '2020-08-28'
const names = (Object.keys(makers) as (keyof typeof makers)[]).filter((name) => reportList[name].forms.includes('xlsx'))

interface Opened {
  model: ReportModel
  before: CellContent[]
  after: CellContent[]
}

/** The first thing on record that a report can be about. */
const madeOf = async (report: ReportName): Promise<ReportModel> => {
  const [first] = await look(calendarDay(day), async (db) =>
    reportScopes(await programmeFacts(db, calendarDay(day)), db, report),
  )
  if (first === undefined) throw new Error(`the sample has nothing that ${report} is about`)
  return (await make(report, { day, scope: first.scope })).model
}

const opened = new Map<string, Opened>()

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bcf-catalogue-'))
  const works: Promise<void>[] = []
  for (const name of names) {
    const model = await madeOf(name)
    const bytes = await writeWorkbook(model, {})
    const file = join(folder, `${name}.xlsx`)
    await writeFile(file, bytes)
    const before = contentsOf(await readWorkbook(bytes))
    works.push(
      recalculate(file).then(async (saved) => {
        opened.set(name, { model, before, after: contentsOf(await readWorkbook(await readFile(saved))) })
      }),
    )
  }
  await Promise.all(works)
}, PATIENCE)

const formulasOf = (contents: readonly CellContent[] = []) =>
  contents
    .filter(({ formula }) => formula !== undefined)
    .map(({ sheet, address, value }) => [`${sheet}!${address}`, Math.round(Number(value) * 100) / 100 || 0])

test.each(names)(
  'LibreOffice opens the workbook %s of the sample and calculates every formula to its stored result',
  (name) => {
    const { before, after } = opened.get(name) ?? {}
    expect(formulasOf(after)).toEqual(formulasOf(before))
    expect([after?.length !== undefined && after.length > 30, after?.filter(({ isError }) => isError)]).toEqual([
      true,
      [],
    ])
  },
)

test.each(names)('the report %s of the sample adds up as its sums say, so that each is a formula', (name) => {
  const model = opened.get(name)?.model
  expect([addUp(model?.parts ?? []), ReportModel.parse(model)]).toEqual([[], model])
})

test.each(names)('the report %s of the sample is the same JSON whenever it is written', async (name) => {
  const model = opened.get(name)?.model
  if (model === undefined) throw new Error(`${name} was not made`)
  const [one, other] = await Promise.all([writeJson(model, {}), writeJson(structuredClone(model), {})])
  expect([JSON.parse(new TextDecoder().decode(one)).model, Buffer.from(one).equals(other)]).toEqual([model, true])
})
