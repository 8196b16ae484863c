import type { WebContents } from 'electron'
import { isOwnPage } from './isOwnPage.ts'

/** Keeps whatever shows pages on this program's own: it goes nowhere else, opens no window and holds no other page. */
export const guardContents = (contents: WebContents): void => {
  const stayHome = (details: { url: string; preventDefault: () => void }) => {
    if (!isOwnPage(details.url)) details.preventDefault()
  }
  contents.on('will-navigate', stayHome)
  contents.on('will-frame-navigate', stayHome)
  contents.on('will-redirect', stayHome)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
