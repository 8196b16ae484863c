import { VisuallyHidden } from '@mantine/core'
import { formatMoney, type MoneyUnit, type Pence } from '../../domain/money.ts'
import { type Missing, missingWords, spokenMoney } from '../lib/format.ts'
import classes from './Figure.module.css'

interface FigureProps {
  value: Pence | Missing
  unit: MoneyUnit
  pence?: boolean
}

/** An amount in the unit shown, or the way in which it is missing. Brackets are read as "minus". */
export function Figure({ value, unit, pence = false }: FigureProps) {
  if (typeof value === 'string') {
    const words = missingWords[value]
    return <Heard className={classes.missing} shown={words.shown} spoken={words.spoken} />
  }
  const shown = formatMoney(value, unit, { pence })
  return <Heard className={classes.figure} shown={shown} spoken={spokenMoney(value, unit, { pence })} />
}

function Heard({ className, shown, spoken }: { className: string | undefined; shown: string; spoken: string }) {
  if (shown === spoken) return <span className={className}>{shown}</span>
  return (
    <span className={className}>
      <span aria-hidden="true">{shown}</span>
      <VisuallyHidden>{spoken}</VisuallyHidden>
    </span>
  )
}
