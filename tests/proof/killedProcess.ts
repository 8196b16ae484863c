import { writeSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import { createApp } from '../../electron/app/app.ts'
import { nodePorts } from '../../electron/hosts/nodePorts.ts'
import { randomCommands } from './randomCommands.ts'
import { seededRandom } from './seededRandom.ts'

/**
 * Run as a process of its own until it is killed: opens a programme and gives it random commands for ever. Prints `open`,
 * `give` with the operation before each command, and `done` with what it did as JSON after each answer.
 * Arguments: file, seed, stamp.
 */
const [path = '', seed = '0', stamp = ''] = process.argv.slice(2)
const folder = `${path}.folder`
const say = (line: string) => writeSync(1, `${line}\n`)
// Nobody reads on once the parent has gone.
process.stdin.on('end', () => process.exit()).resume()

const app = createApp(nodePorts(null, { programmes: folder, config: folder }))
await app.open(path)
say('open')
const commands = randomCommands(app, seededRandom(Number(seed)), stamp)
for (;;) {
  const act = await commands.give((operation) => say(`give ${operation}`))
  say(act === null ? 'refused' : `done ${JSON.stringify(act)}`)
  // Without a turn of the event loop the end of the input would never be seen.
  await setImmediate()
}
