import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { pence } from '../../domain/money.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { Scheme } from '../../domain/programme/scheme.ts'
import type { Check } from '../../reports/check.ts'
import { writeCsv } from '../../reports/csv/writeCsv.ts'
import type { ReportModel } from '../../reports/model/reportModel.ts'
import { writeWorkbook } from '../../reports/workbook/writeWorkbook.ts'
import { consistentFacts, leedsFacts } from '../support/leedsFacts.ts'
import { recalculate } from '../support/libreOffice.ts'
import { everyPart } from './support/everyPart.ts'
import { injectionPayloads } from './support/injectionPayloads.ts'
import { factReports, modelOf } from './support/leedsModels.ts'
import { someChecks } from './support/someChecks.ts'
import { type CellContent, contentsOf, readWorkbook } from './support/workbookContents.ts'

/** In milliseconds: LibreOffice may have to make its profile first, on a machine that may be busy. */
const PATIENCE = 240_000

/** The contents as written, and after LibreOffice calculated every formula anew. */
interface Recalculated {
  before: CellContent[]
  after: CellContent[]
}

const recalculated = async (format: 'xlsx' | 'csv', model: ReportModel) => {
  const bytes = await (format === 'xlsx' ? writeWorkbook : writeCsv)(model, {})
  const after = await opened(format, bytes)
  return { before: format === 'xlsx' ? contentsOf(await readWorkbook(bytes)) : [], after }
}

const opened = async (format: 'xlsx' | 'csv', bytes: Uint8Array | string): Promise<CellContent[]> => {
  const file = join(await mkdtemp(join(tmpdir(), 'bcf-recalculation-')), `report.${format}`)
  await writeFile(file, bytes)
  return contentsOf(await readWorkbook(await readFile(await recalculate(file))))
}

/** Made together before the tests, so that LibreOffice starts once for all of one format. */
const made = new Map<string, Recalculated>()
const madeOf = (name: string): Recalculated => made.get(name) ?? { before: [], after: [] }

beforeAll(async () => {
  const make = async (name: string, work: Promise<Recalculated>) => {
    made.set(name, await work)
  }
  await Promise.all([
    ...formulaCases.map(({ name, of }) => make(name, recalculated('xlsx', of()))),
    ...factReports.map((report) =>
      make(`${report} hostile`, recalculated('xlsx', modelOf(report, hostileFacts(), hostileChecks))),
    ),
    ...factReports.map((report) => make(`${report} csv`, recalculated('csv', modelOf(report, hostileFacts())))),
    make('texts', recalculated('xlsx', hostileTexts(everyPart))),
    make('texts csv', recalculated('csv', hostileTexts(everyPart))),
    make(
      'texts without tables csv',
      recalculated(
        'csv',
        hostileTexts({
          ...everyPart,
          parts: everyPart.parts.filter(({ kind }) => kind !== 'table' && kind !== 'chart'),
        }),
      ),
    ),
    make(
      'unmarked',
      opened('csv', '\uFEFFName\r\n=1+1\r\n').then((after) => ({ before: [], after })),
    ),
  ])
}, PATIENCE)

const formulasOf = (contents: CellContent[]) =>
  contents
    .filter(({ formula }) => formula !== undefined)
    .map(({ sheet, address, value }) => [`${sheet}!${address}`, Math.round(Number(value) * 100) / 100 || 0])

/** Amounts whose pence do not add as shown in £000 nor in £, with negatives and every level. */
const awkwardFacts = (): ProgrammeFacts => {
  const facts = leedsFacts()
  const levels = ['plan', 'allocation', 'authority', 'released', 'commitment', 'actual'] as const
  facts.schemes.forEach(({ id }, at) => {
    facts.balances.push({
      level: levels[at % levels.length] ?? 'plan',
      place: { kind: 'scheme', id },
      startYear: 2019 + (at % 4),
      sourceId: facts.sources[at % 2]?.id ?? null,
      nature: 'capital',
      amount: pence(at % 5 === 0 ? -4_050_50 : 1_050_50 + at),
    })
  })
  const decision = facts.decisions.at(-1)
  for (const line of decision?.lines ?? []) line.amount = pence(line.amount + 50_49)
  return facts
}

const formulaCases = [
  ...factReports.flatMap((report) => [
    { name: `${report} of the sample`, of: () => modelOf(report, leedsFacts(), someChecks) },
    { name: `${report} of awkward amounts`, of: () => modelOf(report, awkwardFacts(), someChecks) },
  ]),
  { name: 'report with every kind of part', of: () => everyPart },
]

test.each(formulaCases)(
  'LibreOffice calculates every formula of the $name to the result that is stored with it',
  ({ name }) => {
    const { before, after } = madeOf(name)
    expect(formulasOf(after)).toEqual(formulasOf(before))
    expect(formulasOf(before).length).toBeGreaterThan(5)
    expect(after.filter(({ isError }) => isError)).toEqual([])
  },
)

/** Every text that a user can enter is a payload, each at least once as the name of a scheme. */
const hostileFacts = (): ProgrammeFacts => {
  const facts = consistentFacts()
  const [model] = facts.schemes
  const [theme] = facts.themes
  if (!model || !theme) throw new Error('the programme has no scheme')
  const payload = (at: number) => injectionPayloads[at % injectionPayloads.length] ?? ''
  facts.programme.name = payload(0)
  facts.programme.capitalSchemeNumber = payload(1)
  facts.programme.note = payload(2)
  for (const [at, each] of facts.themes.entries()) {
    Object.assign(each, { name: payload(at + 3), objective: payload(at + 6) })
  }
  for (const [at, each] of facts.sources.entries()) each.name = payload(at + 9)
  for (const decision of facts.decisions) Object.assign(decision, { title: payload(12), reference: payload(13) })
  const added = injectionPayloads.map((name, at): Scheme => {
    const id = `01K${String(at).padStart(23, '0')}` as Scheme['id']
    facts.memberships.push({
      ...(facts.memberships[0] as ProgrammeFacts['memberships'][number]),
      id,
      schemeId: id,
      themeId: theme.id,
    })
    facts.balances.push({
      level: 'plan',
      place: { kind: 'scheme', id },
      startYear: 2020,
      sourceId: null,
      nature: 'capital',
      amount: pence(-4_000),
    })
    return { ...model, id, name, capitalSchemeNumber: payload(at + 20), amountsNote: payload(at + 30), sort: 100 + at }
  })
  facts.schemes = [...facts.schemes, ...added]
  return facts
}

const hostileChecks = injectionPayloads.map(
  (text): Check => ({
    rule: text,
    name: text,
    severity: text,
    place: text,
    printed: text,
    computed: text,
    difference: text,
    explanation: text,
    status: text,
  }),
)

test.each(factReports)(
  'no text of a user is a formula in the workbook %s, before or after LibreOffice saved it',
  (report) => {
    const { before, after } = madeOf(`${report} hostile`)
    const inTexts = ({ sheet }: CellContent) => sheet === 'Checks' || sheet === 'Data dictionary'
    expect(before.filter((cell) => cell.formula !== undefined && inTexts(cell))).toEqual([])
    expect(formulasOf(after)).toEqual(formulasOf(before))
    expect(after.filter(({ isError }) => isError)).toEqual([])
    // The texts themselves are all there, as they were entered but for controls that a workbook cannot hold.
    const texts = Map.groupBy(
      after.filter(({ formula }) => formula === undefined),
      ({ value }) => String(value).replace(/ \(note\s\d+\)$/, ''),
    )
    const least = report === 'funding-and-cash-flow' ? CHECK_COLUMNS : CHECK_COLUMNS + 1
    expect(injectionPayloads.filter((text) => (texts.get(asHeld(text))?.length ?? 0) < least)).toEqual([])
  },
)

/** Every payload stands in each column of Checks, and at least once elsewhere where all schemes are listed. */
const CHECK_COLUMNS = 9

const asHeld = (text: string) => text.replaceAll('\r', '\n').replace(/\0/g, '')

test.each(factReports)('no text of a user is a formula when LibreOffice opens the CSV %s', (report) => {
  const { after } = madeOf(`${report} csv`)
  expect(after.filter(({ formula, isError }) => formula !== undefined || isError)).toEqual([])
  expect(after.length).toBeGreaterThan(50)
})

test('a negative amount stays a number when LibreOffice opens the CSV', () => {
  const { after } = madeOf('appendix-a csv')
  expect(after.filter(({ value }) => value === -40).length).toBe(injectionPayloads.length)
})

/** Every text of a report is a payload, in turn; what a program goes by is left as it is. */
const hostileTexts = (model: ReportModel): ReportModel => {
  let next = 0
  const kept = new Set([
    'id',
    'kind',
    'style',
    'unit',
    'token',
    'picture',
    'place',
    'rating',
    'status',
    'day',
    'recordedAt',
    'hash',
    'report',
    'version',
    'snapshotId',
    'column',
    'orientation',
    'type',
  ])
  const altered = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return kept.has(key) ? value : injectionPayloads[next++ % injectionPayloads.length]
    if (Array.isArray(value))
      return ['plus', 'minus', 'series', 'rows'].includes(key) && typeof value[0] === 'string'
        ? value
        : value.map((each) => altered(each, key))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, name === 'drawing' ? each : altered(each, name)]),
    )
  }
  return altered(model, '') as ReportModel
}

test.each(['texts csv', 'texts without tables csv'])('no text of a report is a formula in its CSV (%s)', (name) => {
  const { after } = madeOf(name)
  expect(after.filter(({ formula, isError }) => formula !== undefined || isError)).toEqual([])
  expect(after.length).toBeGreaterThan(50)
})

test('no text of a report, of its headings, columns, notes and charts, is a formula in its workbook', () => {
  const { before, after } = madeOf('texts')
  const sums = (contents: CellContent[]) => formulasOf(contents).map(([address]) => String(address).split('!').at(-1))
  // Only the sums that the report has anyway, all of them over cells.
  expect(
    before
      .flatMap(({ formula }) => (formula === undefined ? [] : [formula.replace(/'[^']*'!|[A-Z]+\d+|\d+/g, '')]))
      .filter((formula) => !/^[SUMROUNDIFEBR(),:0+-]+$/.test(formula)),
  ).toEqual([])
  expect(sums(after)).toEqual(sums(before))
  expect(after.filter(({ isError }) => isError)).toEqual([])
})

test('LibreOffice would run such a text if it were not marked', () => {
  const { after } = madeOf('unmarked')
  expect(after.filter(({ formula }) => formula !== undefined).length).toBe(1)
})
