import { useMutation } from '@tanstack/react-query'
import { formatDay } from '../../../domain/inWords.ts'
import { formatInSentence } from '../../../domain/money.ts'
import { countOf } from '../../lib/format.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { Act } from '../../ui/Act.tsx'
import { DataTable } from '../../ui/DataTable.tsx'
import classes from './Meetings.module.css'
import type { MeetingFacts, ReadyItem } from './meetingFacts.ts'
import type { MeetingForms } from './meetingForm.ts'
import { subjectKindWords } from './meetingWords.ts'

/** The business cases and requests whose route leads to this board, and which stand on no agenda. */
export function ReadyItems({
  facts,
  mayKeep,
  refuse,
}: {
  facts: MeetingFacts
  mayKeep: boolean
  refuse: MeetingForms['refuse']
}) {
  const { meeting, ready, board } = facts
  const add = useMutation(
    trpc.meetings.addItem.mutationOptions({
      onSuccess: ({ value }) => announce(`On the agenda: ${value?.items.at(-1)?.title ?? ''}`),
      onError: refuse(),
    }),
  )
  const onAdd = ({ subjectKind, id: subjectId }: ReadyItem) => {
    const { id, revision } = meeting
    add.mutate({ id, revision, subjectKind, subjectId, title: null, isExempt: false })
  }
  return (
    <section className={classes.section} aria-labelledby="ready-heading">
      <h2 id="ready-heading" className={classes.heading}>
        Ready to come
      </h2>
      <DataTable
        caption={`${readyInWords(ready)} that ${board.name} is asked about next and no agenda has`}
        rows={ready}
        keyOf={({ id }) => id}
        empty={`Nothing waits for ${board.name}. A business case appears here once it is accepted or comes back deferred, and a request once its route leads here.`}
        columns={[
          {
            id: 'title',
            heading: 'What',
            isRowHeading: true,
            sortBy: ({ title }) => title,
            cell: ({ title, reference }) => `${title} (${reference})`,
          },
          {
            id: 'kind',
            heading: 'Kind',
            sortBy: ({ subjectKind }) => subjectKind,
            cell: ({ subjectKind }) => subjectKindWords[subjectKind],
          },
          {
            id: 'since',
            heading: 'Waiting since',
            sortBy: ({ since }) => since ?? '',
            cell: ({ since }) => <span className={classes.day}>{since ? formatDay(since) : 'not stated'}</span>,
          },
          {
            id: 'amount',
            heading: 'Asks for',
            align: 'right',
            sortBy: ({ amount }) => amount,
            cell: ({ amount }) => <span className="figures">{formatInSentence(amount)}</span>,
          },
          ...(mayKeep
            ? [
                {
                  id: 'act',
                  heading: 'Act',
                  cell: (item: ReadyItem) => (
                    <Act words="Add to the agenda" name={item.title} onDo={() => onAdd(item)} />
                  ),
                },
              ]
            : []),
        ]}
      />
    </section>
  )
}

const readyInWords = (ready: readonly ReadyItem[]): string => {
  const requests = ready.filter(({ subjectKind }) => subjectKind === 'authority_request').length
  const cases = countOf(ready.length - requests, 'business case')
  return requests === 0 ? cases : `${cases} and ${countOf(requests, 'request')}`
}
