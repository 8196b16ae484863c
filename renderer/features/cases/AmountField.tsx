import { useState } from 'react'
import { type Pence, parseAmount } from '../../../domain/money.ts'
import { findRefusal } from '../../lib/findRefusal.ts'
import { useView } from '../../lib/useView.ts'
import { AmountInput } from '../../ui/AmountInput.tsx'
import { editableText } from '../../ui/editableText.ts'

interface AmountFieldProps {
  field: string
  label: string
  /** Pence; null while it is not known. */
  amount: Pence | null
  onAmount: (amount: Pence | null) => void
}

/** An amount of a case. What cannot be read as one stays in the field, and says so. */
export function AmountField({ field, label, amount, onAmount }: AmountFieldProps) {
  const { view } = useView()
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? (amount === null ? '' : editableText(amount, view.unit))
  const error = shown.trim() === '' ? undefined : findRefusal(() => parseAmount(shown, view.unit))
  const type = (text: string) => {
    setTyped(text)
    if (text.trim() === '') onAmount(null)
    else if (findRefusal(() => parseAmount(text, view.unit)) === undefined) onAmount(parseAmount(text, view.unit))
  }
  return (
    <AmountInput
      id={`field.${field}`}
      label={label}
      unit={view.unit}
      value={shown}
      error={error}
      onChange={type}
      onBlur={() => error === undefined && setTyped(null)}
    />
  )
}
