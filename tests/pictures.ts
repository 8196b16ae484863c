import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildStale } from '../electron/build.ts'
import { openBrowser } from './support/chromium.ts'
import { root } from './support/runScript.ts'
import { serveTestApp } from './support/serveTestApp.ts'

// Pictures of every screen on the Leeds sample, in all sizes and both schemes, to be looked at: node tests/pictures.ts
// The README's picture: node tests/pictures.ts --readme

const { values } = parseArgs({ options: { readme: { type: 'boolean' }, only: { type: 'string' } } })

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  // The width that is left of 1280 at 400 %, as long as most pages are.
  { width: 320, height: 2400 },
]
const schemes = ['light', 'dark'] as const

buildStale(['renderer'])
const served = await serveTestApp()
const browser = await openBrowser()
try {
  const session = { session: 'pictures' }
  const call = async (operation: string, input: unknown): Promise<unknown> => {
    const body = input === undefined ? {} : { body: JSON.stringify(input) }
    const request = new Request(`${served.origin}/api/${operation}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      ...body,
    })
    const reply = (await (await served.program.fetch(request, session)).json()) as { result?: { data?: unknown } }
    return reply.result?.data
  }
  await call('programme.openSample', undefined)
  const facts = (await call('programme.screen', { asAt: null })) as { schemes: { id: string; name: string }[] }
  const helm = facts.schemes.find((scheme) => scheme.name.startsWith('Helm'))?.id

  const screens: Record<string, string> = {
    start: '/start',
    portfolio: '/portfolio',
    'portfolio-years': '/portfolio?view=years',
    'portfolio-charts': '/portfolio?view=charts',
    scheme: `/schemes/${helm}`,
    'scheme-money': `/schemes/${helm}?tab=money`,
    'scheme-delivery': `/schemes/${helm}?tab=delivery`,
    'scheme-closure': `/schemes/${helm}?tab=closure`,
    'scheme-history': `/schemes/${helm}?tab=history`,
    funding: '/money/funding',
    'funding-printed': '/money/funding?show=printed',
    waterfall: '/money/funding/waterfall',
    swap: '/money/funding/swap',
    pipeline: '/pipeline',
    authority: '/money/authority',
    'authority-by-year': '/money/authority?list=year',
    inbox: '/inbox',
    meetings: '/meetings',
    checks: '/checks',
    reports: '/reports',
    'report-decision': '/reports/decision-report',
    'report-funding': '/reports/funding-and-cash-flow',
    'report-one-pager': '/reports/one-pager',
    'reports-issued': '/reports/issued',
    'reports-verify': '/verify',
    benefits: '/benefits',
    risks: '/risks',
    lessons: '/lessons',
    audit: '/audit',
    programme: '/programme',
    themes: '/programme/themes',
    schemes: '/programme/schemes',
    organisations: '/programme/organisations',
    changes: '/changes',
    'new-change': '/changes/new',
    scenarios: '/scenarios',
    decisions: '/decisions',
    'new-decision': '/decisions/new',
    boards: '/admin/boards',
    routes: '/admin/routes',
    rules: '/admin/rules',
    'as-at': '/portfolio?asAt=2020-08-21',
    'save-a-copy': '/file/copy',
    keys: '/keys',
    words: '/words',
    settings: '/settings',
  }

  const folder = join(root, 'tests', '.out', 'pictures')
  await mkdir(folder, { recursive: true })
  const draw = async (
    address: string,
    file: string,
    size: { width: number; height: number },
    colorScheme: (typeof schemes)[number],
  ) => {
    const page = await browser.newPage({ viewport: size, colorScheme })
    await page.goto(served.url)
    await page.goto(`${served.origin}${address}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.waitForLoadState('networkidle')
    for (const chart of await page.locator('main [role="img"]:has([class*=waiting], svg)').all()) {
      await chart.locator('svg').first().waitFor()
    }
    await page.screenshot({ path: file })
    await page.close()
    console.log(file)
  }

  if (values.readme) {
    await draw('/portfolio', join(root, 'tests', 'golden', 'portfolio.png'), { width: 1280, height: 800 }, 'light')
  } else {
    for (const [name, address] of Object.entries(screens)) {
      if (values.only && !name.startsWith(values.only)) continue
      for (const size of sizes) {
        for (const scheme of schemes) {
          await draw(address, join(folder, `${name}-${size.width}-${scheme}.png`), size, scheme)
        }
      }
    }
  }
} finally {
  await browser.close()
  await served.close()
}
