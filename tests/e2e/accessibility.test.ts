import type { Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf, everyAddress, everyView, routePaths } from './support/everyScreen.ts'
import { goTo, openLeeds } from './support/leeds.ts'
import { openScreens, type Screens } from './support/screens.ts'
import { twoFrames } from './support/twoFrames.ts'

let screens: Screens
let page: Page
/** The requests of the page that have no answer yet. One that began before anybody counted is none of them. */
const open = new Set<Request>()

beforeAll(async () => {
  screens = await openScreens()
  page = await openLeeds(screens, '/portfolio')
  const answered = (request: Request) => void open.delete(request)
  page
    .on('request', (request) => void open.add(request))
    .on('requestfinished', answered)
    .on('requestfailed', answered)
})

afterAll(() => screens?.close())

/** Waits until the page has drawn everything that it asks for, and what it asks for then. */
const settled = async () => {
  for (let quiet = 0; quiet < 3; quiet = open.size === 0 ? quiet + 1 : 0) {
    await twoFrames(page)
  }
}

/** Everything that can be pressed or filled, as a pointer meets it. */
const interactive =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=option], [role=menuitem], [tabindex="0"]'

/**
 * Targets under 24 by 24 pixels that another one stands too near to (2.5.8). A link in a line of text is as high as the text,
 * and a box that its label makes larger counts with the label.
 */
const smallTargets = () =>
  page.evaluate((selector) => {
    const boxes = [...document.querySelectorAll<HTMLElement>(selector)]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => {
        const label = element instanceof HTMLInputElement ? element.closest('label') : null
        const { left, top, width, height } = (label ?? element).getBoundingClientRect()
        return { element, width, height, x: left + width / 2, y: top + height / 2 }
      })
      .filter(({ width, height }) => width > 1 && height > 1)
    const isInText = (element: HTMLElement) =>
      element.tagName === 'A' &&
      getComputedStyle(element).display === 'inline' &&
      element.closest('p, dd, td, th, li, caption')
    return boxes
      .filter(({ element, width, height }) => (width < 24 || height < 24) && !isInText(element))
      .filter((small) =>
        boxes.some(
          (other) =>
            other.element !== small.element &&
            !other.element.contains(small.element) &&
            !small.element.contains(other.element) &&
            Math.hypot(other.x - small.x, other.y - small.y) < 24,
        ),
      )
      .map(
        ({ element, width, height }) =>
          `${Math.round(width)} by ${Math.round(height)}: ${element.outerHTML.slice(0, 100)}`,
      )
  }, interactive)

/** What in the page is not as it was once each thing that takes the focus has had it. */
const changedByFocus = () =>
  page.evaluate(async (selector) => {
    const state = () =>
      `${location.href} ${document.querySelector('h1')?.textContent} ${document.querySelectorAll('main *, aside').length}`
    const before = state()
    for (const element of document.querySelectorAll<HTMLElement>(selector))
      if (element.checkVisibility()) element.focus()
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    return state() === before ? [] : [`from ${before} to ${state()} by the focus alone`]
  }, interactive)

const outline = () =>
  page.evaluate(() => ({
    headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent),
    hasTitle: /^\S.* – BCF digital tracker$/.test(document.title),
    language: document.documentElement.lang,
    mains: document.querySelectorAll('main').length,
    hasNavigation: document.querySelector('nav[aria-label="Screens"]') !== null,
  }))

/** What moves although whoever looks wants no motion. */
const moving = (): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element)
      const durations = `${transitionDuration}, ${animationDuration}`.split(', ').map(Number.parseFloat)
      return durations.some((each) => each > 0) || scrollBehavior === 'smooth' ? [element.outerHTML.slice(0, 80)] : []
    }),
  )

/** What the spacing that readers may set cuts off; the spacing stays on. */
const cutOff = async (): Promise<string[]> => {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    )
    document.adoptedStyleSheets = [sheet]
  })
  return await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element)
        const isSeen = element.offsetWidth > 2 && element.offsetHeight > 2
        const isCutAcross = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1
        const isCutBelow = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1
        return isSeen && element.textContent?.trim() && (isCutAcross || isCutBelow)
      })
      .map((element) => `${element.tagName} ${element.className} ${element.textContent?.slice(0, 40)}`),
  )
}

/** How wide the page is where it has 320 pixels, without the spacing; nothing where it fits. */
const tooWide = async (): Promise<string[]> => {
  await page.setViewportSize({ width: 320, height: 640 })
  await page.evaluate(() => {
    document.adoptedStyleSheets = []
  })
  // Charts are drawn anew for the width that they find.
  const fits = () => document.documentElement.scrollWidth <= 320
  await page.waitForFunction(fits, undefined, { timeout: 20_000 }).catch(() => undefined)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  await page.setViewportSize({ width: 1280, height: 800 })
  return width > 320 ? [`${width} wide`] : []
}

test('the router is read, and an address is known for every screen', async () => {
  expect(routePaths.length).toBeGreaterThan(15)
  expect((await everyAddress(screens)).filter((address) => address.includes('$'))).toEqual([])
})

test.each(everyView)(
  'one heading, a title, nothing serious for axe in either scheme, targets large or apart, nothing changed by the focus, no motion for those who want none, nothing cut off by the spacing that readers may set, and nothing sideways at 320 pixels: %s',
  async (view) => {
    await page.emulateMedia({ colorScheme: 'light' })
    await goTo(screens, page, await addressOf(screens, view))
    await settled()
    expect(await outline()).toEqual({
      headings: [expect.stringMatching(/\S/)],
      hasTitle: true,
      language: 'en-GB',
      mains: 1,
      hasNavigation: !view.startsWith('/start'),
    })
    const light = await screens.seriousFaults(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    // Only the colours differ.
    const dark = await screens.seriousFaults(page, { rules: ['color-contrast'] })
    const [small, changed] = [await smallTargets(), await changedByFocus()]
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    const [moves, cut, sideways] = [await moving(), await cutOff(), await tooWide()]
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    const none = { light: [], dark: [], small: [], changed: [], moves: [], cut: [], sideways: [] }
    expect({ light, dark, small, changed, moves, cut, sideways }).toEqual(none)
  },
)

test('the first press of Tab leads to the content, and each entry of the navigation puts the focus on the heading of its screen', async () => {
  await goTo(screens, page, '/portfolio')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')

  const links = page.getByRole('navigation', { name: 'Screens' }).getByRole('link')
  const wrong: string[] = []
  for (let index = (await links.count()) - 1; index >= 0; index--) {
    const link = links.nth(index)
    const path = new URL((await link.getAttribute('href')) ?? '', screens.origin).pathname
    await link.press('Enter')
    await page.waitForURL((url) => url.pathname === path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const hasFocus = await page
      .waitForFunction(() => document.activeElement?.tagName === 'H1')
      .then(() => true)
      .catch(() => false)
    if (!hasFocus) wrong.push(path)
  }
  expect(wrong).toEqual([])
})

test('what is wrong in a form is said in a summary that takes the focus, in the title, and in the same words at its field', async () => {
  for (const [address, opener, submit] of [
    ['/programme/themes', 'Add a theme', 'Add the theme'],
    ['/programme/schemes', 'Add a scheme', 'Add the scheme'],
    ['/programme/organisations', 'Add an organisation', 'Add the organisation'],
  ] as const) {
    await goTo(screens, page, address)
    await page.getByRole('button', { name: opener, exact: true }).press('Enter')
    await page.getByRole('button', { name: submit, exact: true }).press('Enter')
    const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' })
    await summary.waitFor()
    expect(await summary.evaluate((element) => element === document.activeElement), address).toBe(true)
    expect(await page.title()).toMatch(/^Error: /)
    const line = summary.getByRole('link').first()
    const words = await line.innerText()
    await line.press('Enter')
    const atField = await page.evaluate(() => {
      const field = document.activeElement
      const ids = field?.getAttribute('aria-describedby')?.split(' ') ?? []
      const said = ids.map((id) => document.getElementById(id)?.textContent).join(' ')
      return { said, isInvalid: field?.getAttribute('aria-invalid') }
    })
    expect(atField.said, address).toContain(words)
    expect(atField.isInvalid, address).toBe('true')
  }
})

test('a refusal of the ledger or of a rule stands in the same way in its form, and nothing typed is lost', async () => {
  await goTo(screens, page, '/programme/themes')
  await page.getByRole('button', { name: 'Add a theme', exact: true }).press('Enter')
  await page.keyboard.type('Infrastructure')
  await page.keyboard.press('Control+Enter')
  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' })
  await summary.getByText(/Infrastructure/).waitFor()
  const field = page.getByRole('textbox', { name: 'Name', exact: true })
  expect(await field.inputValue()).toBe('Infrastructure')
  await summary.getByRole('link').first().press('Enter')
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
})

test('at 400 % the list of keys, Explain and the settings take the page’s width and no more, and the focused cell is in view', async () => {
  await page.setViewportSize({ width: 320, height: 640 })
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  await goTo(screens, page, '/portfolio')
  await page.keyboard.press('F1')
  await page.getByRole('complementary', { name: 'Keys' }).waitFor()
  const widths = [await width()]
  await page.keyboard.press('Escape')
  const cell = page.getByRole('row', { name: 'Infrastructure' }).first().getByRole('gridcell').nth(5)
  await cell.focus()
  await page.keyboard.press('ArrowRight')
  const isInView = await page.evaluate(() => {
    const { left, right, top, bottom } = (document.activeElement as HTMLElement).getBoundingClientRect()
    return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight
  })
  await cell.focus()
  await page.keyboard.press('Control+[')
  await page.getByRole('complementary', { name: 'Explain' }).waitFor()
  widths.push(await width())
  expect([...widths, isInView]).toEqual([320, 320, true])
  await page.setViewportSize({ width: 1280, height: 800 })
})
