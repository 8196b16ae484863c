import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { FormState } from '../../lib/formState.ts'
import { readFormDay } from '../../lib/readFormDay.ts'
import { errorAt, refuseText } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './Changes.module.css'
import type { ChangeFacts } from './changeFacts.ts'

type NoticeRoute = 'none' | 'notice' | 'general_exception' | 'special_urgency'

const noticeWords: Record<NoticeRoute, string> = {
  none: 'No notice: it is no key decision',
  notice: 'Notice, 28 clear days before',
  general_exception: 'General exception, 5 clear days before',
  special_urgency: 'Special urgency',
}

const isNoticeRoute = (text: string): text is NoticeRoute => text in noticeWords

/** The decision of a body or an officer on a change, as the paper says it. */
export function DecisionForm({ change, forms }: { change: ChangeFacts['change']; forms: FormState }) {
  const [reference, setReference] = useState('')
  const [taker, setTaker] = useState('')
  const [madeOn, setMadeOn] = useState('')
  const [publishedOn, setPublishedOn] = useState('')
  const [isCallInEligible, setCallIn] = useState(true)
  const [route, setRoute] = useState<NoticeRoute>('none')
  const [noticeOn, setNoticeOn] = useState('')
  const [agreement, setAgreement] = useState('')
  const [note, setNote] = useState('')
  const record = useMutation(
    trpc.changes.recordDecision.mutationOptions({
      onSuccess: () => {
        announce(`Decision recorded on change ${change.number}`)
        forms.close()
      },
      onError: forms.refuse(),
    }),
  )
  const hasNotice = route !== 'none'

  const onSubmit = () => {
    const made = readFormDay('decided-on', madeOn, { isNeeded: true })
    const published = readFormDay('decision-published-on', publishedOn, { isNeeded: isCallInEligible })
    const noticed = readFormDay('notice-on', noticeOn, { isNeeded: hasNotice })
    const errors = [
      refuseText('decided-reference', reference, {
        label: 'Reference',
        ask: 'Enter the reference of the decision',
        longest: 60,
      }),
      refuseText('decided-by', taker, {
        label: 'Decision taker',
        ask: 'Enter the body or the officer who decided',
        longest: 200,
      }),
      made.error,
      published.error,
      hasNotice ? noticed.error : null,
    ].filter((error) => error !== null)
    forms.setErrors(errors)
    if (errors.length > 0 || made.day === null) return
    record.mutate({
      id: change.id,
      revision: change.revision,
      reference: reference.trim(),
      decisionTaker: taker.trim(),
      madeOn: made.day,
      publishedOn: published.day,
      isCallInEligible,
      note: note.trim(),
      notice: hasNotice && noticed.day ? { route, publishedOn: noticed.day, agreement: agreement.trim() } : null,
    })
  }

  const text = (id: string, value: string, set: (text: string) => void) => ({
    id,
    autoComplete: 'off',
    value,
    error: errorAt(forms.errors, id),
    onChange: (event: { currentTarget: { value: string } }) => set(event.currentTarget.value),
  })

  return (
    <InlineForm
      title="Record the decision"
      submit="Record the decision"
      isBusy={record.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <p className="reading">The change is posted on the day on which the decision takes effect.</p>
      <div className={classes.fields}>
        <TextInput {...text('decided-reference', reference, setReference)} label="Reference" maw="16rem" />
        <TextInput
          {...text('decided-by', taker, setTaker)}
          label="Decision taker"
          description="The role or the body, never a person’s name"
        />
        <DayField
          id="decided-on"
          label="Made"
          text={madeOn}
          error={errorAt(forms.errors, 'decided-on')}
          onText={setMadeOn}
        />
        <Checkbox
          label="It can be called in"
          checked={isCallInEligible}
          onChange={(event) => setCallIn(event.currentTarget.checked)}
        />
        <DayField
          id="decision-published-on"
          label="Published"
          hint={isCallInEligible ? 'The call-in window begins here' : 'Leave it empty if it is not stated'}
          text={publishedOn}
          error={errorAt(forms.errors, 'decision-published-on')}
          onText={setPublishedOn}
        />
        <NativeSelect
          id="notice-route"
          label="How the public was told"
          value={route}
          onChange={(event) => {
            const chosen = event.currentTarget.value
            if (isNoticeRoute(chosen)) setRoute(chosen)
          }}
        >
          {Object.entries(noticeWords).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </NativeSelect>
        {hasNotice && (
          <DayField
            id="notice-on"
            label="Notice published"
            text={noticeOn}
            error={errorAt(forms.errors, 'notice-on')}
            onText={setNoticeOn}
          />
        )}
        {hasNotice && route !== 'notice' && (
          <Textarea
            {...text('notice-agreement', agreement, setAgreement)}
            label="Who agreed, and why it could not wait"
            autosize
            minRows={2}
          />
        )}
        <Textarea {...text('decided-note', note, setNote)} label="Note" autosize minRows={2} />
      </div>
    </InlineForm>
  )
}
