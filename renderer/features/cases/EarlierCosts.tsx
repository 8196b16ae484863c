import { Button, NativeSelect } from '@mantine/core'
import { formatYear } from '../../../domain/financialYear.ts'
import { Nature } from '../../../domain/ledger/entry.ts'
import { focusLater } from '../../lib/focusLater.ts'
import { errorAt } from '../../lib/readText.ts'
import { useView } from '../../lib/useView.ts'
import { AmountInput } from '../../ui/AmountInput.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import classes from './Cases.module.css'
import type { EntryFacts } from './caseFacts.ts'
import { costField, type EarlierCost } from './earlierDraft.ts'
import { newLineId } from './newLineId.ts'
import { yearsOf } from './yearsOf.ts'

interface EarlierCostsProps {
  facts: EntryFacts
  costs: readonly EarlierCost[]
  errors: readonly FieldError[]
  onCosts: (costs: readonly EarlierCost[]) => void
}

/** What the source says that the case costs, a line for each year and source. */
export function EarlierCosts({ facts, costs, errors, onCosts }: EarlierCostsProps) {
  const { view } = useView()
  const years = yearsOf(facts.years, [])
  const change = (key: string, part: Partial<EarlierCost>) =>
    onCosts(costs.map((cost) => (cost.key === key ? { ...cost, ...part } : cost)))
  const add = () => {
    const last = costs.at(-1)
    const line: EarlierCost = {
      key: newLineId(),
      startYear: Math.min((last?.startYear ?? facts.years.startYear - 1) + 1, facts.years.endYear),
      sourceId: last?.sourceId ?? '',
      nature: last?.nature ?? 'capital',
      amount: '',
      unit: view.unit,
    }
    onCosts([...costs, line])
    focusLater(costField(line))
  }
  return (
    <fieldset className={classes.choices}>
      <legend>What it costs</legend>
      {costs.length === 0 && <p>No costs are entered.</p>}
      {costs.map((cost, at) => (
        <div key={cost.key} className={classes.row}>
          <AmountInput
            id={costField(cost)}
            label={`Amount ${at + 1}`}
            unit={cost.unit}
            value={cost.amount}
            error={errorAt(errors, costField(cost))}
            onChange={(amount) => change(cost.key, { amount, unit: cost.amount === '' ? view.unit : cost.unit })}
          />
          <NativeSelect
            label={`Year ${at + 1}`}
            value={String(cost.startYear)}
            data={years.map((year) => ({ value: String(year), label: formatYear(year) }))}
            onChange={(event) => change(cost.key, { startYear: Number(event.currentTarget.value) })}
          />
          <NativeSelect
            label={`Source ${at + 1}`}
            value={cost.sourceId}
            data={[
              { value: '', label: 'Not stated' },
              ...facts.sources.map(({ id, name }) => ({ value: id as string, label: name })),
            ]}
            onChange={(event) => change(cost.key, { sourceId: event.currentTarget.value })}
          />
          <NativeSelect
            label={`Nature ${at + 1}`}
            value={cost.nature}
            data={[
              { value: 'capital', label: 'Capital' },
              { value: 'revenue', label: 'Revenue' },
            ]}
            onChange={(event) => change(cost.key, { nature: Nature.parse(event.currentTarget.value) })}
          />
          <Button
            variant="default"
            aria-label={`Remove amount ${at + 1}`}
            onClick={() => {
              onCosts(costs.filter(({ key }) => key !== cost.key))
              focusLater('earlier-add-cost')
            }}
          >
            Remove
          </Button>
        </div>
      ))}
      <div className={classes.acts}>
        <Button id="earlier-add-cost" variant="default" onClick={add}>
          Add an amount
        </Button>
      </div>
    </fieldset>
  )
}
