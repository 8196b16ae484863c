import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'
import type { Id } from '../../../domain/id.ts'
import type { Role } from '../../../domain/roles.ts'
import { changeSettings } from '../../../electron/app/changeSettings.ts'
import type { Ports } from '../../../electron/app/ports.ts'
import { buildStale } from '../../../electron/build.ts'
import { callingAs } from '../../support/callingAs.ts'
import { openBrowser } from '../../support/chromium.ts'
import { serveTestApp } from '../../support/serveTestApp.ts'
import { watchPage } from '../../support/watchPage.ts'
import { twoFrames } from './twoFrames.ts'

interface PageOptions {
  /** Lets the visitor in without drawing what is seen first: the test goes elsewhere at once. */
  isBlank?: boolean
  colorScheme?: 'light' | 'dark'
  width?: number
  height?: number
}

/** Half as long as what it has as its `source`, and the same: every page takes it in anew. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export type Screens = Awaited<ReturnType<typeof openScreens>>

/** The program served on a free port, and a browser in front of it; the suite that opens it closes it. */
export const openScreens = async (ports: Partial<Ports> = {}) => {
  buildStale(['renderer'])
  const served = await serveTestApp(ports)
  const browser = await openBrowser()
  const faults: string[] = []
  return {
    origin: served.origin,
    folder: served.folder,
    /** What a suite wants to have by it from one test to the next. */
    kept: served.kept,

    /** A page of a new visitor who has been let in. */
    async openPage({
      colorScheme = 'light',
      width = 1280,
      height = 800,
      isBlank = false,
    }: PageOptions = {}): Promise<Page> {
      await changeSettings(served.ports, ({ choices: _, ...settings }) => settings)
      const page = await browser.newPage({ viewport: { width, height }, colorScheme })
      // Nobody waits for what is slow because the machine is busy: only what never comes is a fault.
      page.setDefaultTimeout(60_000)
      await watchPage(page, faults)
      if (isBlank) await page.request.get(served.makeTicketUrl())
      else {
        await page.goto(served.makeTicketUrl())
        await page.getByRole('heading', { level: 1 }).waitFor()
      }
      return page
    },

    /** One operation of the program itself, past the page: what a test looks up, it looks up here. */
    async call(operation: string, input?: unknown): Promise<unknown> {
      const request = new Request(`${served.origin}/api/${operation}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        ...(input === undefined ? {} : { body: JSON.stringify(input) }),
      })
      const response = await served.program.fetch(request, { session: 'test' })
      const reply = (await response.json()) as { result?: { data: unknown } }
      if (!reply.result) throw new Error(`${operation} was refused: ${JSON.stringify(reply)}`)
      return reply.result.data
    },

    /** The operations past the page, with their types: those of a role alone, and those of a person in one of their roles. */
    as: (role: Role) => callingAs(served.program, { session: 'test', role }),
    asPerson: (accountId: Id, role: Role) => callingAs(served.program, { session: accountId, role, accountId }),

    seriousFaults,
    inBothSchemes,

    /** What axe finds so in the light scheme, and in the dark one. */
    faultsInBothSchemes: async (page: Page): Promise<string[]> => {
      const [light, dark] = await inBothSchemes(page, () => seriousFaults(page))
      return [...light, ...dark.map((fault) => `in dark, ${fault}`)]
    },

    /** Throws where any page broke the content-security policy, threw, or wrote an error to the console. */
    async close(): Promise<void> {
      await browser.close()
      await served.close()
      if (faults.length > 0) throw new Error(`The pages of this suite had faults:\n${faults.join('\n')}`)
    },
  }
}

/** What axe finds serious or critical on the page as it stands, each with the elements at fault; by all its rules or by some. */
const seriousFaults = async (page: Page, { rules }: { rules?: string[] } = {}): Promise<string[]> => {
  // The page's policy refuses scripts that are not its own: axe comes in over the debugger instead.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  return await page.evaluate(async (only) => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe }
    // What passes is not put together: on a large page that is most of its work.
    const { violations } = await inPage.run({ resultTypes: ['violations'], ...(only ? { runOnly: only } : {}) })
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`)
  }, rules)
}

/** What is seen of a page in the light scheme, which it has and keeps, and in the dark one. */
const inBothSchemes = async <T>(page: Page, look: () => Promise<T>): Promise<[T, T]> => {
  const light = await look()
  // Without motion a colour is at once what it becomes.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await twoFrames(page)
  const dark = await look()
  await page.emulateMedia({ colorScheme: 'light' })
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  return [light, dark]
}
