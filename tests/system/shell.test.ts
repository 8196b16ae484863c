import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { buildStale } from '../../electron/build.ts'
import { exportOf } from '../app/support/exportOf.ts'
import { root, runScript } from '../support/runScript.ts'
import { tempFolder } from '../support/tempFolder.ts'

const shell = join(root, 'dist', 'shell')

beforeAll(() => {
  buildStale(['renderer', 'shell'])
})

test('the bundle that Electron starts holds the whole program, and what its threads run, and opens no port', async () => {
  const script = `
    import { once } from 'node:events'
    import { Worker } from 'node:worker_threads'
    import { asked, restart } from ${JSON.stringify(join(root, 'tests/support/electronStandIn.ts'))}
    restart({ appPath: ${JSON.stringify(root)} })
    process.argv = ['electron', 'app']
    await import(${JSON.stringify(join(shell, 'main.js'))})
    while (!asked.calls.includes('show')) await new Promise((resolve) => setTimeout(resolve, 20))
    const fetch = (path, init) => asked.handlers.get('app')(new Request('app://bcf' + path, init))
    const post = (path, body) =>
      fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    const page = await fetch('/')
    const made = await post('/api/programme.openSample')
    const workbook = await post('/export', ${JSON.stringify(exportOf('spend', 'xlsx'))})
    const { file, seq } = (await (await post('/api/session.screen')).json()).result.data.programme
    const workerData = { name: 'verify', path: file, seq, input: { inHalves: true } }
    const worker = new Worker(${JSON.stringify(join(shell, 'worker.js'))}, { workerData, execArgv: [] })
    let told
    do [told] = await once(worker, 'message')
    while (told.kind === 'progress')
    console.log(JSON.stringify([
      [page.status, (await page.text()).includes('<div id="root">'), made.status],
      [workbook.status, new TextDecoder().decode(await workbook.arrayBuffer()).slice(0, 2)],
      [told.kind, told.value?.faults],
      asked.boxes,
      process.getActiveResourcesInfo().filter((each) => /Server/.test(each)),
    ]))
    process.exit()`
  const { output } = await runScript(
    ['--import', './tests/support/withElectronStandIn.ts', '--input-type=module', '-e', script],
    'gathered',
    { ...process.env, BCF_HOME: join(tempFolder(), 'programmes'), BCF_CONFIG: tempFolder() },
  )
  expect(output).toBe('[[200,true,200],[200,"PK"],["done",[]],[],[]]\n')
})

test('a thread is started from the file beside the one that starts it, so that all of the bundle is one folder', () => {
  const files = readdirSync(shell, { recursive: true, encoding: 'utf8' })
  const starting = files.filter(
    (file) => file.endsWith('.js') && readFileSync(join(shell, file), 'utf8').includes('"./worker.js"'),
  )
  expect([starting.length, files.includes('worker.js'), files.filter((file) => file.includes(sep))]).toEqual([
    1,
    true,
    [],
  ])
})

test('what starts the program loads no writer of documents, and nothing of the page', () => {
  expect(packagesIn(loadedBy('main.js'))).toEqual(['@trpc/server', 'hono', 'kysely', 'zod'])
  // A thread that reads a document begins without the ledger too.
  expect(packagesIn(loadedBy('worker.js'))).toEqual([])
})

test('what is written only when it is asked for lies in the bundle, in files of its own', () => {
  const late = readdirSync(shell).filter((file) => file.endsWith('.js') && !loadedBy('main.js').includes(file))
  expect(packagesIn(late)).toContain('exceljs')
})

test('what opens a document of somebody else lies in the bundle too, and reads it in a thread from there', async () => {
  const script = `
    import { once } from 'node:events'
    import { Worker } from 'node:worker_threads'
    const bytes = new TextEncoder().encode('<table><tr><td>Care records<td>£1,135.0</table>')
    const workerData = { name: 'readDocument', path: '', seq: 0, input: { bytes } }
    const worker = new Worker(${JSON.stringify(join(shell, 'worker.js'))}, { workerData, execArgv: [] })
    let told
    do [told] = await once(worker, 'message')
    while (told.kind === 'progress')
    console.log(JSON.stringify([told.kind, told.value.blocks[0].rows[0].map(({ lines }) => lines)]))`
  const { output } = await runScript(['--input-type=module', '-e', script], 'gathered')
  expect(output).toBe('["done",[["Care records"],["£1,135.0"]]]\n')
  const late = readdirSync(shell).filter((file) => file.endsWith('.js') && !loadedBy('main.js').includes(file))
  expect(packagesIn(late)).toEqual(expect.arrayContaining(['fflate', 'parse5', 'saxes', 'unpdf']))
})

/** A file of the bundle with all that is loaded before it runs. */
function loadedBy(file: string, seen: string[] = []): string[] {
  if (seen.includes(file)) return seen
  seen.push(file)
  const text = readFileSync(join(shell, file), 'utf8')
  for (const [, name] of text.matchAll(/^(?:import|export)\b[^;]*?"\.\/([^"]+)";$/gm)) loadedBy(String(name), seen)
  return seen
}

/** The packages whose modules are in these files: the bundler names each module in a line above it. */
function packagesIn(files: string[]): string[] {
  const named = files.flatMap((file) =>
    [...readFileSync(join(shell, file), 'utf8').matchAll(/^\/\/ .*node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm)].map(
      ([, name]) => String(name),
    ),
  )
  return [...new Set(named)].sort()
}
