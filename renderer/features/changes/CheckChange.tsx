import { Button } from '@mantine/core'
import type { ChangeRequest } from '../../../domain/change/changeRequest.ts'
import { approverWords, changeKindWords, warningInWords } from '../../../domain/change/changeWords.ts'
import { type FailureReply, messageFor } from '../../../domain/messages.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { CheckAnswers } from '../../ui/CheckAnswers.tsx'
import type { FieldError } from '../../ui/ErrorSummary.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { Page } from '../../ui/Page.tsx'
import { ChangeLines } from './ChangeLines.tsx'
import classes from './Changes.module.css'
import type { ChangeFormFacts, ChangePreview } from './changeFacts.ts'
import { EffectTable } from './EffectTable.tsx'
import { RoutePart } from './RoutePart.tsx'

interface CheckChangeProps {
  change: Pick<ChangeRequest, 'kind' | 'lines' | 'whatChanges' | 'reason' | 'impact'>
  preview: ChangePreview
  facts: ChangeFormFacts
  /** Set where it is tried in a scenario and not sent. */
  isTrial: boolean
  errors: readonly FieldError[]
  isBusy: boolean
  onSend: () => void
  /** Goes back to a field of the form. */
  onChange: (fieldId: string) => void
}

/** The change once more: its lines, what it does, by which route it goes and why. */
export function CheckChange(props: CheckChangeProps) {
  const { change, preview, facts, isTrial, errors, isBusy, onSend, onChange } = props
  const { effect, warnings, route, refusal } = preview
  const at = (fieldId: string) => () => onChange(fieldId)
  return (
    <Page
      title={isTrial ? 'Check the change before you try it' : 'Check the change before you send it'}
      breadcrumbs={<Breadcrumbs to={isTrial ? '/scenarios' : '/changes'} label={isTrial ? 'Scenarios' : 'Changes'} />}
      errors={errors}
    >
      <CheckAnswers
        answers={[
          { label: 'Kind of change', value: changeKindWords[change.kind], onChange: at('change-kind') },
          { label: 'Amount', value: formatInSentence(route.amount) },
          { label: 'What changes', value: change.whatChanges, onChange: at('change-what') },
          { label: 'Reason', value: change.reason, onChange: at('change-reason') },
          {
            label: 'What it means for the work',
            value: change.impact || 'Nothing stated',
            onChange: at('change-impact'),
          },
        ]}
      />
      <section className={classes.part} aria-labelledby="check-lines">
        <h2 id="check-lines" className={classes.heading}>
          What is posted when it is approved
        </h2>
        <ChangeLines caption="Lines" lines={change.lines} names={facts} />
      </section>
      <section className={classes.part} aria-labelledby="check-effect">
        <h2 id="check-effect" className={classes.heading}>
          Effect
        </h2>
        <EffectTable caption="Before and after" {...effect} />
        {warnings.map((warning) => (
          <p key={warningInWords(warning)}>Warning: {warningInWords(warning)}</p>
        ))}
      </section>
      <section className={classes.part} aria-labelledby="check-route">
        <h2 id="check-route" className={classes.heading}>
          Route
        </h2>
        <RoutePart route={route} isOpen />
      </section>
      {refusal && (
        <p className={classes.stop}>
          <strong>Stop: </strong>
          {messageFor(refusal as FailureReply)}.
        </p>
      )}
      <p className="reading">
        {isTrial
          ? 'It is kept in the scenario. No money moves.'
          : route.approver === 'decision'
            ? 'You are about to send this change. It waits until somebody else puts the decision on record.'
            : `You are about to send this change to ${approverWords[route.approver]} and the office above. Nothing is posted before somebody who did not write it approves it.`}
      </p>
      <div className={classes.acts}>
        {!refusal && (
          <MainButton loading={isBusy} onClick={onSend}>
            {isTrial ? 'Try it in the scenario' : 'Send for approval'}
          </MainButton>
        )}
        <Button variant={refusal ? 'filled' : 'default'} onClick={() => onChange('change-kind')}>
          Go back and change it
        </Button>
      </div>
    </Page>
  )
}
