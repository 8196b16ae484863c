import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Id } from '../../../domain/id.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { formatDeadline } from '../../lib/format.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { Breadcrumbs } from '../../ui/Breadcrumbs.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemPage } from '../../ui/ProblemPage.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import { AgendaPart } from './AgendaPart.tsx'
import { AttendancePart } from './AttendancePart.tsx'
import { InterestsPart } from './InterestsPart.tsx'
import classes from './Meetings.module.css'
import { MeetingTabs } from './MeetingTabs.tsx'
import { MinutesPart } from './MinutesPart.tsx'
import type { MeetingFacts } from './meetingFacts.ts'
import type { MeetingForm } from './meetingForm.ts'
import type { MeetingSearch } from './meetingSearch.ts'
import { kindWords, meetingStateWords } from './meetingWords.ts'
import { nextStepOf } from './nextStepOf.ts'
import { PapersPart } from './PapersPart.tsx'
import { partOf } from './partOf.ts'
import { RecordPart } from './RecordPart.tsx'

/** A meeting of a board, or a written procedure, from its agenda to its minutes. */
export function MeetingScreen() {
  const params = useParams({ strict: false })
  const id = Id.safeParse(params.id)
  return id.success ? <MeetingOf id={id.data} /> : <NoMeeting id={params.id ?? ''} />
}

function MeetingOf({ id }: { id: Id }) {
  const { view } = useView()
  const query = useQuery(
    trpc.meetings.screen.queryOptions({ id, asAt: view.asAt }, { placeholderData: keepPreviousData }),
  )
  return (
    <Queried query={query} doing="Reading the meeting">
      {(facts) => <Meeting key={facts.meeting.id} facts={facts} />}
    </Queried>
  )
}

/** For an address that cannot be one of a meeting. */
function NoMeeting({ id }: { id: string }) {
  const failure = { code: 'not-found', detail: { entity: 'meeting', id } }
  return <ProblemPage error={{ data: { failure } }} onRetry={() => location.reload()} />
}

function Meeting({ facts }: { facts: MeetingFacts }) {
  const search: MeetingSearch = useSearch({ strict: false })
  const forms = useForm<MeetingForm>()
  const { meeting, board } = facts
  // The part in which somebody works stays, also where it is not its turn any more.
  const [first] = useState(() => partOf(facts))
  const part = search.part ?? first
  const isWritten = meeting.kind === 'written_procedure'
  return (
    <Page
      title={`${board.name}, ${formatDay(meeting.heldOn)}`}
      breadcrumbs={<Breadcrumbs to="/meetings" label="Meetings" />}
      errors={forms.errors}
      lead={
        <>
          {kindWords[meeting.kind]}
          {isWritten ? `, answers until ${formatDeadline(meeting.heldOn)}` : ` on ${formatDeadline(meeting.heldOn)}`}
          {meeting.venue && ` · ${meeting.venue}`} · <StatusTag {...meetingStateWords[meeting.status]} />
        </>
      }
    >
      <NextStep>{nextStepOf(facts)}</NextStep>
      <WhoMay duty="interest" what="Agenda, attendance and record are kept" />
      <MeetingTabs id={meeting.id} part={part} />
      <div className={classes.part}>
        {part === 'agenda' && <AgendaPart facts={facts} forms={forms} />}
        {part === 'papers' && <PapersPart facts={facts} />}
        {part === 'attendance' && <AttendancePart facts={facts} forms={forms} />}
        {part === 'interests' && <InterestsPart facts={facts} forms={forms} />}
        {part === 'record' && <RecordPart facts={facts} forms={forms} />}
        {part === 'minutes' && <MinutesPart facts={facts} forms={forms} />}
      </div>
    </Page>
  )
}
