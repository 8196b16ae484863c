import { Button } from '@mantine/core'
import { bindTyped } from '../../../domain/figures/bindTyped.ts'
import type { FigureCheck, FigureVerdict } from '../../../domain/figures/figureChecks.ts'
import { countOf } from '../../lib/format.ts'
import classes from './Figures.module.css'

export interface FindingActs {
  onShow: (check: FigureCheck) => void
  onReplace: (start: number, end: number, words: string) => void
  /** Why a finding was let pass; null where it was not. */
  waiverOf?: (check: FigureCheck) => string | null
  onWaive?: (check: FigureCheck) => void
}

interface FigureFindingsProps extends FindingActs {
  checks: readonly FigureCheck[]
  /** False while the text has changed since it was read: then nothing can be done by its characters. */
  isCurrent: boolean
  text: string
  inserts: 'token' | 'value'
}

/** A finding is told by its mark and its words, never by its colour alone. */
const marks: Record<FigureVerdict, readonly [mark: string, words: string]> = {
  bound: ['✓', 'Linked'],
  agrees: ['○', 'Agrees, not linked'],
  'dead-token': ['✕', 'Stands for nothing'],
  disagrees: ['✕', 'Does not agree'],
  thousandfold: ['✕', 'A thousand times off'],
  sum: ['✕', 'Does not add up'],
  funder: ['!', 'Funder'],
  unknown: ['?', 'Not known'],
}

/** What was found in the figures of one text: first what stops the report, then what to know; what is linked is only counted. */
export function FigureFindings(props: FigureFindingsProps) {
  const { checks, isCurrent, text, inserts, onShow, onReplace, waiverOf, onWaive } = props
  const count = (verdict: FigureVerdict) => checks.filter((check) => check.verdict === verdict).length
  const [bound, agreeing] = [count('bound'), count('agrees')]
  const isOpen = (check: FigureCheck) => check.stops && (waiverOf?.(check) ?? null) === null
  const open = checks.filter(isOpen).length
  const shown = checks
    .filter(({ verdict, stops }) => verdict !== 'bound' && (inserts === 'token' || stops))
    .toSorted((one, other) => Number(isOpen(other)) - Number(isOpen(one)) || one.start - other.start)
  const counts = [
    bound === 0 ? '' : `${countOf(bound, 'figure is', 'figures are')} linked to the ledger`,
    agreeing === 0 ? '' : `${countOf(agreeing, 'figure agrees', 'figures agree')} with it as typed`,
    open === 0 ? '' : countOf(open, 'does not agree', 'do not agree'),
    isCurrent ? '' : 'reading the text again',
  ]
  if (checks.length === 0) return null
  return (
    <div className={classes.findings}>
      <p className={classes.note} role="status">
        {counts.filter((words) => words !== '').join('; ')}
      </p>
      {shown.length > 0 && (
        <ul className={classes.findingList}>
          {shown.map((check) => {
            const [mark, words] = marks[check.verdict]
            const waived = waiverOf?.(check) ?? null
            const value = check.replacement
            const isReplaceable = inserts === 'token' ? bindTyped(text, check) !== null : value !== null
            return (
              <li key={`${check.start} ${check.verdict}`} className={classes.finding} data-stops={isOpen(check)}>
                <span className={classes.mark} aria-hidden="true">
                  {waived === null ? mark : '–'}
                </span>
                <span className={classes.words}>
                  <strong>{check.printed}</strong> · {waived === null ? words : `Let pass: ${waived}`}
                  <span className={classes.sentence}>{check.sentence}</span>
                </span>
                <span className={classes.findingActs}>
                  <Button size="compact-xs" variant="default" disabled={!isCurrent} onClick={() => onShow(check)}>
                    Show
                  </Button>
                  {isReplaceable && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      disabled={!isCurrent}
                      onClick={() =>
                        onReplace(check.start, check.end, inserts === 'token' ? `{{${check.token}}}` : (value ?? ''))
                      }
                    >
                      {inserts === 'value' ? `Write ${value}` : check.stops ? `Link, as ${value}` : 'Link'}
                    </Button>
                  )}
                  {check.stops && onWaive && waived === null && check.verdict !== 'dead-token' && (
                    <Button size="compact-xs" variant="default" onClick={() => onWaive(check)}>
                      Let pass
                    </Button>
                  )}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
