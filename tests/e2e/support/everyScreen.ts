import { readFileSync } from 'node:fs'
import { schemeNamed } from './leeds.ts'
import type { Screens } from './screens.ts'

const router = readFileSync(new URL('../../../renderer/app/router.tsx', import.meta.url), 'utf8')

/** The paths of all routes, read from the router itself, so that a new screen cannot be forgotten. */
export const routePaths: readonly string[] = [...router.matchAll(/path: '([^']+)'/g)].map(([, path = '']) => path)

/** More than one address of a path that looks different by what stands in the address. */
const furtherViews: Record<string, string[]> = {
  '/start': ['?step=name', '?step=first-year', '?step=open'],
  '/portfolio': ['?view=years', '?view=charts', '?asAt=2020-08-21'],
  '/money/funding': ['?show=printed'],
  '/schemes/$id': ['?tab=money', '?tab=history'],
}

/** An address of every screen and of its views, for the Leeds sample that is open; and one that no screen has. */
export const everyAddress = async (screens: Screens): Promise<string[]> => {
  const scheme = await schemeNamed(screens, 'Helm Person Held Record')
  const { decisions } = (await screens.call('programme.screen', { asAt: null })) as { decisions: { id: string }[] }
  const parameters: Record<string, string> = {
    '/schemes/$id': scheme,
    '/decisions/$id': decisions.at(-1)?.id ?? '',
    '/programme/close/$year': '2020',
  }
  return [
    ...routePaths
      // The root leads on to the portfolio.
      .filter((path) => path !== '/')
      .flatMap((path) => {
        const address = path.replace(/\$\w+$/, parameters[path] ?? 'no-parameter')
        return [address, ...(furtherViews[path] ?? []).map((search) => address + search)]
      }),
    '/no-such-page',
  ]
}
