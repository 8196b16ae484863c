import { NativeSelect } from '@mantine/core'
import { formatYear } from '../../domain/financialYear.ts'
import { spokenYear } from '../lib/format.ts'
import { useSession } from '../lib/session.ts'
import { useView } from '../lib/useView.ts'
import { AsAtChooser } from './AsAtChooser.tsx'
import { InboxLink } from './InboxLink.tsx'
import { UndoMenu } from './UndoMenu.tsx'
import { UnitSwitch } from './UnitSwitch.tsx'
import classes from './ViewBar.module.css'

/** What every screen is drawn for: years, day and unit; and the way back from a change. On a small window the menu holds the first. */
export function ViewBar({ isMenuOpen }: { isMenuOpen: boolean }) {
  return (
    <div className={classes.bar} data-menu={isMenuOpen}>
      <div className={classes.view}>
        <YearsChooser />
        <AsAtChooser />
        <UnitSwitch />
      </div>
      <div className={classes.end}>
        <InboxLink />
        <UndoMenu />
      </div>
    </div>
  )
}

function YearsChooser() {
  const { programme } = useSession()
  const { view, setView } = useView()
  const first = Math.min(view.from, (programme?.startYear ?? view.from) - 1)
  const last = Math.max(view.to, (programme?.endYear ?? view.to) + 1)
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const options = years.map((year) => (
    <option key={year} value={year} aria-label={spokenYear(year)}>
      {formatYear(year)}
    </option>
  ))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in this row.
    <div className={classes.group} role="group" aria-label="Years">
      <label className={classes.label} htmlFor="years-from">
        Years
      </label>
      <NativeSelect
        id="years-from"
        aria-label="Years from"
        size="xs"
        value={view.from}
        onChange={({ currentTarget: { value } }) =>
          setView({ from: Number(value), to: Math.max(Number(value), view.to) })
        }
      >
        {options}
      </NativeSelect>
      <label className={classes.label} htmlFor="years-to">
        to
      </label>
      <NativeSelect
        id="years-to"
        aria-label="Years to"
        size="xs"
        value={view.to}
        onChange={({ currentTarget: { value } }) =>
          setView({ to: Number(value), from: Math.min(Number(value), view.from) })
        }
      >
        {options}
      </NativeSelect>
    </div>
  )
}
