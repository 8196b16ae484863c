import { useState } from 'react'
import { formatInSentence, type MoneyUnit, type Pence, parseAmount } from '../../../domain/money.ts'
import { editableText } from '../../ui/editableText.ts'
import classes from './Request.module.css'

interface AmountBoxProps {
  id: string
  label: string
  amount: Pence | null
  unit: MoneyUnit
  onAmount: (amount: Pence | null) => void
}

/** An amount in a cell of a small table. What cannot be read is kept as typed and said beneath; nothing of it is saved. */
export function AmountBox({ id, label, amount, unit, onAmount }: AmountBoxProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (amount === null ? '' : editableText(amount, unit))
  const isBad = typed !== null && readAmount(typed, unit) === undefined
  return (
    <>
      <input
        id={id}
        className={classes.amount}
        aria-label={label}
        aria-invalid={isBad || undefined}
        aria-describedby={isBad ? `${id}-error` : undefined}
        inputMode="decimal"
        autoComplete="off"
        value={shown}
        title={amount === null ? undefined : formatInSentence(amount)}
        onChange={(event) => {
          const text = event.currentTarget.value
          setTyped(text)
          const read = readAmount(text, unit)
          if (read !== undefined) onAmount(read)
        }}
        onBlur={() => {
          if (!isBad) setTyped(null)
        }}
      />
      {isBad && (
        <span id={`${id}-error`} className={classes.bad}>
          Enter only numbers, for example 400.0
        </span>
      )}
    </>
  )
}

/** Null for an empty cell, undefined for what cannot be read. */
const readAmount = (text: string, unit: MoneyUnit): Pence | null | undefined => {
  if (text.trim() === '') return null
  try {
    return parseAmount(text, unit)
  } catch {
    return undefined
  }
}
