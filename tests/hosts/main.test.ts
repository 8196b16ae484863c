import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { root } from '../support/runScript.ts'
import { tempFolder } from '../support/tempFolder.ts'
import { foreignAddresses } from './support/foreignAddresses.ts'
import { policyOfHost, policyOfProgram } from './support/policies.ts'

vi.mock('electron', () => import('../support/electronStandIn.ts'))

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

/** Waits for a state, also on a machine that is busy with other things. */
const until = (state: () => void) => vi.waitFor(state, { timeout: 60_000 })

type StandIn = typeof import('../support/electronStandIn.ts')
type Told = Parameters<StandIn['restart']>[0]

/** A folder that Electron may take for the program's, with a page that stands for the built one. */
const appWithPage = (): string => {
  const folder = tempFolder()
  mkdirSync(join(folder, 'dist', 'renderer'), { recursive: true })
  writeFileSync(join(folder, 'dist', 'renderer', 'index.html'), '<div id="root"></div>')
  return folder
}

/** Runs main.ts on an Electron that is told these things, as `electron . file` would, or the packaged program. */
const runMain = async ({
  file,
  folder = tempFolder(),
  isShown = true,
  ...told
}: Told & { file?: string; folder?: string; isShown?: boolean } = {}) => {
  vi.stubEnv('BCF_HOME', join(folder, 'programmes'))
  vi.stubEnv('BCF_CONFIG', join(folder, 'config'))
  vi.resetModules()
  const electron = (await import('electron')) as unknown as StandIn
  electron.restart({ appPath: appWithPage(), ...told })
  const { argv } = process
  process.argv = ['electron', ...(told.isPackaged ? [] : [root]), ...(file === undefined ? [] : [file])]
  await import('../../electron/main.ts')
  process.argv = argv
  if (isShown) await until(() => expect(electron.asked.calls).toContain('show'))

  const { asked } = electron
  const window = asked.windows[0]
  return {
    ...electron,
    folder,
    window: window as NonNullable<typeof window>,
    /** An operation as the page of the window calls it. */
    async call(operation: string, input?: unknown) {
      const body = input === undefined ? {} : { body: JSON.stringify(input) }
      const headers = { 'content-type': 'application/json', 'x-bcf': '1' }
      const request = new Request(`app://bcf/api/${operation}`, { method: 'POST', headers, ...body })
      const answer = await asked.handlers.get('app')?.(request)
      return (await answer?.json())?.result?.data
    },
    /** Ends the program as closing its window does, and waits for its end. */
    async quit() {
      window?.close()
      await until(() => expect(asked.calls).toContain('exit'))
    },
  }
}

/** A programme in the programmes' folder of a run, made through its page. */
const makeProgramme = async (run: Awaited<ReturnType<typeof runMain>>, fileName: string): Promise<string> => {
  const programme = { name: fileName, council: 'Anytown Council', nhsPartner: 'NHS Anytown', startYear: 2020, years: 3 }
  await run.call('programme.create', { fileName, programme })
  const { programme: made } = await run.call('session.screen')
  return made.file
}

const webPreferences = {
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
  devTools: true,
}

const usualOptions = {
  width: 1280,
  height: 800,
  minWidth: 400,
  minHeight: 300,
  title: 'BCF digital tracker',
  show: false,
  webPreferences,
}

test('one window opens the program at its own address, sealed off from Node', async () => {
  const { asked } = await runMain()
  expect(asked.windows.map(({ options, loaded }) => ({ options, loaded }))).toEqual([
    { options: usualOptions, loaded: [['app://bcf/', 200]] },
  ])
})

test('packaged, the window has no developer tools and the menu offers none', async () => {
  const { asked } = await runMain({ isPackaged: true })
  expect(asked.windows.map(({ options }) => options)).toEqual([
    { ...usualOptions, webPreferences: { ...webPreferences, devTools: false } },
  ])
  expect(JSON.stringify(asked.menu)).not.toContain('DevTools')
})

test('no file but the printer makes another window or asks a page by script; none listens to a page or opens anything outside', () => {
  const files = readdirSync(join(root, 'electron'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.ts$/.test(file),
  )
  const holding = (text: RegExp) =>
    files.filter((file) => text.test(readFileSync(join(root, 'electron', file), 'utf8')))
  expect(
    [
      /new BrowserWindow/,
      /ipcMain/,
      /preload:|setPreloads|registerPreload/,
      /openExternal|shell\.open/,
      /executeJavaScript/,
    ].map(holding),
  ).toEqual([['main.ts', 'hosts/electronPrinter.ts'], [], [], [], ['hosts/electronPrinter.ts']])
})

test('the app scheme gets its privileges and the sandbox its order before Electron is ready, and no others', async () => {
  const { asked, folder } = await runMain()
  expect(asked.calls.slice(0, 3)).toEqual(['sandbox', 'privileges', 'ready'])
  expect([asked.privileges, asked.paths]).toEqual([
    [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }],
    { userData: join(folder, 'config', 'window') },
  ])
})

test('requests of the page are answered by the program under the policy, those for another host are not', async () => {
  const { asked } = await runMain()
  const fetch = (address: string) => asked.handlers.get('app')?.(new Request(address))
  const [own, other] = [await fetch('app://bcf/'), await fetch('app://other/')]
  expect([own?.status, own?.headers.get('content-security-policy')]).toEqual([200, policyOfProgram])
  expect([other?.status, await other?.text(), other?.headers.get('content-security-policy')]).toEqual([
    404,
    '',
    policyOfHost,
  ])
})

test('the host says who calls, whatever a page says of itself', async () => {
  const { asked, call } = await runMain()
  const request = new Request('app://bcf/api/session.actAs', {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie: 'bcf-1=x', 'x-session': 'another' },
    body: JSON.stringify({ accountId: null, role: 'viewer' }),
  })
  await asked.handlers.get('app')?.(request)
  expect((await call('session.screen')).role).toBe('viewer')
})

describe('the page', () => {
  const isStopped = (contents: { emit: (event: string, details: object) => unknown }, event: string, url: string) => {
    const preventDefault = vi.fn()
    contents.emit(event, { url, preventDefault })
    return preventDefault.mock.calls.length > 0
  }

  test('goes to no address but its own, by no way', async () => {
    const { webContents } = (await runMain()).window
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      expect(foreignAddresses.filter((address) => !isStopped(webContents, event, address))).toEqual([])
      expect(isStopped(webContents, event, 'app://bcf/checks')).toBe(false)
    }
  })

  test('opens no window and holds no other page, its own included', async () => {
    const { webContents } = (await runMain()).window
    const addresses = ['app://bcf/', ...foreignAddresses]
    expect(addresses.map((url) => webContents.openWindow({ url }))).toEqual(addresses.map(() => ({ action: 'deny' })))
    expect(addresses.filter((address) => !isStopped(webContents, 'will-attach-webview', address))).toEqual([])
  })

  test('asks no address for anything but its own, what it holds in memory and what stands in the address itself', async () => {
    const { asked } = await runMain()
    const isCancelled = (url: string) => {
      let cancelled: boolean | undefined
      asked.beforeRequest?.({ url }, ({ cancel }) => {
        cancelled = cancel
      })
      return cancelled
    }
    const own = ['app://bcf/', 'app://bcf/api/x', 'blob:app://bcf/0', 'data:,', 'devtools://devtools/bundled/x.js']
    expect(own.map(isCancelled)).toEqual(own.map(() => false))
    const foreign = foreignAddresses.filter((address) => !own.some((each) => address.startsWith(each.slice(0, 5))))
    expect(foreign.filter((address) => !isCancelled(address))).toEqual([])
  })

  test('saves what the program made for it, and nothing from elsewhere', async () => {
    const { session } = await runMain()
    const isRefused = (url: string) => {
      const preventDefault = vi.fn()
      session.defaultSession.emit('will-download', { preventDefault }, { getURL: () => url })
      return preventDefault.mock.calls.length > 0
    }
    expect(isRefused('blob:app://bcf/1c0f')).toBe(false)
    expect(foreignAddresses.filter((address) => address !== 'blob:app://bcf/0' && !isRefused(address))).toEqual([])
  })

  test('is granted nothing that Electron knows a name for', async () => {
    const { asked, window } = await runMain()
    const typings = readFileSync(join(root, 'node_modules', 'electron', 'electron.d.ts'), 'utf8')
    const names = (after: string) =>
      [...(new RegExp(`${after}([^;,)]*)`).exec(typings)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => name)
    const permissions = names('setPermissionRequestHandler\\(handler: \\(\\(webContents: WebContents, permission: ')
    const devices = names('deviceType: \\(')
    expect([permissions.includes('media'), permissions.length > 40, devices]).toEqual([
      true,
      true,
      ['hid', 'serial', 'usb'],
    ])

    const { request, check, device } = asked.permissions
    const answers: unknown[] = []
    for (const permission of [...permissions, 'one of tomorrow']) {
      request?.(window.webContents, permission, (answer: boolean) => answers.push(answer))
      answers.push(check?.(window.webContents, permission), check?.(null, permission))
    }
    for (const deviceType of devices) answers.push(device?.({ deviceType }))
    expect(answers).toEqual(Array.from({ length: (permissions.length + 1) * 3 + devices.length }, () => false))
  })
})

describe('a file', () => {
  test('that cannot be opened is said in words, and the window opens all the same', async () => {
    const { asked } = await runMain({ file: join(tempFolder(), 'none.bcf') })
    expect(asked.boxes).toEqual([
      expect.stringMatching(/^The programme could not be opened: There is no file .*none\.bcf/),
    ])
    expect(asked.windows.length).toBe(1)
  })

  test('that was double-clicked opens in the packaged program, and switches are no files', async () => {
    const run = await runMain()
    const file = await makeProgramme(run, 'Mine')
    await run.quit()
    const again = await runMain({ file, isPackaged: true })
    expect((await again.call('session.screen')).programme.file).toBe(file)
    await again.quit()
    expect((await runMain({ file: '--inspect', isPackaged: true })).asked.boxes).toEqual([])
  })

  test('of a second start is handed to the first, which opens no window of its own', async () => {
    const { asked } = await runMain({ file: '/somewhere/x.bcf', isFirst: false, isShown: false })
    expect([asked.lockData, asked.calls, asked.windows]).toEqual([
      { file: '/somewhere/x.bcf' },
      ['sandbox', 'privileges', 'quit', 'exit'],
      [],
    ])
  })

  test('that a second start hands over is opened by the first, which comes to the front', async () => {
    const run = await runMain()
    const file = await makeProgramme(run, 'Mine')
    await makeProgramme(run, 'Other')
    run.window.minimize()
    run.app.emit('second-instance', {}, [], '', { file })
    await until(() => expect(run.window.loaded.length).toBe(2))
    expect((await run.call('session.screen')).programme.file).toBe(file)
    expect(run.asked.calls.slice(-2)).toEqual(['restore', 'focus'])
  })

  test('is not asked for by a second start without one: the page stays as it is and comes to the front', async () => {
    const { app, asked, window } = await runMain()
    for (const data of [{ file: null }, undefined, { file: 7 }]) app.emit('second-instance', {}, [], '', data)
    expect([asked.calls.filter((call) => call === 'focus').length, window.loaded.length]).toEqual([3, 1])
  })

  test('that macOS names before the window is there is opened with it, and later in it', async () => {
    const run = await runMain()
    const [first, later] = [await makeProgramme(run, 'First'), await makeProgramme(run, 'Later')]
    await run.quit()

    const { app } = (await import('electron')) as unknown as StandIn
    const preventDefault = vi.fn()
    const again = await runMain({ whileStarting: () => app.emit('open-file', { preventDefault }, first) })
    expect((await again.call('session.screen')).programme.file).toBe(first)
    again.app.emit('open-file', { preventDefault }, later)
    await until(() => expect(again.window.loaded.length).toBe(2))
    expect((await again.call('session.screen')).programme.file).toBe(later)
    expect(preventDefault).toHaveBeenCalledTimes(2)
  })
})

describe('the window', () => {
  const state = (folder: string, text: string) => {
    mkdirSync(join(folder, 'config'), { recursive: true })
    writeFileSync(join(folder, 'config', 'window.json'), text)
  }

  test('opens where it stood, and as large as it was', async () => {
    const run = await runMain()
    run.window.bounds = { x: 200, y: 100, width: 900, height: 700 }
    run.window.maximize()
    await run.quit()
    const { window } = await runMain({ folder: run.folder })
    expect([window.bounds, window.isMaximized()]).toEqual([{ x: 200, y: 100, width: 900, height: 700 }, true])
  })

  test.each([
    ['no JSON', '{"x": 1'],
    ['nothing', ''],
    ['no object', 'null'],
    ['words for numbers', '{"x":"1","y":1,"width":900,"height":700,"isMaximised":false}'],
    ['no size', '{"x":1,"y":1,"width":0,"height":-700,"isMaximised":false}'],
    ['parts of pixels', '{"x":1.5,"y":1,"width":900,"height":700,"isMaximised":false}'],
    ['a number that is none', '{"x":1e999,"y":1,"width":900,"height":700,"isMaximised":false}'],
    ['half of it', '{"x":1,"y":1}'],
  ])('opens as usual where what was kept is damaged: %s', async (_name, text) => {
    const folder = tempFolder()
    state(folder, text)
    expect((await runMain({ folder })).window.options).toEqual(usualOptions)
  })

  test('opens as usual where the screen that it stood on is gone', async () => {
    const folder = tempFolder()
    state(folder, '{"x":2500,"y":100,"width":900,"height":700,"isMaximised":false}')
    expect((await runMain({ folder })).window.options).toEqual(usualOptions)
  })

  test('goes away without a word where its state cannot be kept', async () => {
    const run = await runMain()
    mkdirSync(join(run.folder, 'config', 'window.json', 'in the way'), { recursive: true })
    await run.quit()
    expect(run.asked.boxes).toEqual([])
    expect(readFileSync(join(run.folder, 'config', 'log.jsonl'), 'utf8')).toContain('"event":"window state not kept"')
  })

  test('that stops is opened again once, in words; the second time the program ends', async () => {
    const { asked, window } = await runMain()
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' })
    expect(asked.boxes).toEqual([])
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    await until(() => expect(asked.boxes.length).toBe(1))
    expect([asked.calls.includes('reload'), asked.calls.includes('quit')]).toEqual([true, false])
    window.webContents.emit('render-process-gone', {}, { reason: 'oom' })
    await until(() => expect(asked.calls).toContain('exit'))
    expect(asked.boxes).toEqual([
      'The window had stopped and was opened again. Everything that was saved is safe. What stood in a form that was open has to be entered again.',
      'The window stopped again: Everything that was saved is safe. Start the program again.',
    ])
  })
})

describe('the menu', () => {
  const find = (menu: MenuItemConstructorOptions[], ...labels: string[]): MenuItemConstructorOptions => {
    const [label, ...rest] = labels
    const found = menu.find((item) => item.label?.replace(/&(.)/g, '$1') === label)
    if (!found) throw new Error(`The menu has no ${label}`)
    return rest.length > 0 ? find(found.submenu as MenuItemConstructorOptions[], ...rest) : found
  }
  const choose = (menu: MenuItemConstructorOptions[], ...labels: string[]) =>
    find(menu, ...labels).click?.({} as never, undefined, {} as never)

  test('leads to the pages of the program itself', async () => {
    const { asked, window } = await runMain()
    choose(asked.menu, 'File', 'New programme')
    await until(() => expect(window.loaded.length).toBe(2))
    choose(asked.menu, 'File', 'Save a copy…')
    await until(() => expect(window.loaded.length).toBe(3))
    expect(window.loaded.slice(1)).toEqual([
      ['app://bcf/start?step=name', 200],
      ['app://bcf/file/copy', 200],
    ])
  })

  test('presses the keys of the page, prints it, and goes back and forward in it', async () => {
    const { asked, window } = await runMain()
    for (const labels of [
      ['File', 'Export…'],
      ['Edit', 'Undo'],
      ['Edit', 'Redo'],
      ['Edit', 'Filter the list'],
      ['View', 'Search or do…'],
      ['File', 'Print…'],
      ['View', 'Back'],
      ['View', 'Forward'],
      ['View', 'Read again'],
    ]) {
      choose(asked.menu, ...labels)
    }
    const help = asked.menu.find(({ role }) => role === 'help')?.submenu as MenuItemConstructorOptions[]
    choose(help, 'Keys of this screen')
    expect(window.webContents.pressed).toEqual(
      [
        { keyCode: 'E', modifiers: ['control'] },
        { keyCode: 'Z', modifiers: ['control'] },
        { keyCode: 'Z', modifiers: ['control', 'shift'] },
        { keyCode: 'F', modifiers: ['control'] },
        { keyCode: 'K', modifiers: ['control'] },
        { keyCode: 'F1', modifiers: [] },
      ].flatMap((key) => [
        { type: 'keyDown', ...key },
        { type: 'keyUp', ...key },
      ]),
    )
    expect(asked.calls.slice(-4)).toEqual(['print', 'back', 'forward', 'reload'])
  })

  test('opens what is chosen in the dialog and what was opened before, and both are then what was opened last', async () => {
    const run = await runMain()
    const { asked, told, window } = run
    expect(find(asked.menu, 'File', 'Open recent', 'Nothing opened yet').enabled).toBe(false)
    const [a, b] = [await makeProgramme(run, 'A & B'), await makeProgramme(run, 'B')]
    const recent = () =>
      (find(asked.menu, 'File', 'Open recent').submenu as MenuItemConstructorOptions[]).map(({ label }) => label)
    expect(recent()).toEqual([`B.bcf  (${b.replaceAll('&', '&&')})`, `A && B.bcf  (${a.replaceAll('&', '&&')})`])

    told.chosen = [a]
    choose(asked.menu, 'File', 'Open…')
    await until(() => expect(window.loaded.length).toBe(2))
    expect((await run.call('session.screen')).programme.file).toBe(a)
    expect(asked.dialogs).toEqual([
      {
        title: 'Open a programme',
        defaultPath: join(run.folder, 'programmes'),
        filters: [{ name: 'Programmes', extensions: ['bcf'] }],
        properties: ['openFile'],
      },
    ])

    const entries = find(asked.menu, 'File', 'Open recent').submenu as MenuItemConstructorOptions[]
    entries[1]?.click?.({} as never, undefined, {} as never)
    await until(() => expect(window.loaded.length).toBe(3))
    expect((await run.call('session.screen')).programme.file).toBe(b)
    expect([asked.recentDocuments, recent().map((label) => label?.slice(0, 3))]).toEqual([
      [a, b, a, b],
      ['B.b', 'A &'],
    ])
  })

  test('opens nothing where nothing is chosen, and says in words what cannot be opened', async () => {
    const { asked, told, window } = await runMain()
    choose(asked.menu, 'File', 'Open…')
    await until(() => expect(asked.dialogs.length).toBe(1))
    told.chosen = [join(tempFolder(), 'gone.bcf')]
    choose(asked.menu, 'File', 'Open…')
    await until(() => expect(asked.boxes.length).toBe(1))
    expect([asked.boxes, window.loaded.length]).toEqual([[expect.stringContaining('gone.bcf')], 1])
  })

  test('says what program this is', async () => {
    const { asked } = await runMain()
    expect(asked.about).toEqual({
      applicationName: 'BCF digital tracker',
      applicationVersion: '0.1.0',
      copyright: expect.stringContaining('MIT'),
    })
  })
})

test('the page picks a file by the same dialog', async () => {
  const run = await runMain()
  const file = await makeProgramme(run, 'Mine')
  await makeProgramme(run, 'Other')
  run.told.chosen = [file]
  expect(await run.call('programme.pick')).toEqual({ path: file })
  expect((await run.call('session.screen')).programme.file).toBe(file)
})

test('the page picks a folder for backups by the system’s dialog, and backups go there', async () => {
  const run = await runMain()
  await makeProgramme(run, 'Mine')
  await run.call('session.actAs', { accountId: null, role: 'administrator' })
  const safe = tempFolder()
  run.told.chosen = [safe]
  expect([await run.call('backup.pickFolder'), run.asked.dialogs]).toEqual([
    { folder: safe, before: null },
    [
      {
        title: 'Choose the folder of backups',
        defaultPath: join(run.folder, 'programmes'),
        properties: ['openDirectory', 'createDirectory'],
      },
    ],
  ])
  expect((await run.call('backup.now')).path).toBe(join(safe, (await run.call('backup.screen')).last.name))
})

test('quitting waits for what runs, and leaves the programme closed', async () => {
  const run = await runMain()
  const file = await makeProgramme(run, 'Mine')
  const organisation = {
    ...{ code: 'NE', name: 'NHS Elsewhere', type: 'nhs_commissioner', validFromOn: null, validToOn: null },
    ...{ predecessorIds: [], isAccountableBody: false, note: '' },
  }
  // The call has begun, and what it says arrives only after the window was closed.
  const { promise: closed, resolve: letGo } = Promise.withResolvers<void>()
  const body = new ReadableStream({
    async start(stream) {
      await closed
      stream.enqueue(new TextEncoder().encode(JSON.stringify(organisation)))
      stream.close()
    },
  })
  const headers = { 'content-type': 'application/json', 'x-bcf': '1' }
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit
  const request = new Request('app://bcf/api/organisations.add', init)
  const adding = run.asked.handlers.get('app')?.(request)
  run.window.close()
  await until(() => expect(existsSync(join(run.folder, 'config', 'window.json'))).toBe(true))
  letGo()
  const answer = await adding
  expect([answer?.status, run.asked.calls.includes('exit')]).toEqual([200, false])
  await until(() => expect(run.asked.calls).toContain('exit'))
  // SQLite removes the journal when the last connection is closed.
  expect([existsSync(file), existsSync(`${file}-wal`)]).toEqual([true, false])
})

test('a program that cannot start says so in words and ends', async () => {
  const { asked } = await runMain({
    isShown: false,
    whileStarting() {
      throw new Error('The display is gone.')
    },
  })
  await until(() => expect(asked.calls).toContain('exit 1'))
  expect([asked.boxes, asked.windows]).toEqual([['The program could not start: The display is gone.'], []])
})
