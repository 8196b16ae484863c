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
  funder: ['✕', 'Funder'],
  unknown: ['?', 'Not known'],
}

/** What was found in the figures of one text: first what stops the report, then what to know; what is linked is only counted. */
export function FigureFindings(props: FigureFindingsProps) {
  const { checks, isCurrent, text, inserts, onShow, onReplace, waiverOf, onWaive } = props
  const bound = checks.filter(({ verdict }) => verdict === 'bound').length
  const shown = checks
    .filter(({ verdict }) => verdict !== 'bound' && (inserts === 'token' || verdict !== 'agrees'))
    .toSorted((one, other) => Number(other.stops) - Number(one.stops) || one.start - other.start)
  const agreeing =
    checks.length - bound - checks.filter(({ verdict }) => verdict !== 'bound' && verdict !== 'agrees').length
  if (checks.length === 0) return null
  return (
    <div className={classes.findings}>
      <p className={classes.note} role="status">
        {[
          inserts === 'token' ? `${countOf(bound, 'figure is', 'figures are')} linked to the ledger` : '',
          inserts === 'value' ? `${countOf(agreeing, 'figure agrees', 'figures agree')} with the ledger` : '',
          shown.some(({ stops }) => stops)
            ? `${countOf(shown.filter(({ stops }) => stops).length, 'does not agree', 'do not agree')}`
            : '',
        ]
          .filter(Boolean)
          .join('; ')}
        {isCurrent ? '' : '; reading the text again'}
      </p>
      {shown.length > 0 && (
        <ul className={classes.findingList}>
          {shown.map((check) => {
            const [mark, words] = marks[check.verdict]
            const waived = waiverOf?.(check) ?? null
            const value = check.replacement
            const isReplaceable =
              inserts === 'token' ? bindTyped(text, check) !== null : value !== null && check.verdict !== 'unknown'
            return (
              <li
                key={`${check.start} ${check.verdict}`}
                className={classes.finding}
                data-stops={check.stops && waived === null}
              >
                <span className={classes.mark} aria-hidden="true">
                  {mark}
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
