import { VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatDay } from '../../../domain/inWords.ts'
import type { FigureAddress } from '../../lib/explain.ts'
import { unitSpoken } from '../../lib/format.ts'
import { useView } from '../../lib/useView.ts'
import { Figure } from '../../ui/Figure.tsx'
import { FigureButton } from '../../ui/FigureButton.tsx'
import classes from './Scheme.module.css'
import type { SchemeFacts } from './schemeFacts.ts'

/** Allocation less each authority is what is not yet authorised; nothing is drawn for a scheme without an allocation of its own. */
export function AuthorityChain({ facts: { scheme, money } }: { facts: SchemeFacts }) {
  const { view } = useView()
  const { chain } = money
  if (!chain) return null
  const figure: FigureAddress = {
    levels: ['allocation'],
    place: { kind: 'scheme', id: scheme.id },
    withBelow: false,
    from: null,
    to: null,
  }
  const { unit } = view
  return (
    <section aria-labelledby="chain-caption">
      <p id="chain-caption" className={classes.caption}>
        From allocation to authority, <span aria-hidden="true">{unit === '£' ? 'pounds' : unit}</span>
        <VisuallyHidden>{unitSpoken[unit]}</VisuallyHidden>, all years
      </p>
      <ol className={classes.chain}>
        <Step label="Allocation">
          <FigureButton value={chain.allocation} unit={unit} figure={figure} label={`${scheme.name}, allocation`} />
        </Step>
        {chain.authorities.map((step) => (
          <Step
            key={step.decisionId ?? 'no decision'}
            operator={{ shown: '−', spoken: 'less' }}
            label={step.reference === null ? 'Authority, decision not recorded' : `Authority ${step.reference}`}
            note={step.on && `effective ${formatDay(step.on)}`}
          >
            {step.decisionId === null ? (
              <Figure value={step.amount} unit={unit} />
            ) : (
              <FigureButton
                value={step.amount}
                unit={unit}
                figure={{ ...figure, levels: ['authority'], decisionIds: [step.decisionId] }}
                label={`${scheme.name}, authority ${step.reference}`}
              />
            )}
          </Step>
        ))}
        <Step operator={{ shown: '=', spoken: 'equals' }} label="Not yet authorised">
          <FigureButton
            value={chain.notYetAuthorised}
            unit={unit}
            figure={{ ...figure, levels: ['allocation', 'authority'] }}
            label={`${scheme.name}, allocation not yet authorised`}
          />
        </Step>
      </ol>
    </section>
  )
}

interface StepProps {
  operator?: { shown: string; spoken: string }
  label: string
  note?: string | null
  children: ReactNode
}

function Step({ operator, label, note, children }: StepProps) {
  return (
    <li className={classes.step}>
      {operator && (
        <span className={classes.operator}>
          <span aria-hidden="true">{operator.shown}</span>
          <VisuallyHidden>{operator.spoken}</VisuallyHidden>
        </span>
      )}
      <span className={classes.term}>
        <span className={classes.termLabel}>{label}</span>
        <span className={classes.termFigure}>{children}</span>
        {note && <span className={classes.termNote}>{note}</span>}
      </span>
    </li>
  )
}
