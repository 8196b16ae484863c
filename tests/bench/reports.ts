import { join } from 'node:path'
import { createProgrammeFile } from '../../db/programmeFile.ts'
import { calendarDay, type Instant } from '../../domain/calendarDay.ts'
import type { ReportForm, ReportName } from '../../domain/report/reportList.ts'
import { plainOrder, type ReportScope } from '../../domain/report/reportOrder.ts'
import { type App, createApp } from '../../electron/app/app.ts'
import { makeSample } from '../../electron/app/sample/makeSample.ts'
import { nodePorts } from '../../electron/hosts/nodePorts.ts'
import { callingAs } from '../support/callingAs.ts'
import { boardMeeting } from './boardMeeting.ts'
import { compare, median, ROUNDS, timed } from './compare.ts'
import { type Line, ms, ratio } from './line.ts'
import { makeProgramme } from './makeProgramme.ts'

const ITEMS = 30
/** How often a screen is asked for in a round without an export beside it. */
const ASKED = 30
/** As between two presses, in milliseconds. */
const REST = 20

/** Documents of the sample, the pack of a meeting with thirty cases, and what a long export in a thread costs the screens beside it. */
export const reportTimes = async (folder: string): Promise<Line[]> => [
  ...(await documents(folder)),
  ...(await screensBeside(folder)),
]

const documents = async (folder: string): Promise<Line[]> => {
  let tick = 0
  const ports = nodePorts(null, { programmes: folder, config: folder })
  const clock = () => new Date(Date.UTC(2020, 8, 1, 9) + tick++).toISOString() as Instant
  const app = createApp({ ...ports, clock, log: () => undefined })
  try {
    const sample = join(folder, 'reports.bcf')
    const file = await createProgrammeFile(sample)
    await makeSample(file, () => undefined)
    await file.close()
    await app.open(sample)
    const director = callingAs(app, { session: 'bench', role: 'programme_director' })
    const { requests } = await director.requests.list.query({ statuses: null, after: null, asAt: null })
    const [request] = requests
    if (request === undefined) throw new Error('The sample has no request for authority')
    const meeting = await boardMeeting(app, calendarDay('2020-09-10'), ITEMS)
    const { word, pack } = await compare({
      word: () => save(app, 'decision-report', 'docx', { kind: 'request', id: request.id }),
      ...(ports.printer && { pack: () => save(app, 'board-pack', 'pdf', { kind: 'meeting', id: meeting }) }),
    } as Record<'word' | 'pack', () => Promise<void>>)
    return [
      ms('decision report of the sample in Word', word),
      ms(`pack of a meeting with ${ITEMS} business cases as PDF`, pack ?? 0),
    ]
  } finally {
    await app.close()
  }
}

/** The screens that are open most: what everybody sees first, and what waits for somebody. */
const screens = {
  portfolio: { operation: 'portfolio.screen', input: { from: 2020, to: 2025, asAt: null } },
  inbox: { operation: 'inbox.screen', input: { asAt: null, tab: 'waiting', page: 1 } },
}

const screensBeside = async (folder: string): Promise<Line[]> => {
  const long = join(folder, 'long.bcf')
  await makeProgramme(long, { schemes: 2_000, years: 6, entries: 100_000 })
  const app = createApp({ ...nodePorts(null, { programmes: folder, config: folder }), log: () => undefined })
  try {
    await app.open(long)
    const names = Object.keys(screens) as (keyof typeof screens)[]
    const taken = { usual: timesOf(), beside: timesOf() }
    const askEach = async (times: ReturnType<typeof timesOf>) => {
      for (const name of names) {
        await new Promise((resolve) => setTimeout(resolve, REST))
        const { operation, input } = screens[name]
        times[name].push(await timed(() => post(app, `/api/${operation}`, input)))
      }
    }
    // Neither the first answer of a screen nor the first export counts: both load what they need.
    for (let round = -1; round < ROUNDS; round += 1) {
      const [usual, beside] = round < 0 ? [timesOf(), timesOf()] : [taken.usual, taken.beside]
      for (let asked = 0; asked < ASKED; asked += 1) await askEach(usual)
      let isSaved = false
      const saving = save(app, 'spend', 'xlsx', { kind: 'programme' }).finally(() => {
        isSaved = true
      })
      while (!isSaved) await askEach(beside)
      await saving
    }
    return names.flatMap((name) => {
      const [usual, beside] = [median(taken.usual[name]), median(taken.beside[name])]
      return [
        ms(`${name} through fetch`, usual),
        ms(`… while a workbook of 100,000 payments is made, ${taken.beside[name].length} times asked`, beside),
        ratio('… beside the export, against its usual time', beside / usual, 2),
      ]
    })
  } finally {
    await app.close()
  }
}

const timesOf = () => ({ portfolio: [] as number[], inbox: [] as number[] })

const post = async (app: App, path: string, input: object): Promise<void> => {
  const reply = await app.fetch(
    new Request(`http://bcf.bench${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    }),
    { session: 'bench', role: 'board_secretary' },
  )
  if (!reply.ok) throw new Error(`${path}: ${await reply.text()}`)
  await reply.arrayBuffer()
}

/** The bytes of a report, through the program's own door. */
const save = (app: App, report: ReportName, form: ReportForm, scope: ReportScope): Promise<void> =>
  post(app, '/export', { order: { ...plainOrder(report), scope }, form, asAt: null })
