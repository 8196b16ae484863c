import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createApp } from '../../electron/app/app.ts'
import { buildStale } from '../../electron/build.ts'
import { nodePorts } from '../../electron/hosts/nodePorts.ts'
import { serve } from '../../electron/serve.ts'
import { openBrowser } from '../support/chromium.ts'
import { serveGridPage } from '../support/gridPage/serveGridPage.ts'
import { root } from '../support/runScript.ts'
import { compare, median, ROUNDS } from './compare.ts'
import { type Files, SCHEMES } from './files.ts'
import { type Line, ms } from './line.ts'

const KEYS = 20
const ROWS = 10_000

/** Milliseconds from an act in the page until what it changed is on the screen: the frame after the one that it asks for. */
const paintAfter = async (page: Page, act: string, settled: string): Promise<number> =>
  (await page.evaluate(`(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => resolve(undefined)
      channel.port2.postMessage(null)
    }))
    const from = performance.now();
    ${act};
    do await frame()
    while (!(${settled}))
    return performance.now() - from
  })()`)) as number

/** A key press in the grid until it is painted, beside the same grid whose cells are plain words. */
export const gridKeys = async (): Promise<Line[]> => {
  const [served, browser] = [await serveGridPage(), await openBrowser()]
  const open = async (cells: 'money' | 'static') => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(`${served.origin}/?rows=${ROWS}&cells=${cells}`)
    await page.getByRole('gridcell').first().click()
    return page
  }
  const [money, plain] = [await open('money'), await open('static')]
  const press = (page: Page) => async () => {
    const took: number[] = []
    for (let key = 0; key < KEYS; key += 1) {
      const act = `const before = document.activeElement
        before.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }))`
      took.push(await paintAfter(page, act, 'document.activeElement !== before'))
    }
    return median(took)
  }
  const found = await compare({ money: press(money), plain: press(plain) })
  await browser.close()
  await served.close()
  return [
    ms(`key press to paint, ${ROWS.toLocaleString('en-GB')} rows`, found.money, 50),
    ms('key press to paint, the same grid with static cells', found.plain),
    ms('… what the cells add', found.money - found.plain),
  ]
}

/** From the press on the way to it until the portfolio is painted, with the programme open and the page at hand. */
export const portfolioDrawn = async (files: Files, entries: number): Promise<Line[]> => {
  buildStale(['renderer'])
  const ports = nodePorts(join(root, 'dist', 'renderer'), { programmes: files.folder, config: files.folder })
  const program = createApp({ ...ports, log: () => undefined })
  const served = await serve(program, () => undefined)
  await program.open(await files.copy(entries))
  const browser = await openBrowser()
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  await page.goto(served.makeTicketUrl())
  await page.getByRole('treegrid').waitFor()
  const took: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    await page.getByRole('link', { name: 'Organisations' }).click()
    await page.getByRole('heading', { level: 1, name: 'Organisations' }).waitFor()
    const act = `[...document.querySelectorAll('nav a')].find((link) => link.textContent.trim() === 'Portfolio').click()`
    const drawn = await paintAfter(page, act, `document.querySelectorAll('[role=treegrid] tr').length > 10`)
    if (round > 0) took.push(drawn)
  }
  await browser.close()
  await served.close()
  await program.close()
  return [ms(`portfolio of ${SCHEMES} schemes drawn`, median(took), 300)]
}
