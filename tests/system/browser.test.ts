import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildStale } from '../../electron/build.ts'
import { openBrowser } from '../support/chromium.ts'
import { type ServedTestApp, serveTestApp } from '../support/serveTestApp.ts'

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
  page.on('pageerror', (error) => failures.push(error.message))
  page.on('console', (message) => message.type() === 'error' && failures.push(message.text()))
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

test('nothing that gets into the page runs or calls outside', async () => {
  const page = await browser.newPage()
  const outside: string[] = []
  await page.route(
    (url) => url.origin !== served.origin,
    async (route) => {
      outside.push(route.request().url())
      await route.abort()
    },
  )
  await page.goto(served.url)
  await page.getByRole('heading').first().waitFor()
  const ran = await page.evaluate(async (origin) => {
    const marks = window as unknown as { ran: string[] }
    marks.ran = []
    const add = (html: string) => document.body.append(document.createRange().createContextualFragment(html))
    add('<img src="/none.png" onerror="ran.push(\'handler\')">')
    add('<script>ran.push("inline")</script>')
    add('<script src="https://evil.example/x.js"></script>')
    add('<script src="data:text/javascript,ran.push(%22data%22)"></script>')
    add('<iframe srcdoc="<script>parent.ran.push(\'frame\')</script>"></iframe>')
    add('<a href="javascript:ran.push(\'link\')" id="link">x</a>')
    add('<form action="https://evil.example/" id="form"><input name="a"></form>')
    add('<base href="https://evil.example/">')
    add('<img src="https://evil.example/x.png">')
    add('<link rel="stylesheet" href="https://evil.example/x.css">')
    document.querySelector<HTMLElement>('#link')?.click()
    document.querySelector<HTMLFormElement>('#form')?.submit()
    // A text handed to a timer is what eval is; eval itself is let through for whoever drives the browser.
    setTimeout('ran.push("eval")')
    await fetch('https://evil.example/').catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 300))
    return [marks.ran, document.baseURI.startsWith(origin)]
  }, served.origin)
  expect([ran, outside]).toEqual([[[], true], []])
  await page.close()
})
