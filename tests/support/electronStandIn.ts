import { EventEmitter } from 'node:events'
import type { MenuItemConstructorOptions, Rectangle } from 'electron'

interface Asked {
  privileges: unknown[]
  handlers: Map<string, (request: Request) => Promise<Response> | Response>
  windows: BrowserWindow[]
  /** The error boxes and messages shown: title and sentence. */
  boxes: string[]
  /** The options of the dialogs that asked for a file. */
  dialogs: unknown[]
  permissions: Record<string, (...args: unknown[]) => unknown>
  beforeRequest: ((details: { url: string }, answer: (given: { cancel?: boolean }) => void) => void) | undefined
  menu: MenuItemConstructorOptions[]
  recentDocuments: string[]
  paths: Record<string, string>
  about: unknown
  lockData: unknown
  /** What was printed or drawn: the options, or the script that was run. */
  printed: unknown[]
  /** Calls whose order matters, by name. */
  calls: string[]
}

const nothingAsked = (): Asked => ({
  privileges: [],
  handlers: new Map(),
  windows: [],
  boxes: [],
  dialogs: [],
  permissions: {},
  beforeRequest: undefined,
  menu: [],
  recentDocuments: [],
  paths: {},
  about: undefined,
  lockData: undefined,
  printed: [],
  calls: [],
})

interface Told {
  isFirst: boolean
  appPath: string
  isPackaged: boolean
  /** The parts of the screens that a window may cover. */
  workAreas: Rectangle[]
  /** What the person chooses in the dialogs that ask for a file. */
  chosen: string[]
  /** What happens while Electron becomes ready. */
  whileStarting: () => void
  /** What happens while a page loads. */
  whileLoading: () => void
  failsToPrint: boolean
}

const nothingTold = (): Told => ({
  isFirst: true,
  appPath: '',
  isPackaged: false,
  workAreas: [{ x: 0, y: 0, width: 1920, height: 1040 }],
  chosen: [],
  whileStarting: () => undefined,
  whileLoading: () => undefined,
  failsToPrint: false,
})

/** What the main process asked of Electron. This stands in the place of Electron, whose runtime cannot be had everywhere. */
export const asked: Asked = nothingAsked()

/** What the main process is told. */
export const told = nothingTold()

let isReady = false
let isQuitting = false

/** As after a start: nothing asked, nobody listening. */
export const restart = (next: Partial<Told>): void => {
  Object.assign(asked, nothingAsked())
  Object.assign(told, nothingTold(), next)
  isReady = false
  isQuitting = false
  app.removeAllListeners()
  session.defaultSession.removeAllListeners()
}

const beforeReady = (name: string): void => {
  if (isReady) throw new Error(`${name} must be called before app is ready`)
}
const onceReady = (name: string): void => {
  if (!isReady) throw new Error(`${name} can only be used after app is ready`)
}

class WebContents extends EventEmitter {
  openWindow: (details: { url: string }) => unknown = () => ({ action: 'allow' })
  readonly pressed: unknown[] = []
  readonly navigationHistory = {
    goBack: () => asked.calls.push('back'),
    goForward: () => asked.calls.push('forward'),
  }
  setWindowOpenHandler(handler: (details: { url: string }) => unknown): void {
    this.openWindow = handler
  }
  sendInputEvent(event: unknown): void {
    this.pressed.push(event)
  }
  print(): void {
    asked.calls.push('print')
  }
  reload(): void {
    asked.calls.push('reload')
  }
  async printToPDF(options: unknown): Promise<Buffer> {
    if (told.failsToPrint) throw new Error('Failed to generate PDF')
    asked.printed.push(options)
    return Buffer.from('%PDF-')
  }
  async executeJavaScript(code: string): Promise<unknown> {
    asked.printed.push(code)
    return '<html><body>drawn</body></html>'
  }
}

export class BrowserWindow extends EventEmitter {
  readonly options: unknown
  /** The addresses loaded, each with the status that the program answered. */
  readonly loaded: [url: string, status: number | undefined][] = []
  bounds: Rectangle
  #contents = new WebContents()
  #isDestroyed = false
  #isMaximised = false
  #isMinimised = false

  constructor(options: Partial<Rectangle>) {
    super()
    onceReady('BrowserWindow')
    this.options = options
    this.bounds = { x: 0, y: 0, width: 800, height: 600, ...pickRectangle(options) }
    asked.windows.push(this)
    app.emit('web-contents-created', {}, this.#contents)
  }
  get webContents(): WebContents {
    return this.#alive().#contents
  }
  async loadURL(url: string): Promise<void> {
    this.#alive()
    const { session } = (this.options as { webPreferences?: { session?: Session } }).webPreferences ?? {}
    const handlers = session?.handlers ?? asked.handlers
    const answer = await handlers.get(new URL(url).protocol.slice(0, -1))?.(new Request(url))
    told.whileLoading()
    this.loaded.push([url, answer?.status])
    if (!answer) throw new Error('ERR_UNKNOWN_URL_SCHEME')
  }
  show(): void {
    this.#alive()
    asked.calls.push('show')
  }
  focus(): void {
    this.#alive()
    asked.calls.push('focus')
  }
  minimize(): void {
    this.#alive().#isMinimised = true
  }
  restore(): void {
    this.#alive().#isMinimised = false
    asked.calls.push('restore')
  }
  maximize(): void {
    this.#alive().#isMaximised = true
  }
  isMinimized(): boolean {
    return this.#alive().#isMinimised
  }
  isMaximized(): boolean {
    return this.#alive().#isMaximised
  }
  getNormalBounds(): Rectangle {
    return this.#alive().bounds
  }
  close(): void {
    this.#alive().emit('close', {})
    this.#isDestroyed = true
    this.emit('closed')
    if (!isQuitting) app.emit('window-all-closed')
  }
  isDestroyed(): boolean {
    return this.#isDestroyed
  }
  /** As closing, but nothing that listens can keep it open. */
  destroy(): void {
    this.#alive()
    this.#isDestroyed = true
    asked.calls.push('destroy')
    this.emit('closed')
  }
  /** Electron throws where something is asked of a window that is gone. */
  #alive(): this {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed')
    return this
  }
}

function pickRectangle({ x, y, width, height }: Partial<Rectangle>): Partial<Rectangle> {
  return Object.fromEntries(Object.entries({ x, y, width, height }).filter(([, value]) => value !== undefined))
}

class ElectronApp extends EventEmitter {
  get isPackaged(): boolean {
    return told.isPackaged
  }
  getAppPath = (): string => told.appPath
  getVersion = (): string => '0.1.0'
  setPath(name: string, path: string): void {
    asked.paths[name] = path
  }
  enableSandbox(): void {
    beforeReady('app.enableSandbox()')
    asked.calls.push('sandbox')
  }
  setAboutPanelOptions(options: unknown): void {
    asked.about = options
  }
  addRecentDocument(path: string): void {
    asked.recentDocuments.push(path)
  }
  whenReady = async (): Promise<void> => {
    told.whileStarting()
    isReady = true
    asked.calls.push('ready')
  }
  requestSingleInstanceLock = (data: unknown): boolean => {
    asked.lockData = data
    return told.isFirst
  }
  /** Closes the windows and then ends, unless somebody who is told of it wants to do so later. */
  quit = (): void => {
    asked.calls.push('quit')
    isQuitting = true
    for (const window of asked.windows) if (!window.isDestroyed()) window.close()
    let isPrevented = false
    this.emit('will-quit', {
      preventDefault() {
        isPrevented = true
      },
    })
    if (!isPrevented) this.exit()
  }
  exit = (code = 0): void => {
    asked.calls.push(code === 0 ? 'exit' : `exit ${code}`)
  }
}
export const app = new ElectronApp()

export const protocol = {
  registerSchemesAsPrivileged(schemes: unknown[]): void {
    beforeReady('protocol.registerSchemesAsPrivileged')
    asked.calls.push('privileges')
    asked.privileges.push(...schemes)
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    onceReady('protocol')
    asked.handlers.set(scheme, handler)
  },
}

const keep =
  (name: string) =>
  (handler: (...args: unknown[]) => unknown): void => {
    asked.permissions[name] = handler
  }
class Session extends EventEmitter {
  /** Of a session with pages of its own; the default one's stand among what was asked. */
  readonly handlers = new Map<string, (request: Request) => Promise<Response> | Response>()
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response> | Response): void => {
      this.handlers.set(scheme, handler)
    },
  }
  setPermissionRequestHandler = keep('request')
  setPermissionCheckHandler = keep('check')
  setDevicePermissionHandler = keep('device')
  webRequest = {
    onBeforeRequest(listener: Asked['beforeRequest']): void {
      asked.beforeRequest = listener
    },
  }
}
const defaultSession = new Session()
export const session = {
  get defaultSession(): Session {
    return defaultSession
  },
  fromPartition(name: string): Session {
    asked.calls.push(name.startsWith('persist:') ? 'kept session' : 'session')
    return new Session()
  },
}

export const screen = {
  getAllDisplays() {
    onceReady('screen')
    return told.workAreas.map((workArea) => ({ workArea }))
  },
}

export const Menu = {
  buildFromTemplate(template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
    for (const { label, role, type, submenu } of template) {
      if (!label && !role && !type) throw new TypeError('Invalid template for MenuItem: must have label, role or type')
      if (Array.isArray(submenu)) Menu.buildFromTemplate(submenu)
    }
    return template
  },
  setApplicationMenu(menu: MenuItemConstructorOptions[]): void {
    onceReady('Menu')
    asked.menu = menu
  },
}

export const dialog = {
  showErrorBox(title: string, sentence: string): void {
    asked.boxes.push(`${title}: ${sentence}`)
  },
  async showMessageBox(...args: unknown[]): Promise<{ response: number }> {
    const { message, detail } = args.at(-1) as { message: string; detail: string }
    asked.boxes.push(`${message} ${detail}`)
    return { response: 0 }
  },
  async showOpenDialog(...args: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
    asked.dialogs.push(args.at(-1))
    return { canceled: told.chosen.length === 0, filePaths: told.chosen }
  },
}
