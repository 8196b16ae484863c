import type { BrowserWindowConstructorOptions } from 'electron'

/** Every window's options. What Electron sets by itself today is said all the same, so that a changed default cannot weaken it. */
export const windowOptions = {
  width: 1280,
  height: 800,
  minWidth: 800,
  minHeight: 600,
  show: false,
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
} satisfies BrowserWindowConstructorOptions
