import { join, resolve } from 'node:path'
import { app, BrowserWindow, dialog, Menu, type OpenDialogOptions, protocol, screen, session } from 'electron'
import { createApp } from './app/app.ts'
import type { Ports, Settings } from './app/ports.ts'
import { dailyBackups } from './hosts/dailyBackups.ts'
import { electronPrinter } from './hosts/electronPrinter.ts'
import { errorInWords } from './hosts/errorInWords.ts'
import { guardContents } from './hosts/guardContents.ts'
import { guardSession } from './hosts/guardSession.ts'
import { hostFolders } from './hosts/hostFolders.ts'
import { isOwnPage } from './hosts/isOwnPage.ts'
import { menuTemplate } from './hosts/menuTemplate.ts'
import { nodePorts } from './hosts/nodePorts.ts'
import { openAtStart } from './hosts/openAtStart.ts'
import { placeOnScreen } from './hosts/placeOnScreen.ts'
import { plainHeaders } from './hosts/plainHeaders.ts'
import { runningCalls } from './hosts/runningCalls.ts'
import { windowOptions } from './hosts/windowOptions.ts'
import { windowState } from './hosts/windowState.ts'

const origin = 'app://bcf'
/** How long running calls may keep the program from ending, in milliseconds. */
const GRACE = 10_000

const folders = hostFolders()
// What the window keeps, and with it the lock of the single instance, belongs to these settings and no others.
app.setPath('userData', join(folders.config, 'window'))
app.enableSandbox()
// Electron takes privileges only before it is ready.
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
])
app.on('web-contents-created', (_event, contents) => guardContents(contents))
app.on('window-all-closed', () => app.quit())

const asked = fileIn(process.argv)
if (app.requestSingleInstanceLock({ file: asked ?? null })) void run().catch(giveUp)
else app.quit()

async function run(): Promise<void> {
  const outside = nodePorts(resolve(app.getAppPath(), 'dist', 'renderer'), folders)
  const ports: Ports = {
    ...outside,
    files: { ...outside.files, pick, pickFolder },
    printer: electronPrinter(),
    settings: {
      ...outside.settings,
      async write(next) {
        await outside.settings.write(next)
        showMenu(next)
        if (next.lastFile !== null) app.addRecentDocument(next.lastFile)
      },
    },
  }
  const program = createApp(ports)
  const calls = runningCalls()
  const stood = windowState(folders.config)
  let window: BrowserWindow | undefined
  let first = asked
  let keeping: Promise<void> = Promise.resolve()
  let crashes = 0

  app.on('second-instance', (_event, _argv, _folder, data) => {
    const { file } = (data ?? {}) as { file?: unknown }
    if (typeof file === 'string') void openFile(file)
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  // macOS names a file in this way and not among the arguments, also before the window is there.
  app.on('open-file', (event, file) => {
    event.preventDefault()
    if (window === undefined) first = file
    else void openFile(file)
  })
  app.once('will-quit', (event) => {
    // Electron does not wait for promises: quitting goes on when what runs has ended and the programme's file is closed.
    event.preventDefault()
    void close().finally(() => app.exit())
  })

  await app.whenReady()
  app.setAboutPanelOptions({
    applicationName: 'BCF digital tracker',
    applicationVersion: app.getVersion(),
    copyright: `MIT licence. Electron ${process.versions.electron}, Node ${process.versions.node}`,
  })
  guardSession(session.defaultSession, app.isPackaged)
  protocol.handle('app', (request) =>
    isOwnPage(request.url)
      ? calls.follow(program.fetch(request, { session: 'window' }))
      : new Response(null, { status: 404, headers: plainHeaders }),
  )
  showMenu(await ports.settings.read())
  await openAtStart(program, ports, first).catch(sayNotOpened)
  dailyBackups(program)

  const state = await stood.read()
  const workAreas = screen.getAllDisplays().map((display) => display.workArea)
  window = new BrowserWindow(windowOptions(placeOnScreen(state?.place, workAreas), app.isPackaged))
  if (state?.isMaximised) window.maximize()
  window.on('close', () => {
    if (window === undefined) return
    keeping = stood
      .write({ place: window.getNormalBounds(), isMaximised: window.isMaximized() })
      .catch(() => ports.log({ event: 'window state not kept' }))
  })
  window.on('closed', () => {
    window = undefined
  })
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    ports.log({ event: 'window gone', reason })
    void reopen()
  })
  await load('/')
  window?.show()

  async function load(address: string): Promise<void> {
    // A page that is left before it has loaded is no fault.
    await window?.loadURL(origin + address).catch(() => ports.log({ event: 'page not loaded' }))
  }

  async function pick(): Promise<string | null> {
    return await choosePath({
      title: 'Open a programme',
      defaultPath: folders.programmes,
      filters: [{ name: 'Programmes', extensions: ['bcf'] }],
      properties: ['openFile'],
    })
  }

  async function pickFolder(): Promise<string | null> {
    return await choosePath({
      title: 'Choose the folder of backups',
      defaultPath: folders.programmes,
      properties: ['openDirectory', 'createDirectory'],
    })
  }

  async function choosePath(options: OpenDialogOptions): Promise<string | null> {
    const { filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
    return filePaths[0] ?? null
  }

  async function openFile(file: string): Promise<void> {
    try {
      await program.open(file)
    } catch (error) {
      sayNotOpened(error)
      return
    }
    await load('/')
  }

  function showMenu({ recentFiles = [] }: Settings): void {
    const contents = () => window?.webContents
    const template = menuTemplate(
      { isMac: process.platform === 'darwin', isPackaged: app.isPackaged, recentFiles },
      {
        goTo: (address) => void load(address),
        press(keyCode, ...modifiers) {
          contents()?.sendInputEvent({ type: 'keyDown', keyCode, modifiers })
          contents()?.sendInputEvent({ type: 'keyUp', keyCode, modifiers })
        },
        pick: () => void pick().then((file) => (file === null ? undefined : openFile(file))),
        open: (file) => void openFile(file),
        print: () => contents()?.print(),
        back: () => contents()?.navigationHistory.goBack(),
        forward: () => contents()?.navigationHistory.goForward(),
        reload: () => contents()?.reload(),
      },
    )
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }

  /** A window that stops is opened again once; if it stops again, something is wrong that this does not mend. */
  async function reopen(): Promise<void> {
    crashes += 1
    if (crashes > 1) {
      dialog.showErrorBox('The window stopped again', 'Everything that was saved is safe. Start the program again.')
      app.quit()
      return
    }
    window?.webContents.reload()
    const words = {
      type: 'warning' as const,
      message: 'The window had stopped and was opened again.',
      detail: 'Everything that was saved is safe. What stood in a form that was open has to be entered again.',
      buttons: ['Go on'],
    }
    await (window ? dialog.showMessageBox(window, words) : dialog.showMessageBox(words))
  }

  async function close(): Promise<void> {
    await Promise.all([calls.ended(GRACE), keeping])
    await program.close()
  }
}

function sayNotOpened(error: unknown): void {
  dialog.showErrorBox('The programme could not be opened', errorInWords(error))
}

function giveUp(error: unknown): void {
  dialog.showErrorBox('The program could not start', errorInWords(error))
  app.exit(1)
}

/** Started from the sources, Electron's arguments are itself, the project's folder and the file; packaged, itself and the file. */
function fileIn([, ...args]: string[]): string | undefined {
  const file = args[app.isPackaged ? 0 : 1]
  return file === undefined || file.startsWith('-') ? undefined : resolve(file)
}
