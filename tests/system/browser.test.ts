import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { buildStale } from '../../electron/build.ts'
import { openBrowser } from '../support/chromium.ts'
import { type ServedTestApp, serveTestApp } from '../support/serveTestApp.ts'
import { watchPage } from '../support/watchPage.ts'
import { attackPage } from './support/attackPage.ts'
import { openOutside } from './support/openOutside.ts'

let served: ServedTestApp
let browser: Browser

beforeAll(async () => {
  buildStale(['renderer'])
  served = await serveTestApp()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

test('the printed address leads to the page, the key stays in neither address nor history, and a reload works', async () => {
  const page = await browser.newPage()
  const failures: string[] = []
  await watchPage(page, failures)
  await page.goto(served.url)
  await page.getByRole('heading').first().waitFor()
  await page.reload()
  await page.getByRole('heading').first().waitFor()
  expect(page.url()).not.toContain('key')
  await page.goBack()
  expect(page.url()).toBe('about:blank')
  expect(failures).toEqual([])
  await page.close()
})

test('words are copied without a permission, which no host need give', async () => {
  const page = await browser.newPage()
  const failures: string[] = []
  await watchPage(page, failures)
  await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'clipboard'))
  const headers = { 'content-type': 'application/json' }
  const openSample = new Request(`${served.origin}/api/programme.openSample`, { method: 'POST', headers })
  await served.program.fetch(openSample, { session: 'test' })
  await page.goto(served.url)
  await page.waitForURL('**/portfolio**')
  await page.getByRole('heading', { level: 1 }).waitFor()
  const address = page.url()
  await page.keyboard.press('Control+Shift+L')
  await page.getByText('Copied: the link to this view').waitFor()
  await page.goto(`${served.origin}/file/copy`)
  const name = page.getByLabel('Name of the copy')
  await name.fill('')
  await name.press('Control+V')
  expect([await name.inputValue(), failures]).toEqual([address, []])
  await page.close()
})

test('nothing that gets into the page runs or calls outside, while without the policy all of it does', async () => {
  const outside = await openOutside()
  const page = await browser.newPage()
  await page.goto(served.url)
  await page.getByRole('heading').first().waitFor()
  await page.evaluate(attackPage, `${outside.origin}/page`)

  const unguarded = await browser.newPage()
  await unguarded.goto(`${outside.origin}/unguarded.html`)
  await unguarded.evaluate(attackPage, `${outside.origin}/unguarded`)
  const ranIn = (where: typeof page) =>
    where.evaluate(() => (globalThis as unknown as { ran: string[] }).ran.toSorted())
  await vi.waitFor(
    async () => expect([await ranIn(unguarded), outside.asked('/unguarded')]).toEqual([codeThatRuns, requestsThatGo]),
    { timeout: 90_000 },
  )

  expect([await ranIn(page), outside.asked('/page')]).toEqual([[], []])
  expect(await page.evaluate(() => document.baseURI)).toBe(page.url())
  await page.close()
  await unguarded.close()
  await outside.close()
})

const codeThatRuns = [
  ...['Function', 'blob script', 'data script', 'eval', 'form', 'fragment', 'frame', 'handler', 'inline script'],
  ...['innerHTML', 'insertAdjacentHTML', 'link', 'onclick', 'onerror', 'ontoggle', 'outerHTML', 'script in a drawing'],
  ...['setHTMLUnsafe', 'srcdoc', 'timer'],
]

const requestsThatGo = [
  ...['audio', 'background', 'base/after', 'beacon', 'embed', 'events', 'fetch', 'font', 'form?', 'iframe', 'img'],
  ...['import', 'module', 'modulepreload', 'object', 'parsed-img', 'ping', 'poster', 'prefetch', 'preload', 'script'],
  ...['socket', 'srcset', 'stylesheet', 'svg-image', 'video', 'worker', 'xhr'],
].map((name) => `/unguarded/${name}`)
