import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { expect, test } from 'vitest'
import { buildStale } from '../../electron/build.ts'
import { hasDisplay } from '../../electron/hosts/chooseHost.ts'
import { electronRuntime } from '../../electron/hosts/electronRuntime.ts'
import { root } from '../support/runScript.ts'
import { tempFolder } from '../support/tempFolder.ts'
import { watchPage } from '../support/watchPage.ts'

const runtime = electronRuntime(root)
const lacking = [
  ...(runtime === undefined ? ["Electron's runtime"] : []),
  ...(hasDisplay(process.env, process.platform) ? [] : ['a display']),
  // Electron keeps its sandbox, which root cannot have.
  ...(process.getuid?.() === 0 ? ['a user who is not root'] : []),
]

const name = 'in Electron itself the page is sealed off, works, and closing its window closes the programme'
const run = async () => {
  buildStale(['renderer', 'shell'])
  const folder = tempFolder()
  const program = await _electron.launch({
    executablePath: String(runtime),
    args: [root],
    env: { ...process.env, BCF_HOME: join(folder, 'programmes'), BCF_CONFIG: join(folder, 'config') } as Record<
      string,
      string
    >,
  })
  const page = await program.firstWindow()
  const faults: string[] = []
  await watchPage(page, faults)
  await page.getByRole('radio', { name: /Leeds sample/ }).check()
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL('**/portfolio**')
  await page.getByRole('heading', { level: 1 }).waitFor()

  const sealed = await page.evaluate(async () => ({
    node: [typeof Reflect.get(globalThis, 'process'), typeof Reflect.get(globalThis, 'require')],
    opened: window.open('https://gov.uk/'),
    camera: await navigator.permissions.query({ name: 'camera' }).then(({ state }) => state),
    outside: await fetch('https://gov.uk/').then(
      () => 'answered',
      () => 'refused',
    ),
  }))
  expect(sealed).toEqual({ node: ['undefined', 'undefined'], opened: null, camera: 'denied', outside: 'refused' })
  await page.evaluate(() => location.assign('https://gov.uk/'))
  expect([new URL(page.url()).origin, program.windows().length]).toEqual(['app://bcf', 1])

  await program.close()
  const file = join(folder, 'programmes', 'Leeds 2020 sample.bcf')
  // The policy's own refusal of the request above is the one fault.
  expect([faults.length, existsSync(file), existsSync(`${file}-wal`)]).toEqual([1, true, false])
}

if (lacking.length > 0) test.skip(`${name} (needs ${lacking.join(' and ')})`, run)
else test(name, run)
