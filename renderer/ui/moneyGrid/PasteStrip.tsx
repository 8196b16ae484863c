import { Button, NativeSelect } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { MoneyUnit } from '../../../domain/money.ts'
import { countOf } from '../../lib/format.ts'
import classes from './PasteStrip.module.css'
import { belowZeroInWords, doubtInWords, overwrittenInWords, planInWords, refusedInWords } from './pasteInWords.ts'
import type { PastePlan } from './planPaste.ts'

/** How many replaced amounts are named before all are asked for, and how many of a kind even then. */
const FIRST_FEW = 3
const MOST_LISTED = 200

interface PasteStripProps {
  /** What would be written into what: `Paste into Portfolio by year`. */
  title: string
  /** The unit of the page, in which amounts are read at first. */
  unit: MoneyUnit
  /** The plan with unmarked amounts read in a unit; kept by its caller until the block or the table changes. */
  planFor: (unit: MoneyUnit) => PastePlan
  isBusy: boolean
  /** Why what was applied has not been saved. */
  problem?: string | undefined
  onApply: (plan: PastePlan) => void
  onCancel: () => void
}

/** Above the grid: what a paste, or an amount typed in doubt, would do and what it refuses, before anything is written. It takes the focus; Esc cancels. */
export function PasteStrip({ title, unit, planFor, isBusy, problem, onApply, onCancel }: PasteStripProps) {
  const [readAs, setReadAs] = useState(unit)
  const [isOpen, setIsOpen] = useState(false)
  const strip = useRef<HTMLElement>(null)
  const id = useId()
  const plan = useMemo(() => planFor(readAs), [planFor, readAs])
  const { writes, refused, overwrites, doubt } = plan
  const listed = refused.length + overwrites.length
  const hidden = Math.max(0, refused.length - 1) + Math.max(0, overwrites.length - FIRST_FEW)

  // The strip itself, and no button of it: Enter pressed once more by habit must not apply a paste in doubt.
  useEffect(() => strip.current?.focus(), [])

  const onKeyDown = (event: KeyboardEvent) => {
    const isMain = event.key === 'Enter' && (event.ctrlKey || event.metaKey)
    if (event.key === 'Escape') onCancel()
    else if (isMain && writes.length > 0 && !isBusy) onApply(plan)
    else if (!isMain) return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <section
      ref={strip}
      className={classes.strip}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-plan`}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <h2 id={`${id}-title`} className={classes.title}>
        {title}
      </h2>
      <div id={`${id}-plan`} className={classes.words}>
        <p>{planInWords(plan)}</p>
        {doubt && <p className={classes.doubt}>{doubtInWords(doubt, readAs)}</p>}
        {plan.belowZero > 0 && <p className={classes.doubt}>{belowZeroInWords(plan.belowZero)}</p>}
        {plan.rounded > 0 && <p>{countOf(plan.rounded, 'amount')} rounded to the penny</p>}
        {overwrites.length > 0 && !isOpen && (
          <>
            <p>{countOf(overwrites.length, 'recorded amount')} will be replaced:</p>
            <ul className={classes.list}>
              {overwrites.slice(0, FIRST_FEW).map((each) => (
                <li key={each.cell}>{overwrittenInWords(each, unit)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by key.
        <section id={`${id}-all`} className={classes.all} tabIndex={0} aria-label="All cells refused or replaced">
          <Listed title={`${countOf(refused.length, 'cell')} refused`} lines={refused.map(refusedInWords)} />
          <Listed
            title={`${countOf(overwrites.length, 'recorded amount')} to be replaced`}
            lines={overwrites.map((each) => overwrittenInWords(each, unit))}
          />
        </section>
      )}
      {problem !== undefined && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <div className={classes.acts}>
        {plan.unmarked > 0 && (
          <span className={classes.readAs}>
            <label htmlFor={`${id}-unit`}>Read as</label>
            <NativeSelect
              id={`${id}-unit`}
              data={MoneyUnit.options}
              value={readAs}
              onChange={({ currentTarget: { value } }) => setReadAs(MoneyUnit.parse(value))}
            />
          </span>
        )}
        {writes.length > 0 && (
          <Button loading={isBusy} onClick={() => onApply(plan)}>
            Apply {writes.length.toLocaleString('en-GB')}
          </Button>
        )}
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        {(hidden > 0 || isOpen) && (
          <Button
            variant="subtle"
            aria-expanded={isOpen}
            aria-controls={isOpen ? `${id}-all` : undefined}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen ? 'Show fewer' : `Show all ${listed.toLocaleString('en-GB')}`}
          </Button>
        )}
      </div>
    </section>
  )
}

function Listed({ title, lines }: { title: string; lines: readonly string[] }): ReactNode {
  if (lines.length === 0) return null
  const [shown, left] = [lines.slice(0, MOST_LISTED), lines.length - MOST_LISTED]
  return (
    <>
      <h3 className={classes.kind}>{title}</h3>
      <ul className={classes.list}>
        {shown.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {left > 0 && <li>and {left.toLocaleString('en-GB')} more</li>}
      </ul>
    </>
  )
}
