import { useMutation } from '@tanstack/react-query'
import { addMonths, CalendarDay } from '../../../domain/calendarDay.ts'
import { dayText } from '../../lib/readFormDay.ts'
import { trpc } from '../../lib/trpc.ts'
import { FieldsForm } from '../../ui/FieldsForm.tsx'
import type { ClosureProps } from './ClosureActs.tsx'
import { closureAt, done } from './closureAt.ts'

/** A review six to twelve months after the work is done says what came of it. */
const REVIEW_AFTER_MONTHS = 9

/** A chair accepts the closure report for the board. */
export function AcceptForm({ facts, forms }: ClosureProps) {
  const accept = useMutation(trpc.closures.accept.mutationOptions({ onError: forms.refuse('accept-on') }))
  return (
    <FieldsForm
      id="accept"
      title="Accept the closure report for the board"
      submit="Accept"
      fields={[{ kind: 'day', name: 'on', label: 'Accepted on', ask: 'Enter the day on which the board accepted it' }]}
      initial={{ on: dayText(facts.asAt.day) }}
      forms={forms}
      isBusy={accept.isPending}
      onSubmit={({ on }) =>
        accept.mutate({ ...closureAt(facts.closure.closure), on: CalendarDay.parse(on) }, done(forms, 'Accepted'))
      }
    />
  )
}

/** The benefits go on under an owner. */
export function HandOverForm({ facts, forms }: ClosureProps) {
  const hand = useMutation(trpc.closures.handOver.mutationOptions({ onError: forms.refuse('hand-over-benefitsOwner') }))
  return (
    <FieldsForm
      id="hand-over"
      title="Hand over the benefits"
      submit="Hand over"
      fields={[
        {
          kind: 'text',
          name: 'benefitsOwner',
          label: 'Who looks after the benefits from now on',
          hint: 'An office. Benefits that have an owner keep theirs',
          longest: 200,
          ask: 'Enter the office',
        },
        { kind: 'day', name: 'reviewDueOn', label: 'Review by', ask: 'Enter the day of the review' },
        { kind: 'area', name: 'note', label: 'What is handed over', longest: 2000 },
      ]}
      initial={{ reviewDueOn: dayText(addMonths(facts.asAt.day, REVIEW_AFTER_MONTHS)) }}
      forms={forms}
      isBusy={hand.isPending}
      onSubmit={({ benefitsOwner, reviewDueOn, note }) =>
        hand.mutate(
          {
            ...closureAt(facts.closure.closure),
            benefitsOwner: String(benefitsOwner),
            reviewDueOn: CalendarDay.parse(reviewDueOn),
            note: String(note),
          },
          done(forms, 'Benefits handed over'),
        )
      }
    />
  )
}

/** What the review found; with it the scheme is closed. */
export function ReviewForm({ facts, forms }: ClosureProps) {
  const close = useMutation(trpc.closures.close.mutationOptions({ onError: forms.refuse('review-reviewNote') }))
  return (
    <FieldsForm
      id="review"
      title="Record the review and close the scheme"
      submit="Close the scheme"
      fields={[
        { kind: 'day', name: 'on', label: 'Reviewed on', ask: 'Enter the day of the review' },
        {
          kind: 'area',
          name: 'reviewNote',
          label: 'What the review found',
          longest: 5000,
          ask: 'Enter what the review found',
        },
      ]}
      initial={{ on: dayText(facts.asAt.day) }}
      forms={forms}
      isBusy={close.isPending}
      onSubmit={({ on, reviewNote }) =>
        close.mutate(
          { ...closureAt(facts.closure.closure), on: CalendarDay.parse(on), reviewNote: String(reviewNote) },
          done(forms, `${facts.scheme.name} is closed`),
        )
      }
    />
  )
}
