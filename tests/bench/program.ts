import type { Instant } from '../../domain/calendarDay.ts'
import type { Role } from '../../domain/roles.ts'
import { type App, createApp } from '../../electron/app/app.ts'
import type { Ports } from '../../electron/app/ports.ts'
import { nodePorts } from '../../electron/hosts/nodePorts.ts'
import { compare, median, ROUNDS, timed } from './compare.ts'
import type { Files } from './files.ts'
import { type Line, ms, ratio } from './line.ts'
import { recordStatements, replayStatements } from './recordStatements.ts'

const COMMANDS = 20
const years = { from: 2020, to: 2025, asAt: null }

const portsOf = (folder: string): Ports => {
  let tick = 0
  return {
    ...nodePorts(null, { programmes: folder, config: folder }),
    clock: () => new Date(Date.UTC(2026, 2, 31, 9) + tick++).toISOString() as Instant,
    log: () => undefined,
  }
}

const call = async (app: App, operation: string, input: unknown, role: Role = 'programme_director') => {
  const request = new Request(`http://bcf.bench/api/${operation}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
  const response = await app.fetch(request, { session: 'bench', role })
  if (!response.ok) throw new Error(`${operation}: ${await response.text()}`)
  return response
}

/** Some commands that each change one cell of the plan, and then some that add a scheme. */
const commandsOf = async (app: App) => {
  const facts = (await (await call(app, 'programme.screen', { asAt: null })).json()) as {
    result: { data: { balances: { level: string }[]; themes: { id: string }[] } }
  }
  const { balances, themes } = facts.result.data
  const cells = balances.filter(({ level }) => level === 'plan') as { level: string; amount: number }[]
  const plan = cells.slice(0, COMMANDS).map(({ level: _, amount, ...cell }) => ({
    operation: 'plan.set',
    input: { cells: [{ ...cell, was: amount, amount: amount + 100 }] },
  }))
  const schemes = Array.from({ length: COMMANDS }, (_, index) => ({
    operation: 'schemes.add',
    input: { themeId: themes[0]?.id, fromOn: '2026-03-31', lifecycle: 'live', attributes: { name: `New ${index}` } },
  }))
  return { plan, schemes }
}

/** What a command costs from the request to the disk and back, beside the statements that it comes to. */
export const commands = async (files: Files, entries: number): Promise<Line[]> => {
  const lines: Line[] = []
  for (const kind of ['plan', 'schemes'] as const) {
    const [throughFetch, alone]: [number[], number[]] = [[], []]
    for (let round = 0; round < ROUNDS; round += 1) {
      const [path, again, bare] = [await files.copy(entries), await files.copy(entries), await files.copy(entries)]
      throughFetch.push(await runOn(files, path, kind, async (work) => await timed(work)))
      const recorded = await recordedOn(files, again, kind)
      alone.push(replayStatements(bare, recorded))
    }
    const [whole, statements] = [median(throughFetch) / COMMANDS, median(alone) / COMMANDS]
    const what = kind === 'plan' ? 'change of one plan cell' : 'adding of a scheme'
    lines.push(
      ms(`${what}, through fetch`, whole),
      ms(`${what}, its statements through the bare driver`, statements),
      ratio('… fetch beside driver', whole / statements, 3),
    )
  }
  return lines
}

const runOn = async (
  { folder }: Files,
  path: string,
  kind: 'plan' | 'schemes',
  measure: (work: () => Promise<void>) => Promise<number>,
): Promise<number> => {
  const app = createApp(portsOf(folder))
  await app.open(path)
  const some = (await commandsOf(app))[kind]
  const took = await measure(async () => {
    for (const { operation, input } of some) await call(app, operation, input)
  })
  await app.close()
  return took
}

const recordedOn = async (files: Files, path: string, kind: 'plan' | 'schemes') => {
  let from = 0
  const all: Awaited<ReturnType<typeof recordStatements>> = []
  const recorded = await recordStatements(async () => {
    await runOn(files, path, kind, async (work) => {
      from = performance.now()
      await work()
      return from
    })
  })
  // Before the first command stand the opening of the file and the look at its plan.
  const first = recorded.findIndex(({ text }) => text === 'begin immediate')
  const start = recorded.slice(0, first).findLastIndex(({ text }) => text === 'begin')
  all.push(...recorded.slice(Math.max(0, start)))
  return all
}

/** From nothing to the first portfolio, beside opening the file and running the same statements. */
export const firstAnswer = async (files: Files, entries: number): Promise<Line[]> => {
  const path = await files.copy(entries)
  const begin = async () => {
    const app = createApp(portsOf(files.folder))
    await app.open(path)
    await (await call(app, 'portfolio.screen', years)).text()
    return app
  }
  const recorded = await recordStatements(async () => await (await begin()).close())
  const { whole, bare } = await compare({
    async whole() {
      let app: App | undefined
      const took = await timed(async () => (app = await begin()))
      await app?.close()
      return took
    },
    bare: () => replayStatements(path, recorded),
  })
  const app = await begin()
  const answer = await (await call(app, 'portfolio.screen', years)).arrayBuffer()
  await app.close()
  return [
    ms('createApp to the first portfolio', whole),
    ms('opening the file and the same statements by the bare driver', bare),
    ratio('… program beside driver', whole / bare, 2),
    { what: 'portfolio as it is sent', value: answer.byteLength / 1000, unit: 'kB', goal: null },
  ]
}
