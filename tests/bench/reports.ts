import { join } from 'node:path'
import { createProgrammeFile } from '../../db/programmeFile.ts'
import { roleAlone } from '../../domain/people/actor.ts'
import type { ReportForm, ReportName } from '../../domain/report/reportList.ts'
import { plainOrder, type ReportScope } from '../../domain/report/reportOrder.ts'
import { exportReport } from '../../electron/app/features/reports/exportReport.ts'
import { reportScopes } from '../../electron/app/features/reports/reportScopes.ts'
import { makeSample } from '../../electron/app/sample/makeSample.ts'
import { createState } from '../../electron/app/state.ts'
import { nodePorts } from '../../electron/hosts/nodePorts.ts'
import { writeHtml } from '../../reports/html/writeHtml.ts'
import type { ReportModel } from '../../reports/model/reportModel.ts'
import { everyPart } from '../reports/support/everyPart.ts'
import { compare, median, timed } from './compare.ts'
import { type Line, ms, ratio } from './line.ts'
import { makeProgramme } from './makeProgramme.ts'

const asking = { actor: roleAlone('programme_director'), session: 'bench' }
const PAPERS = 30
const ASKED = 40

/** Documents of the sample, thirty papers as one PDF, and what a long export in a thread costs the requests beside it. */
export const reportTimes = async (folder: string): Promise<Line[]> => {
  const state = createState(nodePorts(null))
  const save = (report: ReportName, form: ReportForm, scope: ReportScope = { kind: 'programme' }) =>
    exportReport(state, asking, { order: { ...plainOrder(report), scope }, form, asAt: null })
  try {
    const sample = join(folder, 'reports.bcf')
    const file = await createProgrammeFile(sample)
    await makeSample(file, () => undefined)
    await file.close()
    await state.open(sample)
    const [request] = await state.read(null, (facts, db) => reportScopes(facts, db, 'decision-report'))
    const { printer } = state.ports
    const { word, pack } = await compare({
      word: () => save('decision-report', 'docx', request?.scope),
      pack: async () => (printer === undefined ? 0 : await timed(() => printer.toPdf(writeHtml(papers, {})))),
    })
    const long = join(folder, 'long.bcf')
    await makeProgramme(long, { schemes: 2_000, years: 6, entries: 100_000 })
    await state.open(long)
    /** What the screens of schemes read, with a rest as between two presses, which both sides have. */
    const ask = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      return await timed(() => state.look(null, (db) => db.selectFrom('scheme').selectAll().execute()))
    }
    const usual: number[] = []
    for (let asked = 0; asked < ASKED; asked += 1) usual.push(await ask())
    let isSaved = false
    const saving = save('spend', 'xlsx').finally(() => {
      isSaved = true
    })
    const beside: number[] = []
    while (!isSaved) {
      beside.push(await ask())
    }
    await saving
    return [
      ms('decision report of the sample in Word', word),
      ms(`${PAPERS} papers as one PDF`, pack),
      ratio('a request beside a long export, against its usual time', median(beside) / median(usual), 2),
    ]
  } finally {
    await state.close()
  }
}

/** Thirty papers with every kind of part, each beginning on a page of its own. */
const papers: ReportModel = {
  ...everyPart,
  parts: Array.from({ length: PAPERS }, (_, at) => [
    ...everyPart.parts.map((part) => ({ ...part, id: `${at}/${part.id}` })),
    { kind: 'page-break' as const, id: `${at}/end` },
  ]).flat(),
}
