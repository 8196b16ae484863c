import { EventEmitter } from 'node:events'

interface Asked {
  privileges: unknown[]
  handlers: Map<string, (request: Request) => Promise<Response> | Response>
  windows: BrowserWindow[]
  /** The error boxes shown: title and sentence. */
  boxes: string[]
  permissions: Record<string, (...args: unknown[]) => unknown>
  lockData: unknown
  /** Calls whose order matters, by name. */
  calls: string[]
}

const nothingAsked = (): Asked => ({
  privileges: [],
  handlers: new Map(),
  windows: [],
  boxes: [],
  permissions: {},
  lockData: undefined,
  calls: [],
})

/** What the main process asked of Electron. This stands in the place of Electron, whose runtime cannot be had everywhere. */
export const asked: Asked = nothingAsked()

/** What the main process is told. */
export const told = { isFirst: true, appPath: '' }

/** As after a start: nothing asked, nobody listening. */
export const restart = (next: typeof told): void => {
  Object.assign(asked, nothingAsked())
  Object.assign(told, next)
  app.removeAllListeners()
}

class WebContents extends EventEmitter {
  openWindow: (details: { url: string }) => unknown = () => ({ action: 'allow' })
  setWindowOpenHandler(handler: (details: { url: string }) => unknown): void {
    this.openWindow = handler
  }
}

export class BrowserWindow {
  readonly webContents = new WebContents()
  readonly loaded: string[] = []
  readonly options: unknown
  constructor(options: unknown) {
    this.options = options
    asked.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string): Promise<void> {
    this.loaded.push(url)
  }
  show(): void {
    asked.calls.push('show')
  }
  focus(): void {
    asked.calls.push('focus')
  }
}

class ElectronApp extends EventEmitter {
  readonly isPackaged = false
  getAppPath = (): string => told.appPath
  whenReady = async (): Promise<void> => {
    asked.calls.push('ready')
  }
  requestSingleInstanceLock = (data: unknown): boolean => {
    asked.lockData = data
    return told.isFirst
  }
  quit = (): void => {
    asked.calls.push('quit')
  }
  exit = (): void => {
    asked.calls.push('exit')
  }
}
export const app = new ElectronApp()

export const protocol = {
  registerSchemesAsPrivileged(schemes: unknown[]): void {
    asked.calls.push('privileges')
    asked.privileges.push(...schemes)
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    asked.handlers.set(scheme, handler)
  },
}

const keep =
  (name: string) =>
  (handler: (...args: unknown[]) => unknown): void => {
    asked.permissions[name] = handler
  }
export const session = {
  defaultSession: {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
  },
}

export const Menu = { buildFromTemplate: (template: unknown) => template, setApplicationMenu: (): void => {} }

export const dialog = {
  showErrorBox(title: string, sentence: string): void {
    asked.boxes.push(`${title}: ${sentence}`)
  },
}
