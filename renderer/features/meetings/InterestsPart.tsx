import { Button } from '@mantine/core'
import { useMayDo } from '../../lib/session.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { InterestForm } from './InterestForm.tsx'
import classes from './Meetings.module.css'
import type { MeetingFacts } from './meetingFacts.ts'
import type { MeetingForms } from './meetingForm.ts'
import { interestWords } from './meetingWords.ts'

/** The interests that members have declared, item by item, and what follows from them. */
export function InterestsPart({ facts, forms }: { facts: MeetingFacts; forms: MeetingForms }) {
  const { meeting, board } = facts
  const rows = meeting.items.flatMap((item) => item.interests.map((interest) => ({ item, interest })))
  const isOpen = meeting.status === 'planned' || meeting.status === 'agenda_published'
  const open = meeting.items.filter(({ isConfirmed }) => !isConfirmed)
  const mayDeclare = useMayDo('interest') && isOpen && open.length > 0
  return (
    <>
      <p className="reading">
        Whoever has an interest in an item does not vote on it
        {board.quorum.countsConflicted
          ? ', but counts towards its quorum at this board.'
          : ', does not count towards its quorum, and leaves while it is decided.'}
      </p>
      {forms.form?.kind === 'interest' ? (
        <InterestForm facts={facts} forms={forms} />
      ) : (
        mayDeclare && (
          <div className={classes.acts}>
            <Button
              id="declare-interest"
              variant="default"
              onClick={() => forms.open({ kind: 'interest', opener: 'declare-interest' })}
            >
              Declare an interest
            </Button>
          </div>
        )
      )}
      <DataTable
        caption="Interests declared"
        rows={rows}
        keyOf={({ interest }) => interest.id}
        empty="No interests declared. Members declare theirs, or the secretary takes them down."
        columns={[
          { id: 'who', heading: 'Member', isRowHeading: true, cell: ({ interest }) => interest.title },
          { id: 'item', heading: 'Item', cell: ({ item }) => item.title },
          {
            id: 'what',
            heading: 'Interest',
            cell: ({ interest }) => `${interestWords[interest.kind]}: ${interest.description}`,
          },
          {
            id: 'does',
            heading: 'What follows',
            cell: ({ interest }) =>
              interest.withdrew ? 'Leaves the room, does not vote' : 'Does not vote; still in the room',
          },
        ]}
      />
    </>
  )
}
