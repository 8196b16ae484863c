import type { ConsoleMessage, Page } from 'playwright-core'

/** A refusal is an answer of the program, which Chromium writes to the console all the same. */
const refusal = /^Failed to load resource: the server responded with a status of 4\d\d /

/** Puts into a list what no page may do: throw, write an error to the console, or break the content-security policy. */
export const watchPage = async (page: Page, faults: string[]): Promise<void> => {
  const take = (kind: string, text: string) => faults.push(`${new URL(page.url()).pathname}: ${kind}: ${text}`)
  page.on('pageerror', (error) => take('uncaught', error.stack ?? error.message))
  page.on('crash', () => take('crash', 'the page is gone'))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isRefusal(message)) take('console', message.text())
  })
  // Chromium writes most violations to the console, but not the ones that a policy only reports.
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, sample }) => {
      console.error(`policy broken: ${violatedDirective} by ${blockedURI} in ${sourceFile} ${sample}`)
    })
  })
}

const isRefusal = (message: ConsoleMessage): boolean =>
  refusal.test(message.text()) && /\/(api\/|attachments\/|export$)/.test(new URL(message.location().url).pathname)
