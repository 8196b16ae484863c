import type { Page } from 'playwright-core'

/** Puts both flavours on the clipboard as another program does, past what a page may write by itself. */
export const copyElsewhere = async (page: Page, text: string, html = ''): Promise<void> => {
  await page.evaluate(
    ([plain = '', rich = '']) => {
      const fill = (event: ClipboardEvent) => {
        event.clipboardData?.setData('text/plain', plain)
        if (rich) event.clipboardData?.setData('text/html', rich)
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      window.addEventListener('copy', fill, { once: true, capture: true })
      document.execCommand('copy')
    },
    [text, html],
  )
}
