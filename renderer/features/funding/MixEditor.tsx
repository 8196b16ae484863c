import { Button, Checkbox } from '@mantine/core'
import { formatYear } from '../../../domain/financialYear.ts'
import {
  cheapestOrder,
  type FundingPlan,
  type PlanOutcome,
  planAsItStands,
} from '../../../domain/funding/fundingPlan.ts'
import { messageFor } from '../../../domain/messages.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { announce } from '../../lib/status.ts'
import { Act } from '../../ui/Act.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { moved } from './moved.ts'
import classes from './Planner.module.css'
import type { PlannerFacts } from './plannerFacts.ts'
import { SwapFields } from './SwapFields.tsx'

interface MixEditorProps {
  name: string
  facts: PlannerFacts
  mix: FundingPlan
  outcome: PlanOutcome
  onMix: (mix: FundingPlan) => void
  /** Asks for its swaps; null for whoever may not. */
  onRaise: ((opener: string) => void) | null
  errors: readonly FieldError[]
  onErrors: (errors: FieldError[]) => void
}

/** One mix: who pays first, which source takes the place of which, and which money comes late. */
export function MixEditor({ name, facts, mix, outcome, onMix, onRaise, errors, onErrors }: MixEditorProps) {
  const { sources, faults, isLawful } = outcome
  const nameOf = (id: string) => sources.find((source) => source.id === id)?.name ?? 'a source'
  const prefix = name.toLowerCase().replace(' ', '-')
  const allocated = new Set(facts.pots.map(({ sourceId }) => sourceId))
  const move = (id: FundingPlan['order'][number], by: -1 | 1) => {
    const order = moved(
      sources.map((source) => source.id),
      id,
      by,
    )
    if (order.indexOf(id) === sources.findIndex((source) => source.id === id)) {
      announce(`${nameOf(id)} pays ${by < 0 ? 'first' : 'last'} already`)
      return
    }
    onMix({ ...mix, order })
    announce(`${nameOf(id)} pays as number ${order.indexOf(id) + 1} in ${name}`)
  }
  return (
    <section className={classes.plan} aria-labelledby={`${prefix}-title`}>
      <h2 id={`${prefix}-title`} className={classes.heading}>
        {name}
      </h2>
      <h3 className={classes.subheading}>Who pays first</h3>
      <ol className={classes.rows}>
        {sources.map((source, at) => (
          <li key={source.id}>
            <span>
              {at + 1} {source.name}
            </span>
            <span className={classes.acts}>
              <Act words="Up" name={`${source.name} in ${name}`} onDo={() => move(source.id, -1)} />
              <Act words="Down" name={`${source.name} in ${name}`} onDo={() => move(source.id, 1)} />
            </span>
          </li>
        ))}
      </ol>
      <div className={classes.acts}>
        <Button
          variant="default"
          size="compact-md"
          onClick={() => onMix({ ...mix, order: cheapestOrder(facts.sources) })}
        >
          {`Cheapest order in ${name}`}
        </Button>
        <Button variant="default" size="compact-md" onClick={() => onMix(planAsItStands(facts.sources))}>
          {`Start ${name} again`}
        </Button>
      </div>
      <h3 className={classes.subheading}>Swaps</h3>
      {mix.swaps.length === 0 ? (
        <p className={classes.muted}>No source takes the place of another.</p>
      ) : (
        <ul className={classes.rows}>
          {mix.swaps.map((swap, at) => {
            const fault = faults[at]
            const words = `${formatInSentence(swap.amount)} of ${formatYear(swap.startYear)} from ${nameOf(swap.toSourceId)} in the place of ${nameOf(swap.fromSourceId)}`
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: equal swaps may stand twice, and their order is their identity.
              <li key={at}>
                <span>
                  {words}
                  {fault && <span className={classes.fault}>. Not lawful: {messageFor(fault)}</span>}
                </span>
                <Act
                  words="Remove"
                  name={words}
                  onDo={() => onMix({ ...mix, swaps: mix.swaps.filter((_, index) => index !== at) })}
                />
              </li>
            )
          })}
        </ul>
      )}
      <SwapFields
        name={name}
        prefix={prefix}
        facts={facts}
        errors={errors}
        onErrors={onErrors}
        onSwap={(swap) => onMix({ ...mix, swaps: [...mix.swaps, swap] })}
      />
      <h3 className={classes.subheading}>What if money comes a year late?</h3>
      {sources
        .filter(({ id }) => allocated.has(id))
        .map(({ id, name: source }) => (
          <Checkbox
            key={id}
            label={`${source} comes a year late in ${name}`}
            checked={mix.lateSourceIds.includes(id)}
            onChange={(event) =>
              onMix({
                ...mix,
                lateSourceIds: event.currentTarget.checked
                  ? [...mix.lateSourceIds, id]
                  : mix.lateSourceIds.filter((each) => each !== id),
              })
            }
          />
        ))}
      {onRaise && mix.swaps.length > 0 && isLawful && (
        <div>
          <Button id={`${prefix}-raise`} onClick={() => onRaise(`${prefix}-raise`)}>
            {`Ask for the swaps of ${name}`}
          </Button>
        </div>
      )}
    </section>
  )
}
