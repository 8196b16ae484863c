import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { formatInSentence } from '../../../domain/money.ts'
import { allOf, type Cause, type Check, checkStatusWords, statusOf } from '../../lib/checks.ts'
import { countOf } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import type { useForm } from '../../lib/useForm.ts'
import type { PrintedDocument } from '../../ui/PrintedTable.tsx'
import { Severity } from '../../ui/Severity.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { AssignForm } from './AssignForm.tsx'
import classes from './Checks.module.css'
import { Places } from './Places.tsx'
import { WordsForm } from './WordsForm.tsx'

/** The inline form that is open on one cause. */
export interface CheckForm {
  kind: 'assign' | 'answer' | 'close'
  cause: string
  opener: string
}

interface CauseCardProps {
  cause: Cause
  rules: readonly { id: string; name: string; source: string }[]
  printed: readonly PrintedDocument[]
  /** The finding whose places are shown. */
  shownId: string | undefined
  onShow: (id: string | undefined) => void
  forms: ReturnType<typeof useForm<CheckForm>>
}

const tints = { open: 'blue', answered: 'yellow', closed: 'grey' } as const

/** One thing that is wrong: what, why, what follows from it, where it stands, and what people did about it. */
export function CauseCard({ cause, rules, printed, shownId, onShow, forms }: CauseCardProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const mayAct = useMayDo('checks')
  const { main, consequences } = cause
  const { finding, words } = main
  const status = statusOf(cause)
  const rule = rules.find(({ id }) => id === finding.rule)
  const shown = allOf(cause).find((check) => check.finding.id === shownId)
  const form = mayAct && forms.form?.cause === cause.key ? forms.form.kind : undefined
  const key = encodeURIComponent(cause.key)

  // A link from another page leads to this check, and its places are open.
  const isAskedFor = shown !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: only on arrival; later the reader is there already.
  useEffect(() => {
    if (isAskedFor) heading.current?.scrollIntoView({ block: 'start' })
  }, [])

  const act = (kind: CheckForm['kind'], label: string) => (
    <Button
      id={`${kind}-${key}`}
      variant="default"
      size="compact-sm"
      aria-expanded={form === kind}
      onClick={() => (form === kind ? forms.close() : forms.open({ kind, cause: cause.key, opener: `${kind}-${key}` }))}
    >
      {label}
    </Button>
  )

  return (
    <li className={classes.cause} data-severity={finding.severity}>
      <div className={classes.head}>
        <Severity value={finding.severity} />
        <h2 ref={heading} className={classes.what} data-cause tabIndex={-1}>
          {words.what}
        </h2>
        <StatusTag tint={tints[status]} words={checkStatusWords[status]} />
      </div>
      <div className={classes.body}>
        {words.why && <p className={classes.why}>{words.why}</p>}
        <p className={classes.meta}>
          {finding.difference !== null && (
            <span>
              Difference <strong>{formatInSentence(finding.difference)}</strong>
            </span>
          )}
          <span title={rule?.source}>
            {finding.rule}: {rule?.name}
          </span>
          <span>Owner: {main.owner ?? 'nobody yet'}</span>
        </p>
        {main.hasReopened && (
          <p className={classes.reopened}>Open again: its figures have moved since it was dealt with.</p>
        )}
        {main.answer && (
          <p className={classes.said}>
            <strong>Answer:</strong> {main.answer}
          </p>
        )}
        {main.closedBecause && (
          <p className={classes.said}>
            <strong>Closed because:</strong> {main.closedBecause}
          </p>
        )}
        {consequences.length > 0 && (
          <details className={classes.consequences} open={shown !== undefined && shown !== main}>
            <summary>{countOf(consequences.length, 'consequence')}</summary>
            <ul>
              {consequences.map((check) => (
                <li key={check.finding.id}>
                  {check.words.what}{' '}
                  {check.status !== main.status && (
                    <StatusTag tint={tints[check.status]} words={checkStatusWords[check.status]} />
                  )}{' '}
                  <PlacesButton check={check} isShown={shown === check} onShow={onShow} isSmall />
                </li>
              ))}
            </ul>
          </details>
        )}
        <div className={classes.acts}>
          <PlacesButton check={main} isShown={shown === main} onShow={onShow} />
          {mayAct && status !== 'closed' && (
            <>
              {act('assign', main.owner === null ? 'Assign' : 'Assign to another')}
              {allOf(cause).some((check) => check.status === 'open') && act('answer', 'Answer')}
              {act('close', 'Close with a reason')}
            </>
          )}
        </div>
        {form === 'assign' && <AssignForm cause={cause} forms={forms} />}
        {form === 'answer' && <WordsForm kind="answer" cause={cause} forms={forms} />}
        {form === 'close' && <WordsForm kind="close" cause={cause} forms={forms} />}
        {shown && <Places check={shown} printed={printed} />}
      </div>
    </li>
  )
}

interface PlacesButtonProps {
  check: Check
  isShown: boolean
  onShow: (id: string | undefined) => void
  isSmall?: boolean
}

/** What has no figure has no places: its words name them. */
function PlacesButton({ check, isShown, onShow, isSmall = false }: PlacesButtonProps) {
  const { finding } = check
  if (finding.values.length === 0 && finding.printed === null) return null
  return (
    <Button
      variant="default"
      size="compact-sm"
      aria-expanded={isShown}
      aria-label={isSmall ? `${isShown ? 'Hide' : 'Show'} both places: ${check.words.what}` : undefined}
      onClick={() => onShow(isShown ? undefined : finding.id)}
    >
      {isShown ? 'Hide both places' : 'Show both places'}
    </Button>
  )
}
