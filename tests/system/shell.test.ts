import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildStale } from '../../electron/build.ts'
import { root, runScript } from '../support/runScript.ts'
import { tempFolder } from '../support/tempFolder.ts'

test("the bundle that Electron starts holds the whole program but Electron and SQLite's binary", async () => {
  buildStale(['renderer', 'shell'])
  const script = `
    import { asked, restart } from ${JSON.stringify(join(root, 'tests/support/electronStandIn.ts'))}
    restart({ isFirst: true, appPath: ${JSON.stringify(root)} })
    process.argv = ['electron', 'app']
    await import(${JSON.stringify(join(root, 'dist/shell/main.js'))})
    while (!asked.calls.includes('show')) await new Promise((resolve) => setTimeout(resolve, 20))
    const fetch = (path, init) => asked.handlers.get('app')(new Request('app://bcf' + path, init))
    const page = await fetch('/')
    const call = await fetch('/api/programme.openSample', { method: 'POST', headers: { 'content-type': 'application/json' } })
    console.log(JSON.stringify([page.status, (await page.text()).includes('<div id="root">'), call.status]))
    process.exit()`
  const { output } = await runScript(
    ['--import', './tests/support/withElectronStandIn.ts', '--input-type=module', '-e', script],
    'gathered',
    { ...process.env, BCF_HOME: join(tempFolder(), 'programmes'), BCF_CONFIG: tempFolder() },
  )
  expect(output).toBe('[200,true,200]\n')
})
