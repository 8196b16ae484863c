import { basename } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'

export interface MenuActs {
  /** Goes to a page of the program. */
  goTo: (address: string) => void
  /** Presses a key in the page, so that an entry does what the key does and nothing of its own. */
  press: (key: string, ...modifiers: ('control' | 'shift')[]) => void
  /** Asks for a file and opens it. */
  pick: () => void
  open: (file: string) => void
  print: () => void
  back: () => void
  forward: () => void
  reload: () => void
}

export interface MenuFacts {
  isMac: boolean
  isPackaged: boolean
  /** Full paths, the last opened first. */
  recentFiles: string[]
}

/** The menu of the window. Keys that it takes itself are none of the page's; the page's are shown and left to it. */
export const menuTemplate = (
  { isMac, isPackaged, recentFiles }: MenuFacts,
  { goTo, press, pick, open, print, back, forward, reload }: MenuActs,
): MenuItemConstructorOptions[] => {
  // On macOS a shown key is always taken by the menu as well, so that the page's are shown on its own list of keys alone.
  const pageKey = (keys: string): MenuItemConstructorOptions =>
    isMac ? {} : { accelerator: keys, registerAccelerator: false }
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const recent: MenuItemConstructorOptions[] = recentFiles.map((file) => ({
    // A single & would underline the letter after it.
    label: `${basename(file)}  (${file})`.replaceAll('&', '&&'),
    click: () => open(file),
  }))

  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        { label: '&New programme', accelerator: 'CmdOrCtrl+N', click: () => goTo('/start?step=name') },
        { label: '&Open…', accelerator: 'CmdOrCtrl+O', click: pick },
        {
          label: 'Open &recent',
          submenu: recent.length > 0 ? recent : [{ label: 'Nothing opened yet', enabled: false }],
        },
        line,
        { label: 'Save a &copy…', accelerator: 'CmdOrCtrl+Shift+S', click: () => goTo('/file/copy') },
        { label: '&Export…', ...pageKey('Ctrl+E'), click: () => press('E', 'control') },
        { label: '&Print…', accelerator: 'CmdOrCtrl+P', click: print },
        line,
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        // Outside a text box these two undo and redo one's last change of the programme.
        isMac ? { role: 'undo' } : { label: '&Undo', ...pageKey('Ctrl+Z'), click: () => press('Z', 'control') },
        isMac
          ? { role: 'redo' }
          : { label: '&Redo', ...pageKey('Ctrl+Shift+Z'), click: () => press('Z', 'control', 'shift') },
        line,
        { role: 'cut', registerAccelerator: false },
        { role: 'copy', registerAccelerator: false },
        { role: 'paste', registerAccelerator: false },
        { role: 'selectAll', registerAccelerator: false },
        line,
        { label: '&Filter the list', ...pageKey('Ctrl+F'), click: () => press('F', 'control') },
      ],
    },
    {
      label: '&View',
      submenu: [
        { label: '&Search or do…', ...pageKey('Ctrl+K'), click: () => press('K', 'control') },
        { label: '&Back', ...(isMac ? {} : { accelerator: 'Alt+Left' }), click: back },
        { label: '&Forward', ...(isMac ? {} : { accelerator: 'Alt+Right' }), click: forward },
        { label: '&Read again', accelerator: 'F5', click: reload },
        line,
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        line,
        { role: 'togglefullscreen' },
        ...(isPackaged ? [] : [line, { role: 'toggleDevTools' } as const]),
      ],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        { label: '&Keys of this screen', ...pageKey('F1'), click: () => press('F1') },
        ...(isMac ? [] : [line, { role: 'about' } as const]),
      ],
    },
  ]
}
