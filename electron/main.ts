import { resolve } from 'node:path'
import { app, BrowserWindow, dialog, Menu, protocol, session } from 'electron'
import { createApp } from './app/app.ts'
import { errorInWords } from './hosts/errorInWords.ts'
import { isOwnPage } from './hosts/isOwnPage.ts'
import { nodePorts } from './hosts/nodePorts.ts'
import { openAtStart } from './hosts/openAtStart.ts'
import { windowOptions } from './hosts/windowOptions.ts'

const home = 'app://bcf/'

// Electron takes privileges only before it is ready.
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
])

app.on('web-contents-created', (_event, contents) => {
  const stayHome = (details: { url: string; preventDefault: () => void }) => {
    if (!isOwnPage(details.url)) details.preventDefault()
  }
  contents.on('will-navigate', stayHome)
  contents.on('will-frame-navigate', stayHome)
  contents.on('will-redirect', stayHome)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
})
app.on('window-all-closed', () => app.quit())

const asked = fileIn(process.argv)
if (app.requestSingleInstanceLock({ file: asked ?? null })) void run()
else app.quit()

async function run(): Promise<void> {
  const ports = nodePorts(resolve(app.getAppPath(), 'dist', 'renderer'))
  const program = createApp(ports)
  let window: BrowserWindow | undefined

  app.on('second-instance', async (_event, _argv, _folder, data) => {
    const { file } = data as { file: string | null }
    if (file !== null) await open(file)
    await window?.loadURL(home)
    window?.focus()
  })
  app.once('will-quit', (event) => {
    // Electron does not wait for promises: quitting goes on when the programme's file is closed.
    event.preventDefault()
    void program.close().finally(() => app.exit())
  })

  await app.whenReady()
  Menu.setApplicationMenu(Menu.buildFromTemplate([{ role: 'fileMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]))
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.defaultSession.setPermissionCheckHandler(() => false)
  session.defaultSession.setDevicePermissionHandler(() => false)
  protocol.handle('app', (request) =>
    isOwnPage(request.url) ? program.fetch(request, { session: 'window' }) : new Response(null, { status: 404 }),
  )
  await open(asked)
  window = new BrowserWindow(windowOptions)
  await window.loadURL(home)
  window.show()

  async function open(file: string | undefined): Promise<void> {
    try {
      await openAtStart(program, ports, file)
    } catch (error) {
      dialog.showErrorBox('The programme could not be opened', errorInWords(error))
    }
  }
}

/** Started from the sources, Electron's arguments are itself, the project's folder and the file; packaged, itself and the file. */
function fileIn([, ...args]: string[]): string | undefined {
  const file = args[app.isPackaged ? 0 : 1]
  return file === undefined || file.startsWith('-') ? undefined : resolve(file)
}
