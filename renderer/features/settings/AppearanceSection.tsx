import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useId } from 'react'
import {
  type Appearance,
  appearances,
  appearanceWords,
  Density,
  densityWords,
  setDensity,
  useDensity,
} from '../../lib/look.ts'
import classes from './Appearance.module.css'
import { SettingsSection } from './SettingsSection.tsx'

/** Light or dark, and how high rows are. Both act at once and are kept for this person on this computer. */
export function AppearanceSection() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const density = useDensity()
  return (
    <SettingsSection title="Appearance">
      <Choice
        label="Colours"
        value={colorScheme}
        options={appearances.map((value) => ({ value, label: appearanceWords[value] }))}
        onChange={(next) => setColorScheme(next as Appearance)}
      />
      <Choice
        label="Rows of grids"
        value={density}
        options={Density.options.map((value) => ({ value, label: densityWords[value] }))}
        onChange={(next) => setDensity(Density.parse(next))}
      />
    </SettingsSection>
  )
}

interface ChoiceProps {
  label: string
  value: string
  options: { value: string; label: string }[]
  onChange: (next: string) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId()
  return (
    <div className={classes.choice}>
      <span id={id}>{label}</span>
      <SegmentedControl
        aria-labelledby={id}
        size="sm"
        color="blue"
        transitionDuration={0}
        data={options}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}
