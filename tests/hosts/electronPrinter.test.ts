import { expect, test, vi } from 'vitest'
import type { BrowserWindow } from '../support/electronStandIn.ts'

vi.mock('electron', () => import('../support/electronStandIn.ts'))

type StandIn = typeof import('../support/electronStandIn.ts')

/** The printer over an Electron that is ready and is told these things. */
const printerOf = async (told: Parameters<StandIn['restart']>[0] = {}) => {
  const electron = (await import('electron')) as unknown as StandIn
  electron.restart(told)
  await electron.app.whenReady()
  const { electronPrinter } = await import('../../electron/hosts/electronPrinter.ts')
  return { printer: electronPrinter(), asked: electron.asked }
}

const optionsOf = (window: BrowserWindow | undefined) =>
  window?.options as { show: boolean; webPreferences: Record<string, unknown> }

test('a page is printed with tags, bookmarks and its own size by a window that nobody sees, without scripts', async () => {
  const { printer, asked } = await printerOf()
  const bytes = await printer.toPdf('<h1>Report</h1>')
  const [window, ...others] = asked.windows
  const { show, webPreferences } = optionsOf(window)
  const { javascript, sandbox, contextIsolation, nodeIntegration, devTools } = webPreferences
  expect({
    text: Buffer.from(bytes).toString(),
    others,
    window: { show, javascript, sandbox, contextIsolation, nodeIntegration, devTools },
    loaded: window?.loaded,
    printed: asked.printed,
    calls: asked.calls,
  }).toEqual({
    text: '%PDF-',
    others: [],
    window: {
      show: false,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      devTools: false,
    },
    loaded: [['app://bcf/print', 200]],
    printed: [
      { printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true },
    ],
    calls: ['ready', 'session', 'destroy'],
  })
})

test('a page that draws itself runs its scripts and gives its markup', async () => {
  const { printer, asked } = await printerOf()
  expect([
    await printer.toDom('<script>draw()</script>'),
    optionsOf(asked.windows[0]).webPreferences.javascript,
  ]).toEqual(['<html><body>drawn</body></html>', true])
})

test('a page may ask for nothing but itself and what it holds', async () => {
  const { printer, asked } = await printerOf()
  await printer.toPdf('<h1>Report</h1>')
  const cancelled = [
    'app://bcf/print',
    'data:image/png;base64,',
    'app://bcf/api/session.screen',
    'https://example.org/',
  ].map((url) => {
    let cancel: boolean | undefined
    asked.beforeRequest?.({ url }, (answer) => {
      cancel = answer.cancel
    })
    return cancel
  })
  expect(cancelled).toEqual([false, false, true, true])
})

test('printing that fails is a refusal and leaves no window', async () => {
  const { printer, asked } = await printerOf({ failsToPrint: true })
  await expect(printer.toPdf('<h1>Report</h1>')).rejects.toMatchObject({ code: 'not-printed' })
  expect(asked.windows.map((window) => window.isDestroyed())).toEqual([true])
})

test('printing that is cancelled closes its window at once', async () => {
  const stopping = new AbortController()
  const { printer, asked } = await printerOf({ whileLoading: () => stopping.abort() })
  await expect(printer.toPdf('<h1>Report</h1>', stopping.signal)).rejects.toMatchObject({ code: 'work-cancelled' })
  await expect(printer.toPdf('<h1>Report</h1>', stopping.signal)).rejects.toMatchObject({ code: 'work-cancelled' })
  expect(asked.windows.map((window) => window.isDestroyed())).toEqual([true])
})
