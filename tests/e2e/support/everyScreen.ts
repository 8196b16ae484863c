import { readFileSync } from 'node:fs'
import { schemeNamed } from './leeds.ts'
import type { Screens } from './screens.ts'

const router = readFileSync(new URL('../../../renderer/app/router.tsx', import.meta.url), 'utf8')

/**
 * The paths of all screens, read from the router itself, so that a new one cannot be forgotten. The root is none: it leads on to
 * the portfolio.
 */
export const routePaths: readonly string[] = [...router.matchAll(/path: '([^']+)'/g)]
  .map(([, path = '']) => path)
  .filter((path) => path !== '/')

/** More than one address of a path that looks different by what stands in the address. */
const furtherViews: Record<string, string[]> = {
  '/start': ['?step=name', '?step=first-year', '?step=open'],
  '/portfolio': ['?view=years', '?view=charts', '?asAt=2020-08-21'],
  '/money/funding': ['?show=printed'],
  '/schemes/$id': ['?tab=money', '?tab=history'],
}

/** Every route with each of its views, `/schemes/$id?tab=money`, and an address that no screen has. */
export const everyView: readonly string[] = [
  ...routePaths.flatMap((path) => [path, ...(furtherViews[path] ?? []).map((search) => path + search)]),
  '/no-such-page',
]

/** The address of a view in the Leeds sample that is open. */
export const addressOf = async (screens: Screens, view: string): Promise<string> => {
  const parameter = /\$\w+/.exec(view)?.[0]
  if (parameter === undefined) return view
  const { decisions } = (await screens.call('programme.screen', { asAt: null })) as { decisions: { id: string }[] }
  const values: Record<string, string | undefined> = {
    '/schemes/$id': await schemeNamed(screens, 'Helm Person Held Record'),
    '/decisions/$id': decisions.at(-1)?.id,
    '/programme/close/$year': '2020',
  }
  const path = view.replace(/\?.*$/, '')
  const value = values[path]
  if (value === undefined) throw new Error(`Nobody has said which ${parameter} to look at in ${path}`)
  return view.replace(parameter, value)
}

export const everyAddress = async (screens: Screens): Promise<string[]> =>
  await Promise.all(everyView.map((view) => addressOf(screens, view)))
