import { NativeSelect, Radio, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Meeting } from '../../../domain/board/meeting.ts'
import { Id } from '../../../domain/id.ts'
import type { FormState } from '../../lib/formState.ts'
import { readFormDay } from '../../lib/readFormDay.ts'
import { errorAt, refuseText } from '../../lib/readText.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DayField } from '../../ui/DayField.tsx'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './Meetings.module.css'
import type { MeetingList } from './meetingFacts.ts'
import { kindWords } from './meetingWords.ts'

interface PlanFormProps {
  boards: MeetingList['boards']
  boardId: Id | null
  forms: FormState
}

/** A meeting on a day, or a written procedure with its last day for answers. */
export function PlanForm({ boards, boardId, forms }: PlanFormProps) {
  const navigate = useNavigate()
  const inUse = boards.filter(({ endedOn }) => endedOn === null)
  const [board, setBoard] = useState<string>(boardId ?? (inUse.length === 1 ? (inUse[0]?.id ?? '') : ''))
  const [kind, setKind] = useState<Meeting['kind']>('meeting')
  const [day, setDay] = useState('')
  const [venue, setVenue] = useState('')
  const plan = useMutation(
    trpc.meetings.plan.mutationOptions({
      onSuccess: ({ value }) => {
        announce('Planned')
        if (value) void navigate({ to: '/meetings/$id', params: { id: value.id } })
      },
      onError: forms.refuse('plan-day'),
    }),
  )
  const isWritten = kind === 'written_procedure'
  const onSubmit = () => {
    const read = readFormDay('plan-day', day, { isNeeded: true })
    const errors = [
      board === '' ? { fieldId: 'plan-board', message: 'Choose the board' } : null,
      read.error,
      refuseText('plan-venue', venue, { label: 'Place', longest: 200 }),
    ].filter((error) => error !== null)
    forms.setErrors(errors)
    if (errors.length > 0 || read.day === null) return
    plan.mutate({ boardId: Id.parse(board), kind, heldOn: read.day, venue: isWritten ? '' : venue.trim() })
  }
  return (
    <InlineForm title="Plan a meeting" submit="Plan" isBusy={plan.isPending} onSubmit={onSubmit} onCancel={forms.close}>
      <div className={classes.fields}>
        <NativeSelect
          id="plan-board"
          label="Board"
          value={board}
          error={errorAt(forms.errors, 'plan-board')}
          data={[{ value: '', label: 'Choose a board' }, ...inUse.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => setBoard(event.currentTarget.value)}
        />
        <Radio.Group
          label="Kind"
          value={kind}
          onChange={(value) => setKind(Meeting.shape.kind.parse(value))}
          description="A written procedure is for what cannot wait: members answer by themselves, with the same quorum."
        >
          <div className={classes.options}>
            {Meeting.shape.kind.options.map((each) => (
              <Radio key={each} value={each} label={kindWords[each]} />
            ))}
          </div>
        </Radio.Group>
        <DayField
          id="plan-day"
          label={isWritten ? 'Last day for answers' : 'Day'}
          text={day}
          error={errorAt(forms.errors, 'plan-day')}
          onText={setDay}
        />
        {!isWritten && (
          <TextInput
            id="plan-venue"
            label="Place"
            autoComplete="off"
            value={venue}
            error={errorAt(forms.errors, 'plan-venue')}
            onChange={(event) => setVenue(event.currentTarget.value)}
          />
        )}
      </div>
    </InlineForm>
  )
}
