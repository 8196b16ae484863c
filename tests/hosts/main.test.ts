import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { root } from '../support/runScript.ts'
import { tempFolder } from '../support/tempFolder.ts'

vi.mock('electron', () => import('../support/electronStandIn.ts'))

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

/** Runs main.ts on an Electron that is the only one, or the second, as `electron . file` would. */
const runMain = async ({ file, isFirst = true }: { file?: string; isFirst?: boolean } = {}) => {
  const folder = tempFolder()
  vi.stubEnv('BCF_HOME', join(folder, 'programmes'))
  vi.stubEnv('BCF_CONFIG', join(folder, 'config'))
  const electron = (await import('electron')) as unknown as typeof import('../support/electronStandIn.ts')
  electron.restart({ isFirst, appPath: root })
  const argv = process.argv
  process.argv = ['electron', root, ...(file === undefined ? [] : [file])]
  await import('../../electron/main.ts')
  process.argv = argv
  if (isFirst) await vi.waitFor(() => expect(electron.asked.calls).toContain('show'))
  return electron
}

test('one window opens the program at its own address, sealed off from Node', async () => {
  const { asked } = await runMain()
  expect(asked.windows.map(({ options, loaded }) => ({ options, loaded }))).toEqual([
    {
      options: expect.objectContaining({
        webPreferences: {
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          nodeIntegrationInWorker: false,
          nodeIntegrationInSubFrames: false,
          webSecurity: true,
          allowRunningInsecureContent: false,
          experimentalFeatures: false,
          webviewTag: false,
          navigateOnDragDrop: false,
          spellcheck: false,
        },
      }),
      loaded: ['app://bcf/'],
    },
  ])
})

test('no file makes another window or listens to messages of a page', () => {
  const files = readdirSync(join(root, 'electron'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.ts$/.test(file),
  )
  const holding = (text: string) =>
    files.filter((file) => readFileSync(join(root, 'electron', file), 'utf8').includes(text))
  expect([holding('new BrowserWindow'), holding('ipcMain'), holding('preload:'), holding('openExternal')]).toEqual([
    ['main.ts'],
    [],
    [],
    [],
  ])
})

test('the app scheme gets its privileges before Electron is ready, and no others', async () => {
  const { asked } = await runMain()
  expect(asked.calls.slice(0, 2)).toEqual(['privileges', 'ready'])
  expect(asked.privileges).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
})

test('requests of the page are answered by the program, those for another host are not', async () => {
  const { asked } = await runMain()
  const call = (host: string) => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json', 'x-bcf': '1' } }
    return asked.handlers.get('app')?.(new Request(`app://${host}/api/session.screen`, init))
  }
  expect((await call('other'))?.status).toBe(404)
  const answer = await call('bcf')
  expect([answer?.status, (await answer?.json())?.result.data.programme]).toEqual([200, null])
})

test('the page may not leave, open windows, hold other pages or be granted anything', async () => {
  const { asked } = await runMain()
  const contents = asked.windows[0]!.webContents
  const isStopped = (event: string, url: string) => {
    const preventDefault = vi.fn()
    contents.emit(event, { url, preventDefault })
    return preventDefault.mock.calls.length > 0
  }
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
    expect([isStopped(event, 'https://gov.uk/'), isStopped(event, 'app://bcf/checks')]).toEqual([true, false])
  }
  expect(isStopped('will-attach-webview', 'app://bcf/')).toBe(true)
  expect(contents.openWindow({ url: 'app://bcf/' })).toEqual({ action: 'deny' })

  const { request, check, device } = asked.permissions
  const answers: unknown[] = []
  for (const permission of ['media', 'geolocation', 'clipboard-read', 'notifications', 'openExternal', 'fileSystem']) {
    request!(contents, permission, (answer: boolean) => answers.push(answer))
    answers.push(check!(contents, permission), device!({ deviceType: permission }))
  }
  expect(new Set(answers)).toEqual(new Set([false]))
})

test('a file that cannot be opened is said in words, and the window opens all the same', async () => {
  const { asked } = await runMain({ file: join(tempFolder(), 'none.bcf') })
  expect(asked.boxes).toEqual([
    expect.stringMatching(/^The programme could not be opened: There is no file .*none\.bcf/),
  ])
  expect(asked.windows.length).toBe(1)
})

test('a second start hands its file to the first and opens no window', async () => {
  const { asked } = await runMain({ file: '/somewhere/x.bcf', isFirst: false })
  expect([asked.lockData, asked.calls, asked.windows]).toEqual([
    { file: '/somewhere/x.bcf' },
    ['privileges', 'quit'],
    [],
  ])
})

test('the first opens the file that a second start hands over, and comes to the front', async () => {
  const { app, asked } = await runMain()
  app.emit('second-instance', {}, [], '', { file: '/nowhere/x.bcf' })
  await vi.waitFor(() => expect(asked.calls).toContain('focus'))
  expect(asked.boxes).toEqual([expect.stringContaining('x.bcf')])
  expect(asked.windows[0]?.loaded).toEqual(['app://bcf/', 'app://bcf/'])
})

test('quitting waits until the programme is closed', async () => {
  const { app, asked } = await runMain()
  const preventDefault = vi.fn()
  app.emit('will-quit', { preventDefault })
  expect(preventDefault).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(asked.calls).toContain('exit'))
})
