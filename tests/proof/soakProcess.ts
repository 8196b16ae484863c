import { readdirSync, statSync, writeSync } from 'node:fs'
import { createApp } from '../../electron/app/app.ts'
import { nodePorts } from '../../electron/hosts/nodePorts.ts'
import { post } from './post.ts'
import { randomCommands } from './randomCommands.ts'
import { seededRandom } from './seededRandom.ts'

/**
 * Run as a process of its own with `--expose-gc`: works in a programme for so many actions, a third of them looks at a
 * screen, and prints what it needed as JSON. Arguments: file, actions, seed.
 */
const [path = '', actions = '0', seed = '0'] = process.argv.slice(2)
const folder = `${path}.folder`
const random = seededRandom(Number(seed))
const app = createApp(nodePorts(null, { programmes: folder, config: folder }))
await app.open(path)
const commands = randomCommands(app, random, 'S', 'no new things')
const everyEvent = { subjectId: null, role: null, operation: null, from: null, to: null, amount: null, asAt: null }
const looks: [string, unknown][] = [
  ['portfolio.screen', { asAt: null, from: 2020, to: 2024 }],
  ['session.screen', {}],
  ['checks.screen', { asAt: null }],
  ['undo.list', {}],
  ['audit.page', { ...everyEvent, before: null }],
]

/** The first part fills what the program keeps at hand; what it needs after that is what it needs. */
const PARTS = 10
const part = Math.ceil(Number(actions) / PARTS)
const used = { rss: [] as number[], heap: [] as number[], files: [] as number[], wal: 0, refusals: 0 }
for (let done = 1; done <= Number(actions); done += 1) {
  if (random.percent(33)) {
    const [operation, input] = random.pick(looks)
    if ((await post(app, operation, input)).refusal !== null) used.refusals += 1
  } else await commands.give()
  used.wal = Math.max(used.wal, statSync(`${path}-wal`).size)
  if (done % part !== 0) continue
  globalThis.gc?.()
  globalThis.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  used.rss.push(rss)
  used.heap.push(heapUsed + external)
  used.files.push(readdirSync('/proc/self/fd').length)
}
await app.close()
writeSync(1, JSON.stringify(used))
