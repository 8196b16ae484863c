import { type ReactNode, useCallback, useRef, useState } from 'react'
import { KeysPanel } from '../features/keys/KeysPanel.tsx'
import { Banners } from './Banners.tsx'
import classes from './Frame.module.css'
import { Navigation } from './Navigation.tsx'
import { ProgrammeBar } from './ProgrammeBar.tsx'
import { Palette } from './palette/Palette.tsx'
import { StatusLine } from './StatusLine.tsx'
import { useFrameActions } from './useFrameActions.ts'
import { ViewBar } from './ViewBar.tsx'

interface FrameProps {
  children: ReactNode
  /** The Explain panel while a figure is asked about. */
  aside: ReactNode
}

/** The landmarks of every page of a programme. Only main and the side regions scroll while there is room for that. */
export function Frame({ children, aside }: FrameProps) {
  const [isNavigationOpen, setNavigationOpen] = useState(false)
  const keys = useKeysPanel()
  useFrameActions(keys.toggle)
  return (
    <div className={classes.frame}>
      <header className={classes.header} data-region="header" tabIndex={-1}>
        {/* biome-ignore lint/a11y/useValidAnchor: the address holds the view, so the link moves the focus and leaves no fragment. */}
        <a className={classes.skip} href="#main" onClick={skipToMain}>
          Skip to content
        </a>
        <ProgrammeBar isNavigationOpen={isNavigationOpen} onNavigation={() => setNavigationOpen(!isNavigationOpen)} />
        <ViewBar isMenuOpen={isNavigationOpen} />
        <Banners />
      </header>
      <div className={classes.middle}>
        <Navigation isOpen={isNavigationOpen} onGo={() => setNavigationOpen(false)} />
        <main id="main" className={classes.main} data-region="main" tabIndex={-1}>
          {children}
        </main>
        {(keys.isOpen || aside) && (
          <aside
            className={classes.aside}
            data-region="aside"
            tabIndex={-1}
            aria-label={keys.isOpen ? 'Keys' : 'Explain'}
          >
            {keys.isOpen ? <KeysPanel onClose={keys.close} /> : aside}
          </aside>
        )}
      </div>
      <StatusLine onKeys={keys.toggle} isKeysOpen={keys.isOpen} />
      <Palette />
    </div>
  )
}

/** The list of keys beside the page; closed, the focus is back where it was. */
function useKeysPanel() {
  const [isOpen, setOpen] = useState(false)
  const origin = useRef<Element>(null)
  const close = useCallback(() => {
    setOpen(false)
    const back = origin.current?.isConnected ? origin.current : document.getElementById('main')
    if (back instanceof HTMLElement) back.focus()
  }, [])
  const toggle = () => {
    if (isOpen) return close()
    origin.current = document.activeElement
    setOpen(true)
  }
  return { isOpen, toggle, close }
}

function skipToMain(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
