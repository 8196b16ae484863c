import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createApp } from './app/app.ts'
import { buildStale } from './build.ts'
import { chooseHost, hasDisplay } from './hosts/chooseHost.ts'
import { dailyBackups } from './hosts/dailyBackups.ts'
import { electronRuntime } from './hosts/electronRuntime.ts'
import { errorInWords } from './hosts/errorInWords.ts'
import { findChromium } from './hosts/findChromium.ts'
import { nodePorts } from './hosts/nodePorts.ts'
import { openAtStart } from './hosts/openAtStart.ts'
import { openInChromium } from './hosts/openInChromium.ts'
import { serve } from './serve.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

try {
  await start(process.argv.slice(2))
} catch (error) {
  console.error(errorInWords(error))
  process.exitCode = 1
}

async function start(args: string[]): Promise<void> {
  const [given, ...others] = args
  if (others.length > 0) throw new Error('Give one programme file, or none: npm start -- path/to/programme.bcf')
  // npm runs scripts in the project's folder; the path is meant from where the user stands.
  const file = given === undefined ? undefined : resolve(process.env.INIT_CWD ?? process.cwd(), given)
  if (file !== undefined && !existsSync(file)) throw new Error(`There is no file ${file}.`)

  const electron = electronRuntime(root)
  const chromium = findChromium()
  const choice = chooseHost({
    hasElectron: electron !== undefined,
    hasDisplay: hasDisplay(process.env, process.platform),
    isRoot: process.getuid?.() === 0,
    chromium,
  })
  const isElectron = choice.host === 'electron' && electron !== undefined
  buildStale(isElectron ? ['renderer', 'print', 'shell'] : ['renderer', 'print'])

  if (isElectron) await runElectron(electron, file, choice.because)
  else await runBrowserHost(choice.host === 'chromium' ? chromium : undefined, file, choice.because)
}

async function runElectron(electron: string, file: string | undefined, because: string): Promise<void> {
  console.log(`Opening in Electron: ${because}.`)
  const child = spawn(electron, [root, ...(file === undefined ? [] : [file])], { stdio: 'inherit' })
  // Ctrl+C reaches Electron as well, which closes the programme; this process waits for it.
  process.on('SIGINT', () => {})
  process.exitCode = await new Promise<number>((done, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => done(code ?? 1))
  })
}

async function runBrowserHost(chromium: string | undefined, file: string | undefined, because: string): Promise<void> {
  const ports = nodePorts(join(root, 'dist', 'renderer'))
  const program = createApp(ports)
  await openAtStart(program, ports, file)
  dailyBackups(program)
  const served = await serve(program, ports.log)
  const interrupted = new Promise<void>((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
  })
  if (chromium === undefined) {
    console.log(`Open ${served.url} in a browser on this machine: ${because}. Ctrl+C ends the program.`)
    await interrupted
  } else {
    console.log(`Opening in ${chromium}: ${because}. Closing its window or Ctrl+C ends the program.`)
    const window = await openInChromium(chromium, served.makeTicketUrl())
    await Promise.race([interrupted, window.closed])
    window.close()
    await window.closed
  }
  await served.close()
}
