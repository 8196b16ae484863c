import { Button } from '@mantine/core'
import { formatInSentence } from '../../../domain/money.ts'
import { surenessWords } from '../../../domain/tieOut/surenessWords.ts'
import { allOf, type Cause, type Check } from '../../lib/checks.ts'
import { countOf } from '../../lib/format.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { RingNumber } from '../../ui/PrintedTable.tsx'
import { Severity } from '../../ui/Severity.tsx'
import classes from './Documents.module.css'
import type { NamedPlace } from './ringsOf.ts'

interface FindingsPartProps {
  causes: readonly Cause[]
  rules: readonly { id: string; name: string }[]
  shownId: string | undefined
  /** The places of the finding that is shown, by their numbers. */
  named: readonly NamedPlace[]
  onShow: (id: string | undefined) => void
}

/** What does not tie, cause by cause: one fault that shows in several places is one thing to look into. */
export function FindingsPart({ causes, rules, shownId, named, onShow }: FindingsPartProps) {
  if (causes.length === 0)
    return (
      <EmptyState>
        Everything ties. {countOf(rules.length, 'rule')} were run over what was read. Look through the tables once more:
        what was not read cannot disagree.
      </EmptyState>
    )
  return (
    <ol className={classes.causes} aria-label="What does not tie, by cause">
      {causes.map((cause) => {
        const { main, consequences } = cause
        const shown = allOf(cause).find(({ finding }) => finding.id === shownId)
        return (
          <li key={cause.key} className={classes.cause} data-severity={main.finding.severity}>
            <div className={classes.causeHead}>
              <Severity value={main.finding.severity} />
              <h3 className={classes.what} data-cause tabIndex={-1}>
                {main.words.what}
              </h3>
            </div>
            {main.words.why && <p>{main.words.why}</p>}
            <p className={classes.note}>
              {main.finding.difference !== null && (
                <>
                  Difference <strong>{formatInSentence(main.finding.difference)}</strong> ·{' '}
                </>
              )}
              {main.finding.rule}: {rules.find(({ id }) => id === main.finding.rule)?.name} ·{' '}
              {surenessWords(main.finding)}
            </p>
            {consequences.length > 0 && (
              <details className={classes.consequences} open={shown !== undefined && shown !== main}>
                <summary>{countOf(consequences.length, 'consequence')}</summary>
                <ul>
                  {consequences.map((check) => (
                    <li key={check.finding.id}>
                      {check.words.what} <ShowButton check={check} isShown={shown === check} onShow={onShow} isSmall />
                    </li>
                  ))}
                </ul>
              </details>
            )}
            <ShowButton check={main} isShown={shown === main} onShow={onShow} />
            {shown && named.length > 0 && (
              <ol className={classes.named}>
                {named.map(({ number, look, label, amount }) => (
                  <li key={number}>
                    <RingNumber look={look} value={number} />
                    {label}
                    {amount !== null && `, ${formatInSentence(amount)}`}:{' '}
                    {look === 'at-fault' ? 'the printed figure that does not agree' : 'explains the difference'}
                  </li>
                ))}
              </ol>
            )}
          </li>
        )
      })}
    </ol>
  )
}

interface ShowButtonProps {
  check: Check
  isShown: boolean
  onShow: (id: string | undefined) => void
  isSmall?: boolean
}

function ShowButton({ check, isShown, onShow, isSmall = false }: ShowButtonProps) {
  return (
    <Button
      variant="default"
      size="compact-sm"
      className={classes.show}
      aria-expanded={isShown}
      aria-label={isSmall ? `${isShown ? 'Hide' : 'Show'} in the document: ${check.words.what}` : undefined}
      onClick={() => onShow(isShown ? undefined : check.finding.id)}
    >
      {isShown ? 'Hide in the document' : 'Show in the document'}
    </Button>
  )
}
