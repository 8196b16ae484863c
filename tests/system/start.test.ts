import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { buildStale } from '../../electron/build.ts'
import { root } from '../support/runScript.ts'
import { systemTest } from '../support/systemTest.ts'
import { tempFolder } from '../support/tempFolder.ts'

const running: ChildProcess[] = []

beforeAll(() => {
  buildStale(['renderer'])
})
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})

/** Runs `npm start` as npm does, with folders of its own, no display unless given, and from a folder of the user's. */
const start = (args: string[], env: NodeJS.ProcessEnv = {}, user?: { uid: number; gid: number }) => {
  const folder = tempFolder()
  if (user) chownSync(folder, user.uid, user.gid)
  const child = spawn(process.execPath, ['electron/start.ts', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: folder, BCF_HOME: join(folder, 'programmes'), INIT_CWD: folder, ...env },
    ...user,
  })
  running.push(child)
  let printed = ''
  child.stdout.on('data', (chunk) => (printed += chunk))
  child.stderr.on('data', (chunk) => (printed += chunk))
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, folder, code, printed: () => printed }
}

test('without a display the address is printed with the reason, answers, and Ctrl+C ends the program cleanly', async () => {
  const { child, code, printed } = start([])
  await vi.waitFor(() => expect(printed()).toContain('\n'), { timeout: 90_000 })
  expect(printed()).toMatch(
    /^Open http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{43} in a browser on this machine: there is no display\. .+\n$/,
  )
  const address = /http:\S+/.exec(printed())?.[0] ?? ''
  const entered = await fetch(address, { redirect: 'manual' })
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const page = await fetch(new URL('/', address), { headers: { cookie } })
  expect([entered.status, page.status, await page.text()]).toEqual([
    303,
    200,
    expect.stringContaining('<div id="root">'),
  ])
  child.kill('SIGINT')
  expect(await code).toBe(0)
  expect(printed().split('\n').length).toBe(2)
})

test('a file is looked for from where the user stands; one that is not there is one plain line', async () => {
  const { folder, code, printed } = start(['mine/x.bcf'])
  expect(await code).toBe(1)
  expect(printed()).toBe(`There is no file ${join(folder, 'mine', 'x.bcf')}.\n`)
})

test('a file that is no programme is one plain line', async () => {
  const file = join(tempFolder(), 'x.bcf')
  writeFileSync(file, 'not a database')
  const { code, printed } = start([file])
  expect(await code).toBe(1)
  expect(printed()).toMatch(/^[^\n]*x\.bcf[^\n]*\n$/)
})

test('more than one file is refused', async () => {
  const { code, printed } = start(['a.bcf', 'b.bcf'])
  expect(await code).toBe(1)
  expect(printed()).toMatch(/^Give one programme file.*\n$/)
})

systemTest(
  'root',
  [],
  'with a display Chromium opens in app mode, once, and closing its window ends the program',
  async () => {
    const nobody = { uid: 65_534, gid: 65_534 }
    const folder = tempFolder()
    chmodSync(folder, 0o777)
    const browser = join(folder, 'browser')
    const said = join(folder, 'said')
    writeFileSync(browser, `#!/bin/sh\necho "$@" > ${said}\n`, { mode: 0o755 })
    const { code, printed } = start([], { DISPLAY: ':99', BCF_CHROMIUM: browser }, nobody)
    expect(await code).toBe(0)
    expect(printed()).toBe(
      `Opening in ${browser}: Electron's runtime is not installed. Closing its window or Ctrl+C ends the program.\n`,
    )
    const [app, profile] = readFileSync(said, 'utf8').split(' ')
    expect(app).toMatch(/^--app=http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{43}$/)
    expect(existsSync(profile?.replace('--user-data-dir=', '') ?? '')).toBe(false)
  },
)
