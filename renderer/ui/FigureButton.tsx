import { useRef } from 'react'
import type { MoneyUnit, Pence } from '../../domain/money.ts'
import { type FigureAddress, useExplain } from '../lib/explain.ts'
import { Figure } from './Figure.tsx'
import classes from './FigureButton.module.css'

interface FigureButtonProps {
  value: Pence
  unit: MoneyUnit
  figure: FigureAddress
  /** What the figure is, for the heading of the explanation and for a screen reader. */
  label: string
}

/** A figure outside a grid that opens what it is made of. */
export function FigureButton({ value, unit, figure, label }: FigureButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  const explain = useExplain()
  return (
    <button
      ref={button}
      type="button"
      className={classes.figure}
      title={`Explain ${label}`}
      onClick={(event) => {
        // A press by key has no place on the screen.
        const takesFocus = event.detail === 0
        if (button.current) explain.ask({ figure, label }, button.current, { takesFocus })
      }}
    >
      <Figure value={value} unit={unit} />
    </button>
  )
}
