import { fileURLToPath } from 'node:url'
import { createApp } from '../app/app.ts'
import { buildStale } from '../build.ts'
import { dailyBackups } from '../hosts/dailyBackups.ts'
import { nodePorts } from '../hosts/nodePorts.ts'
import { serve } from '../serve.ts'
import { type Call, wholeNumberOf } from './call.ts'
import { UsageError } from './usage.ts'

const webRoot = fileURLToPath(new URL('../../dist/renderer', import.meta.url))

const LAST_PORT = 65_535

/** `serve FILE`: the program in a browser on this machine, until it is stopped. */
export const serveFile = async (call: Call): Promise<number> => {
  const port = wholeNumberOf(call, 'port') ?? 0
  if (port > LAST_PORT) throw new UsageError(`--port needs a number up to ${LAST_PORT}`)
  buildStale(['renderer', 'print'])
  const ports = nodePorts(webRoot)
  const program = createApp(ports)
  await program.open(call.file)
  dailyBackups(program)
  const served = await serve(program, ports.log, port).catch(async (error: unknown) => {
    await program.close()
    throw error
  })
  console.log(served.url)
  await new Promise<void>((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop())
  })
  await served.close()
  return 0
}
