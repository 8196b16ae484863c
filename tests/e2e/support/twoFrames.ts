import type { Page } from 'playwright-core'

/** Waits until what the page was about to draw is drawn, and what that made it draw. */
export const twoFrames = async (page: Page): Promise<void> =>
  await page.evaluate(
    () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
  )
