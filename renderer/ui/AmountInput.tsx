import { TextInput, type TextInputProps } from '@mantine/core'
import type { MoneyUnit } from '../../domain/money.ts'
import { fullAmount } from './fullAmount.ts'

interface AmountInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type'> {
  value: string
  onChange: (text: string) => void
  unit: MoneyUnit
}

/** A text field for an amount: no arrows, no wheel, and what is typed is said in full pounds beneath. */
export function AmountInput({ value, onChange, unit, ...field }: AmountInputProps) {
  return (
    <TextInput
      {...field}
      inputMode="decimal"
      autoComplete="off"
      className="figures"
      inputWrapperOrder={['label', 'description', 'error', 'input']}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      rightSection={<span aria-hidden="true">{unit}</span>}
      rightSectionWidth="3.5rem"
      rightSectionPointerEvents="none"
      description={fullAmount(value, unit) || field.description}
    />
  )
}
