import { Button, Menu } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { keysOf, useChangedKeys } from '../lib/keptKeys.ts'
import { useSession } from '../lib/session.ts'
import classes from './ProgrammeBar.module.css'
import { openPalette } from './palette/paletteState.ts'
import { UserMenu } from './UserMenu.tsx'

interface ProgrammeBarProps {
  isNavigationOpen: boolean
  onNavigation: () => void
}

/** The name of the programme, who acts, and what concerns the file as a whole. */
export function ProgrammeBar({ isNavigationOpen, onNavigation }: ProgrammeBarProps) {
  const { programme } = useSession()
  const changed = useChangedKeys()
  return (
    <div className={classes.bar} data-menu={isNavigationOpen}>
      <button
        type="button"
        className={classes.menuButton}
        aria-expanded={isNavigationOpen}
        aria-controls="navigation"
        onClick={onNavigation}
      >
        Menu
      </button>
      <Link to="/portfolio" className={classes.product}>
        BCF digital tracker
      </Link>
      <p className={classes.programme}>
        {programme?.name} <span className={`figures ${classes.number}`}>{programme?.capitalSchemeNumber}</span>
        {programme?.isSample && <span className={classes.sample}>Sample: nobody signs in</span>}
      </p>
      <button type="button" className={classes.search} aria-haspopup="dialog" onClick={() => openPalette()}>
        Search or do… <kbd className={classes.key}>{keysOf('search', changed)[0]}</kbd>
      </button>
      <div className={classes.end}>
        <FileMenu />
        <UserMenu />
      </div>
    </div>
  )
}

function FileMenu() {
  const navigate = useNavigate()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button className={classes.button} variant="transparent" size="compact-sm">
          File ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void navigate({ to: '/file/copy' })}>Save a copy</Menu.Item>
        <Menu.Item onClick={() => void navigate({ to: '/start' })}>Open or start another programme</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
