import { Button, Menu, useMantineColorScheme } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import type { Role } from '../../domain/roles.ts'
import { keysOf, useChangedKeys } from '../lib/keptKeys.ts'
import {
  type Appearance,
  appearances,
  appearanceWords,
  Density,
  densityWords,
  setDensity,
  useDensity,
} from '../lib/look.ts'
import { useSession } from '../lib/session.ts'
import classes from './ProgrammeBar.module.css'
import { openPalette } from './palette/paletteState.ts'
import { useRole } from './useRole.ts'

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
        {programme?.isSample && <span className={classes.sample}>Sample</span>}
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

/** Who acts, and how this person likes the page drawn. */
function UserMenu() {
  const { role, roles, title, actAs } = useRole()
  const density = useDensity()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="bottom-end" width="20rem">
      <Menu.Target>
        <Button className={classes.button} variant="transparent" size="compact-sm">
          Acting as {title} ▾
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown}>
        <Menu.Label className={classes.note}>
          Until sign-in exists, the role you choose is kept with each change.
        </Menu.Label>
        <Menu.RadioGroup value={role} onChange={(wanted) => actAs(wanted as Role)}>
          {roles.map((each) => (
            <Menu.RadioItem key={each.role} value={each.role} closeMenuOnClick>
              {each.title}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>Appearance</Menu.Label>
        <Menu.RadioGroup value={colorScheme} onChange={(next) => setColorScheme(next as Appearance)}>
          {appearances.map((each) => (
            <Menu.RadioItem key={each} value={each}>
              {appearanceWords[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>Rows of grids</Menu.Label>
        <Menu.RadioGroup value={density} onChange={(next) => setDensity(Density.parse(next))}>
          {Density.options.map((each) => (
            <Menu.RadioItem key={each} value={each}>
              {densityWords[each]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
