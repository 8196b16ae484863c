import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { formatYear } from '../../../domain/financialYear.ts'
import type { FundingSwap } from '../../../domain/funding/fundingSwap.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { errorAt } from '../../lib/readText.ts'
import { useView } from '../../lib/useView.ts'
import { AmountInput } from '../../ui/AmountInput.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import classes from './Planner.module.css'
import type { PlannerFacts } from './plannerFacts.ts'
import { blankSwap, potsOf, readSwap, type SwapDraft } from './swapDraft.ts'

interface SwapFieldsProps {
  name: string
  prefix: string
  facts: PlannerFacts
  errors: readonly FieldError[]
  onErrors: (errors: FieldError[]) => void
  onSwap: (swap: FundingSwap) => void
}

/** Adds a swap to a mix. */
export function SwapFields({ name, prefix, facts, errors, onErrors, onSwap }: SwapFieldsProps) {
  const { view } = useView()
  const [draft, setDraft] = useState<SwapDraft>(blankSwap)
  const pots = potsOf(facts)
  const sourceName = (id: string) => facts.sources.find((source) => source.id === id)?.name ?? ''
  const placeName = (id: string) =>
    id === facts.programme.id ? '' : `, ${facts.places.find((place) => place.id === id)?.name ?? ''}`
  const add = () => {
    const { value, errors: found } = readSwap(draft, { facts, unit: view.unit, prefix })
    onErrors(found ?? [])
    if (!value) return
    onSwap(value)
    setDraft(blankSwap)
  }
  return (
    <div className={classes.fields}>
      <NativeSelect
        id={`${prefix}-from`}
        label={`In the place of, in ${name}`}
        error={errorAt(errors, `${prefix}-from`)}
        value={draft.from}
        data={[
          { value: '', label: 'Choose the money' },
          ...pots.map(({ sourceId, startYear, placeId, nature, amount }, at) => ({
            value: String(at),
            label: `${sourceName(sourceId)} ${formatYear(startYear)}${placeName(placeId)}${nature === 'revenue' ? ', revenue' : ''}: ${formatInSentence(amount)}`,
          })),
        ]}
        onChange={(event) => setDraft({ ...draft, from: event.currentTarget.value })}
      />
      <NativeSelect
        id={`${prefix}-to`}
        label={`Source that pays, in ${name}`}
        error={errorAt(errors, `${prefix}-to`)}
        value={draft.toSourceId}
        data={[
          { value: '', label: 'Choose a source' },
          ...facts.sources.map(({ id, name: source }) => ({ value: id as string, label: source })),
        ]}
        onChange={(event) => setDraft({ ...draft, toSourceId: event.currentTarget.value })}
      />
      <AmountInput
        id={`${prefix}-amount`}
        label={`Amount, in ${name}`}
        unit={view.unit}
        error={errorAt(errors, `${prefix}-amount`)}
        value={draft.amount}
        onChange={(amount) => setDraft({ ...draft, amount })}
      />
      <Button variant="default" onClick={add}>
        {`Add the swap to ${name}`}
      </Button>
    </div>
  )
}
