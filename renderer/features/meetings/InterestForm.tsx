import { Checkbox, NativeSelect, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Interest } from '../../../domain/board/meeting.ts'
import { Id } from '../../../domain/id.ts'
import { errorAt, readOf, refuseText } from '../../lib/readText.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { InlineForm } from '../../ui/InlineForm.tsx'
import classes from './Meetings.module.css'
import type { MeetingFacts } from './meetingFacts.ts'
import type { MeetingForms } from './meetingForm.ts'
import { interestWords } from './meetingWords.ts'

/** An interest of one's own, or one that the secretary takes down for a member. */
export function InterestForm({ facts, forms }: { facts: MeetingFacts; forms: MeetingForms }) {
  const { meeting, seats } = facts
  const takesDown = useMayDo('meeting')
  const items = meeting.items.filter(({ isConfirmed }) => !isConfirmed)
  // An alternate may stand in for more than one member.
  const people = new Map<Id, string>(
    seats.flatMap((seat) => [
      [seat.accountId, seat.title] as const,
      ...seat.alternates.map((each) => [each.accountId, each.title] as const),
    ]),
  )
  const [itemId, setItemId] = useState<string>(forms.form?.of ?? (items.length === 1 ? (items[0]?.id ?? '') : ''))
  const [accountId, setAccountId] = useState('')
  const [kind, setKind] = useState<Interest['kind']>('organisational')
  const [description, setDescription] = useState('')
  const [withdrew, setWithdrew] = useState(true)
  const declare = useMutation(
    trpc.meetings.declareInterest.mutationOptions({
      onSuccess: () => {
        announce('Interest declared')
        forms.close()
      },
      onError: forms.refuse(takesDown ? 'interest-who' : 'interest-item'),
    }),
  )
  const onSubmit = () => {
    const read = readOf({ description: description.trim() }, [
      itemId === '' ? { fieldId: 'interest-item', message: 'Choose the item that it is about' } : null,
      takesDown && accountId === '' ? { fieldId: 'interest-who', message: 'Choose whose interest it is' } : null,
      refuseText('interest-what', description, {
        label: 'Interest',
        ask: 'Enter what the interest is',
        longest: 1000,
      }),
    ])
    forms.setErrors(read.errors ?? [])
    if (read.errors) return
    const whose = takesDown ? Id.parse(accountId) : null
    declare.mutate({ id: meeting.id, itemId: Id.parse(itemId), kind, withdrew, accountId: whose, ...read.value })
  }
  return (
    <InlineForm
      title="Declare an interest"
      submit="Declare"
      isBusy={declare.isPending}
      onSubmit={onSubmit}
      onCancel={forms.close}
    >
      <div className={classes.fields}>
        <NativeSelect
          id="interest-item"
          label="Item"
          value={itemId}
          error={errorAt(forms.errors, 'interest-item')}
          data={[
            { value: '', label: 'Choose an item' },
            ...items.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChange={(event) => setItemId(event.currentTarget.value)}
        />
        {takesDown && (
          <NativeSelect
            id="interest-who"
            label="Whose interest"
            value={accountId}
            error={errorAt(forms.errors, 'interest-who')}
            data={[
              { value: '', label: 'Choose a member or an alternate' },
              ...[...people].map(([value, label]) => ({ value, label })),
            ]}
            onChange={(event) => setAccountId(event.currentTarget.value)}
          />
        )}
        <NativeSelect
          id="interest-kind"
          label="Kind"
          value={kind}
          data={Interest.shape.kind.options.map((each) => ({ value: each, label: interestWords[each] }))}
          onChange={(event) => setKind(Interest.shape.kind.parse(event.currentTarget.value))}
        />
        <Textarea
          id="interest-what"
          label="What the interest is"
          autosize
          minRows={2}
          value={description}
          error={errorAt(forms.errors, 'interest-what')}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
        <Checkbox
          label={takesDown ? 'They leave the room for this item' : 'I leave the room for this item'}
          checked={withdrew}
          onChange={(event) => setWithdrew(event.currentTarget.checked)}
        />
      </div>
    </InlineForm>
  )
}
