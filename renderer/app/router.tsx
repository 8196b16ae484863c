import {
  createRootRoute,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  retainSearchParams,
} from '@tanstack/react-router'
import { SaveCopyScreen } from '../features/file/SaveCopyScreen.tsx'
import { StartScreen, StartSearch } from '../features/firstRun/StartScreen.tsx'
import { KeysScreen } from '../features/keys/KeysScreen.tsx'
import { PortfolioFilter } from '../features/portfolio/filter.ts'
import { PortfolioScreen } from '../features/portfolio/PortfolioScreen.tsx'
import { readAddress, writeAddress } from '../lib/address.ts'
import { ViewSearch } from '../lib/view.ts'
import { ProblemPage } from '../ui/ProblemPage.tsx'
import { App } from './App.tsx'
import { GoTo } from './GoTo.tsx'
import { NoSuchPage } from './NoSuchPage.tsx'

const rootRoute = createRootRoute({
  component: App,
  validateSearch: ViewSearch,
  // Years, unit and day stay in the address from page to page.
  search: { middlewares: [retainSearchParams(['fy', 'unit', 'asAt'])] },
  notFoundComponent: NoSuchPage,
  errorComponent: Problem,
})

const routes = [
  createRoute({ getParentRoute: () => rootRoute, path: '/', component: () => <GoTo to="/portfolio" /> }),
  createRoute({ getParentRoute: () => rootRoute, path: '/start', component: StartScreen, validateSearch: StartSearch }),
  createRoute({ getParentRoute: () => rootRoute, path: '/file/copy', component: SaveCopyScreen }),
  createRoute({ getParentRoute: () => rootRoute, path: '/keys', component: KeysScreen }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/portfolio',
    component: PortfolioScreen,
    validateSearch: PortfolioFilter,
  }),
]

export const router = createRouter({
  routeTree: rootRoute.addChildren(routes),
  parseSearch: readAddress,
  stringifySearch: writeAddress,
  defaultErrorComponent: Problem,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

function Problem({ error, reset }: ErrorComponentProps) {
  return <ProblemPage error={error} onRetry={reset} />
}
