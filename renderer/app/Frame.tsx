import { type ReactNode, useState } from 'react'
import { Banners } from './Banners.tsx'
import classes from './Frame.module.css'
import { Navigation } from './Navigation.tsx'
import { ProgrammeBar } from './ProgrammeBar.tsx'
import { StatusLine } from './StatusLine.tsx'
import { useFrameKeys } from './useFrameKeys.ts'
import { useRegionKeys } from './useRegionKeys.ts'
import { ViewBar } from './ViewBar.tsx'

interface FrameProps {
  children: ReactNode
  /** The Explain panel while a figure is asked about. */
  aside: ReactNode
}

/** The landmarks of every page of a programme. Only main and the side regions scroll while there is room for that. */
export function Frame({ children, aside }: FrameProps) {
  const [isNavigationOpen, setNavigationOpen] = useState(false)
  useRegionKeys()
  useFrameKeys()
  return (
    <div className={classes.frame}>
      <header className={classes.header} data-region="header" tabIndex={-1}>
        {/* biome-ignore lint/a11y/useValidAnchor: the address holds the view, so the link moves the focus and leaves no fragment. */}
        <a className={classes.skip} href="#main" onClick={skipToMain}>
          Skip to content
        </a>
        <ProgrammeBar isNavigationOpen={isNavigationOpen} onNavigation={() => setNavigationOpen(!isNavigationOpen)} />
        <ViewBar />
        <Banners />
      </header>
      <div className={classes.middle}>
        <Navigation isOpen={isNavigationOpen} onGo={() => setNavigationOpen(false)} />
        <main id="main" className={classes.main} data-region="main" tabIndex={-1}>
          {children}
        </main>
        {aside && (
          <aside className={classes.aside} data-region="aside" tabIndex={-1} aria-label="Explain">
            {aside}
          </aside>
        )}
      </div>
      <StatusLine />
    </div>
  )
}

function skipToMain(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
