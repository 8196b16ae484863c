import { BrowserWindow, session } from 'electron'
import { Failure, fail } from '../../domain/errors.ts'
import type { Ports } from '../app/ports.ts'
import { windowOptions } from './windowOptions.ts'

/** Prints by a window that nobody sees, in a session that knows nothing but the page it is given. */
export const electronPrinter = (): NonNullable<Ports['printer']> => {
  let printed = 0
  /** Shows a page, does something with it, and leaves nothing of it behind. */
  const onPage = async <Result>(
    html: string,
    runsScripts: boolean,
    signal: AbortSignal | undefined,
    work: (window: BrowserWindow) => Promise<Result>,
  ): Promise<Result> => {
    if (signal?.aborted) return fail('work-cancelled', {})
    printed += 1
    // Without "persist:" it is kept in memory alone, and each page has one of its own.
    const own = session.fromPartition(`print-${printed}`)
    own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
    own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== address && !url.startsWith('data:') }))
    own.on('will-download', (event) => event.preventDefault())
    own.protocol.handle('app', () => new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } }))
    const options = windowOptions(size, true)
    const window = new BrowserWindow({
      ...options,
      webPreferences: { ...options.webPreferences, session: own, javascript: runsScripts },
    })
    const stop = () => window.destroy()
    signal?.addEventListener('abort', stop)
    try {
      await window.loadURL(address)
      return await work(window)
    } catch {
      throw new Failure(signal?.aborted ? 'work-cancelled' : 'not-printed', {})
    } finally {
      signal?.removeEventListener('abort', stop)
      if (!window.isDestroyed()) window.destroy()
    }
  }
  return {
    toPdf: (html, signal) =>
      onPage(html, false, signal, async ({ webContents }) => {
        const bytes = await webContents.printToPDF({
          printBackground: true,
          preferCSSPageSize: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        })
        return new Uint8Array(bytes)
      }),
    toDom: (html, signal) =>
      onPage(html, true, signal, async ({ webContents }) => {
        const dom: unknown = await webContents.executeJavaScript('document.documentElement.outerHTML')
        return typeof dom === 'string' ? dom : fail('not-printed', {})
      }),
  }
}

/** Wider than any chart. In pixels. */
const size = { width: 1200, height: 1600 }

/** One of this program's own, so that a window may show it. */
const address = 'app://bcf/print'
