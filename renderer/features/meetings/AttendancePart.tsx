import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Id } from '../../../domain/id.ts'
import { formatDeadline } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { trpc } from '../../lib/trpc.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { MainButton } from '../../ui/MainButton.tsx'
import { everybodyPresent, withPresence } from './attendanceOf.ts'
import classes from './Meetings.module.css'
import type { MeetingFacts, MeetingSeat } from './meetingFacts.ts'
import type { MeetingForms } from './meetingForm.ts'
import { Quorum } from './Quorum.tsx'
import { useAttendance } from './useAttendance.ts'

/** Who is present, by whom they are represented, and who sent apologies. A tick saves itself. */
export function AttendancePart({ facts, forms }: { facts: MeetingFacts; forms: MeetingForms }) {
  const { meeting, seats, day } = facts
  const { attendance, record } = useAttendance(facts, forms)
  const isOpen = meeting.status === 'planned' || meeting.status === 'agenda_published'
  const isOver = meeting.items.some(({ isConfirmed }) => isConfirmed)
  const mayKeep = useMayDo('meeting') && isOpen && !isOver
  const isWritten = meeting.kind === 'written_procedure'
  const isDay = day >= meeting.heldOn
  const of = (seatId: Id) => attendance.find((each) => each.seatId === seatId)
  const here = (seat: MeetingSeat) => of(seat.id)?.accountId ?? seat.accountId
  const tick = (seat: MeetingSeat, presence: 'present' | 'apologies', isOn: boolean) =>
    record(withPresence(attendance, seat.id, here(seat), isOn ? presence : null))

  return (
    <>
      <Quorum facts={facts} />
      {isWritten && <p>In a written procedure nobody meets: whoever answers takes part.</p>}
      {!isWritten && !isDay && isOpen && (
        <p>Who is present is recorded on the day, {formatDeadline(meeting.heldOn)}. Apologies can be sent before.</p>
      )}
      {isOver && <p>A decision has taken effect, so the attendance stays as it is.</p>}
      <OwnApologies facts={facts} forms={forms} />
      {mayKeep && isDay && !isWritten && (
        <div className={classes.acts}>
          <MainButton onClick={() => record(everybodyPresent(attendance, seats))}>Everybody is present</MainButton>
        </div>
      )}
      <DataTable
        caption="Members on the day of the meeting"
        rows={seats}
        keyOf={({ id }) => id}
        empty="This board has no members on that day. An administrator adds them under Boards."
        columns={[
          {
            id: 'member',
            heading: 'Member',
            isRowHeading: true,
            cell: (seat) => (
              <>
                {seat.title}
                {seat.isChair && ' (chair)'}
              </>
            ),
          },
          { id: 'organisation', heading: 'Organisation', cell: ({ organisation }) => organisation ?? 'none' },
          {
            id: 'present',
            heading: 'Present',
            cell: (seat) =>
              mayKeep && isDay && !isWritten ? (
                <Checkbox
                  aria-label={`Present: ${seat.title}`}
                  checked={of(seat.id)?.presence === 'present'}
                  onChange={(event) => tick(seat, 'present', event.currentTarget.checked)}
                />
              ) : (
                presenceWords(of(seat.id)?.presence)
              ),
          },
          {
            id: 'apologies',
            heading: 'Apologies',
            cell: (seat) =>
              mayKeep && !isWritten ? (
                <Checkbox
                  aria-label={`Apologies: ${seat.title}`}
                  checked={of(seat.id)?.presence === 'apologies'}
                  onChange={(event) => tick(seat, 'apologies', event.currentTarget.checked)}
                />
              ) : of(seat.id)?.presence === 'apologies' ? (
                'sent'
              ) : (
                'none'
              ),
          },
          {
            id: 'who',
            heading: 'Who sits there',
            cell: (seat) => {
              const options = [{ accountId: seat.accountId, title: seat.title }, ...seat.alternates]
              if (!mayKeep || isWritten || seat.alternates.length === 0) {
                return options.find(({ accountId }) => accountId === here(seat))?.title ?? seat.title
              }
              return (
                <NativeSelect
                  aria-label={`Who sits there: ${seat.title}`}
                  value={here(seat)}
                  data={options.map(({ accountId, title }) => ({
                    value: accountId,
                    label: accountId === seat.accountId ? title : `${title}, alternate`,
                  }))}
                  onChange={(event) => {
                    const accountId = Id.parse(event.currentTarget.value)
                    const presence = of(seat.id)?.presence ?? (isDay ? 'present' : null)
                    record(withPresence(attendance, seat.id, accountId, presence))
                  }}
                />
              )
            },
          },
        ]}
      />
    </>
  )
}

const presenceWords = (presence: 'present' | 'apologies' | 'absent' | undefined): string =>
  presence === 'present' ? 'present' : presence === undefined ? 'not recorded' : 'not present'

/** A member's own apologies, sent before the day. */
function OwnApologies({ facts, forms }: { facts: MeetingFacts; forms: MeetingForms }) {
  const { meeting, seats } = facts
  const own = seats.find(({ isOwn }) => isOwn)
  const isMember = useMayDo('vote')
  const send = useMutation(
    trpc.meetings.sendApologies.mutationOptions({
      onSuccess: () => announce('Apologies sent'),
      onError: forms.refuse(),
    }),
  )
  const known = meeting.attendance.find(({ seatId }) => seatId === own?.id)
  const isOpen = meeting.status === 'planned' || meeting.status === 'agenda_published'
  if (!own || !isMember || !isOpen || meeting.kind === 'written_procedure' || known?.presence === 'present') return null
  if (known?.presence === 'apologies') return <p>You have sent apologies.</p>
  return (
    <div className={classes.acts}>
      <Button variant="default" loading={send.isPending} onClick={() => send.mutate({ id: meeting.id })}>
        Send apologies
      </Button>
    </div>
  )
}
