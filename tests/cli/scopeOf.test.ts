import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createProgrammeFile } from '../../db/programmeFile.ts'
import { Failure } from '../../domain/errors.ts'
import { ReportName } from '../../domain/report/reportList.ts'
import { makeSample } from '../../electron/app/sample/makeSample.ts'
import { createState } from '../../electron/app/state.ts'
import type { Call } from '../../electron/commands/call.ts'
import { exportTo } from '../../electron/commands/export.ts'
import { scopeOf } from '../../electron/commands/scopeOf.ts'
import { usage } from '../../electron/commands/usage.ts'
import { errorInWords } from '../../electron/hosts/errorInWords.ts'
import { openTestApp } from '../support/openTestApp.ts'

/** The command line beside the sample, and how it puts a refusal. */
const commandLine = async () => {
  const { folder, ports } = await openTestApp()
  const file = join(folder, 'Leeds.bcf')
  const sample = await createProgrammeFile(file)
  await makeSample(sample, () => undefined)
  await sample.close()
  const state = createState(ports)
  await state.open(file)
  const call = (options: Call['options'], rest: string[] = []): Call => ({
    state,
    ports,
    file,
    rest,
    options,
    path: (given) => join(folder, given),
  })
  const refused = async (work: Promise<unknown>): Promise<[code: string, said: string]> =>
    await work.then(
      () => ['done', ''],
      (error: unknown) =>
        error instanceof Failure ? [error.code, errorInWords(error)] : ['misused', (error as Error).message],
    )
  const { schemes } = await state.read(null, (facts) => facts)
  const nameOf = async (report: ReportName, scope: string): Promise<string | undefined> => {
    const found = await scopeOf(call({ scope }), report)
    if (found.kind === 'year') return String(found.startYear)
    return found.kind === 'scheme' ? schemes.find(({ id }) => id === found.id)?.name : found.kind
  }
  return { state, call, refused, nameOf, idOf: (name: string) => schemes.find((each) => each.name === name)?.id }
}

test('a report is asked for by any name of what it is about, its reference, words of it that nothing else has, or its id', async () => {
  const { nameOf, idOf, state } = await commandLine()
  const mindwell = 'Mindwell Mental Health portal'
  expect([
    await nameOf('closure', `scheme:${mindwell}`),
    await nameOf('closure', 'scheme:Mindwell'),
    await nameOf('closure', 'scheme:mw'),
    await nameOf('closure', `scheme:${idOf(mindwell)}`),
    await nameOf('spend', 'programme'),
    await nameOf('spend', 'programme:City Digital integrated health and care'),
    await nameOf('cpr4', 'year:2020/21'),
    await nameOf('cpr4', 'year:2021'),
    await nameOf('funding-and-cash-flow', 'decision:ats-2020'),
    await nameOf('decision-report', 'request:REQUEST-2020'),
    await nameOf('business-case', 'case:BC003'),
  ]).toEqual([
    mindwell,
    mindwell,
    mindwell,
    mindwell,
    'programme',
    'programme',
    '2020',
    '2021',
    'decision',
    'request',
    'case',
  ])
  await state.close()
})

test('what a report cannot be about, what is not on record and what several things are called is refused in a sentence', async () => {
  const { call, refused, state } = await commandLine()
  const asked = async (report: ReportName, scope?: string) =>
    await refused(scopeOf(call(scope === undefined ? {} : { scope }), report))
  expect([
    await asked('closure', 'scheme:Moon base'),
    await asked('closure', 'scheme:Health'),
    await asked('closure', 'year:2020/21'),
    await asked('closure', 'Mindwell'),
    await asked('board-pack'),
    await asked('cpr4'),
    await refused(exportTo(call({ out: 'spend.exe' }, ['spend']))),
    await refused(exportTo(call({ out: 'spend' }, ['spend']))),
    await refused(exportTo(call({ out: 'all.csv' }, ['everything']))),
    await refused(exportTo(call({ out: 'a.csv' }, ['spending']))),
  ]).toEqual([
    ['not-found', 'This scheme is not in the programme. It may have been removed. Go back to the list'],
    [
      'misused',
      'scheme:Health could be scheme:Mindwell Mental Health portal or scheme:Improved Mental Health info sharing or scheme:Population Health; name one of them in full',
    ],
    ['bad-scope', 'Choose what this report is about: scheme'],
    [
      'misused',
      'closure needs --scope, for example scheme:Leeds Care Record or scheme:Supporting Virtual Care or scheme:Mindwell Mental Health portal or scheme:Diabetes Management System or scheme:Helm Person Held Record',
    ],
    ['misused', 'Nothing is on record yet that board-pack could be about'],
    ['misused', 'cpr4 needs --scope, for example year:2020/21 or year:2021/22'],
    ['unknown-format', 'This cannot be saved as “exe”. Choose one of docx, pdf, xlsx, csv, json'],
    ['unknown-format', 'The file has no ending that says what to save. Choose one of docx, pdf, xlsx, csv, json'],
    ['unknown-format', 'This cannot be saved as “csv”. Choose one of xlsx, zip, json, sqlite'],
    ['unknown-report', 'There is no report called “spending”. Choose one from the list'],
  ])
  await state.close()
})

test('the help names every report of the catalogue', () => {
  const words = usage.split(/[\s,]+/)
  expect(ReportName.options.filter((name) => !words.includes(name))).toEqual([])
})
