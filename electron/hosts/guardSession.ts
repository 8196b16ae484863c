import type { Session } from 'electron'
import { isOwnPage } from './isOwnPage.ts'

/** Refuses every permission, every request to anywhere but the program, and every download that it has not made itself. */
export const guardSession = (session: Session, isPackaged: boolean): void => {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayBeAskedFor(url, isPackaged) }))
  session.on('will-download', (event, item) => {
    if (!isOwnBlob(item.getURL())) event.preventDefault()
  })
}

function mayBeAskedFor(url: string, isPackaged: boolean): boolean {
  // The developer tools, which a packaged program does not have, are pages of Electron's own.
  return isOwnPage(url) || isOwnBlob(url) || url.startsWith('data:') || (!isPackaged && url.startsWith('devtools://'))
}

/** What the page has in memory under its own origin. */
function isOwnBlob(url: string): boolean {
  return url.startsWith('blob:') && isOwnPage(url.slice('blob:'.length))
}
