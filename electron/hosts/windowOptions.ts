import type { BrowserWindowConstructorOptions } from 'electron'

/** Where a window stands; without a corner the system centres it. */
export interface Place {
  width: number
  height: number
  x?: number
  y?: number
}

/** Every window's options. What Electron sets by itself today is said all the same, so that a changed default cannot weaken it. */
export const windowOptions = (place: Place, isPackaged: boolean) =>
  ({
    ...place,
    // A window of half a screen still shows the page as on a telephone.
    minWidth: 400,
    minHeight: 300,
    title: 'BCF digital tracker',
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
      // The checker would fetch its word lists from outside.
      spellcheck: false,
      devTools: !isPackaged,
    },
  }) satisfies BrowserWindowConstructorOptions
