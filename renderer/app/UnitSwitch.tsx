import { SegmentedControl } from '@mantine/core'
import { MoneyUnit } from '../../domain/money.ts'
import { useView } from '../lib/useView.ts'
import classes from './ViewBar.module.css'

/** One unit for every amount on the page; sentences keep whole pounds. */
export function UnitSwitch() {
  const { view, setView } = useView()
  return (
    <div className={classes.group}>
      <span className={classes.label} aria-hidden="true">
        Unit
      </span>
      <SegmentedControl
        aria-label="Unit"
        size="xs"
        transitionDuration={0}
        color="blue"
        data={MoneyUnit.options.map((unit) => ({ value: unit, label: unit }))}
        value={view.unit}
        onChange={(unit) => setView({ unit: MoneyUnit.parse(unit) })}
      />
    </div>
  )
}
