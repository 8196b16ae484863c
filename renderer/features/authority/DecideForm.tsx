import { Button, Radio, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { formatYear } from '../../../domain/financialYear.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence, sum } from '../../../domain/money.ts'
import { needsPence } from '../../lib/format.ts'
import { errorAt } from '../../lib/readText.ts'
import { useSession } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useAction } from '../../lib/useAction.ts'
import { useView } from '../../lib/useView.ts'
import { CheckAnswers } from '../../ui/CheckAnswers.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import { ActDayField } from './ActDayField.tsx'
import { AmountBox } from './AmountBox.tsx'
import type { ActFormProps } from './actFormProps.ts'
import { fundingPath, linePath } from './amountPaths.ts'
import { changedDecision, type DecideDraft, outcomeWords, proposedDecision, readDecision } from './decideDraft.ts'
import classes from './Request.module.css'
import { placeName } from './registerFacts.ts'

/** The decision of the officer whom the request names, and once more before it is recorded. */
export function DecideForm(props: ActFormProps) {
  const { facts, errors, onErrors, onRefused, onDone, onCancel, isCheck, onCheck } = props
  const { request } = facts
  const [draft, setDraft] = useState<DecideDraft>(() => proposedDecision(facts))
  const decide = useMutation(trpc.requests.decide.mutationOptions())
  const read = readDecision(draft, request)
  const set = (change: Partial<DecideDraft>) => setDraft((before) => changedDecision(facts, before, change))

  if (isCheck && !read.errors) {
    const record = () =>
      decide.mutate(
        { id: request.id, revision: request.revision, ...read.value },
        {
          onError: (error) => onRefused(error),
          onSuccess: ({ value }) =>
            onDone(`Decision recorded: ${outcomeWords[read.value.outcome].toLowerCase()}`, value?.id),
        },
      )
    return (
      <CheckDecided
        {...props}
        value={read.value}
        isBusy={decide.isPending}
        onRecord={record}
        onBack={() => onCheck(false)}
      />
    )
  }
  return (
    <InlineForm
      title="Decision"
      submit="Check the decision"
      isBusy={false}
      onSubmit={() => {
        onErrors(read.errors ?? [])
        if (!read.errors) onCheck(true)
      }}
      onCancel={onCancel}
      takesFocus={false}
    >
      <p className="reading">
        You decide on {formatInSentence(facts.key.amount)}, asked for by request {request.reference}. The report is
        frozen as it is now, and its hash is kept with the decision.
      </p>
      <div className={classes.fields}>
        <Radio.Group
          id="decide-outcome"
          label="What is decided"
          value={draft.outcome}
          error={errorAt(errors, 'decide-outcome')}
          onChange={(outcome) => set({ outcome: outcome as DecideDraft['outcome'] })}
        >
          <div className={classes.choices}>
            {Object.entries(outcomeWords).map(([value, label]) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </div>
        </Radio.Group>
        {draft.outcome === 'approved_as_amended' && <Amended facts={facts} draft={draft} onDraft={set} />}
        <Textarea
          id="decide-wording"
          label="Wording of the decision"
          autosize
          minRows={3}
          value={draft.wording}
          error={errorAt(errors, 'decide-wording')}
          onChange={(event) => set({ wording: event.currentTarget.value })}
        />
        <Textarea
          id="decide-reason"
          label="Reason"
          description="Needed where it is deferred or refused"
          autosize
          minRows={2}
          value={draft.reason}
          error={errorAt(errors, 'decide-reason')}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
        <ActDayField text={draft.on} errors={errors} onText={(on) => set({ on })} />
      </div>
    </InlineForm>
  )
}

type Decided = NonNullable<ReturnType<typeof readDecision>['value']>

interface CheckDecidedProps extends ActFormProps {
  value: Decided
  isBusy: boolean
  onRecord: () => void
  onBack: () => void
}

function CheckDecided({ facts, value, isBusy, onRecord, onBack }: CheckDecidedProps) {
  const { today } = useSession()
  useAction('main', onRecord, { words: 'Record the decision' })
  const amount = value.amended ? sum(value.amended.lines.map((line) => line.amount)) : facts.key.amount
  const gives = value.outcome === 'approved' || value.outcome === 'approved_as_amended'
  return (
    <section className={classes.part} aria-labelledby="check-decision">
      <h2 id="check-decision" className={classes.heading}>
        Check the decision before you record it
      </h2>
      <CheckAnswers
        answers={[
          { label: 'What is decided', value: outcomeWords[value.outcome], onChange: onBack },
          { label: 'Authority given', value: gives ? formatInSentence(amount) : 'None' },
          { label: 'Wording', value: value.wording, onChange: onBack },
          { label: 'Reason', value: value.reason || 'None', onChange: onBack },
          { label: 'Made on', value: formatDay(value.on ?? today), onChange: onBack },
        ]}
      />
      <p className="reading">
        {gives
          ? 'You are about to record this decision. It has to be published before anything follows from it, and nothing may be spent before the call-in window has closed.'
          : 'You are about to record this decision. The request can come back to you, or as a new version.'}
      </p>
      <div className={classes.acts}>
        <Button loading={isBusy} onClick={onRecord}>
          Record the decision
        </Button>
        <Button variant="default" onClick={onBack}>
          Go back and change it
        </Button>
      </div>
    </section>
  )
}

interface AmendedProps {
  facts: ActFormProps['facts']
  draft: DecideDraft
  onDraft: (change: Partial<DecideDraft>) => void
}

/** What is approved instead: each line and what pays for it. More than was asked for needs a new version. */
function Amended({ facts, draft, onDraft }: AmendedProps) {
  const { request, sources } = facts
  const { view } = useView()
  const rows = [
    ...request.lines.map((line) => ({
      path: linePath(line, line.startYear),
      label: `${placeName(facts, line.place)}, ${formatYear(line.startYear)}`,
      asked: line.amount,
    })),
    ...request.funding.map((line) => ({
      path: fundingPath(line.sourceId, line.startYear),
      label: `Paid by ${sources.find(({ id }) => id === line.sourceId)?.name ?? 'a source'}, ${formatYear(line.startYear)}`,
      asked: line.amount,
    })),
  ]
  const pence = needsPence(
    rows.map(({ asked }) => asked),
    view.unit,
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls sideways must be reachable by key.
    <section className={classes.frame} tabIndex={0} aria-label="What is approved instead">
      <table className={classes.table}>
        <caption>What is approved instead, in {view.unit}</caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col" data-align="right">
              Asked for
            </th>
            <th scope="col" data-align="right">
              Approved
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ path, label, asked }) => (
            <tr key={path}>
              <th scope="row">{label}</th>
              <td data-align="right">
                <Figure value={asked} unit={view.unit} pence={pence} />
              </td>
              <td data-align="right">
                <AmountBox
                  id={path}
                  label={`Approved: ${label}`}
                  amount={path in draft.amounts ? (draft.amounts[path] ?? null) : asked}
                  unit={view.unit}
                  onAmount={(amount) => onDraft({ amounts: { ...draft.amounts, [path]: amount } })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
