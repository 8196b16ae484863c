import { type Browser, chromium } from 'playwright-core'
import { findChromium } from '../../electron/hosts/findChromium.ts'
import { findHeadlessShell } from '../../electron/hosts/findPrintingChromium.ts'

/** Starts Chromium without a window and with a fresh profile; the test that opens it closes it. */
export const openBrowser = async (): Promise<Browser> => {
  // Without a display nobody sees a difference, and it is a third less work.
  const executablePath = findHeadlessShell() ?? findChromium()
  if (!executablePath) throw new Error('No Chromium was found: npm test installs it where it may.')
  return await chromium.launch({
    executablePath,
    headless: true,
    args: [
      // Chromium has no sandbox for root, and the pages are this program's own.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      // Without these it looks for hosts outside at every start.
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}
