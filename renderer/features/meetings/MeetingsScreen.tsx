import { Button, NativeSelect } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Id } from '../../../domain/id.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { countOf, formatDeadline } from '../../lib/format.ts'
import { useMayDo } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useAction } from '../../lib/useAction.ts'
import { useFindKey } from '../../lib/useFindKey.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './Meetings.module.css'
import type { MeetingList } from './meetingFacts.ts'
import type { MeetingsSearch } from './meetingSearch.ts'
import { kindWords, meetingStateWords } from './meetingWords.ts'
import { PlanForm } from './PlanForm.tsx'

/** The meetings of all boards or of one: what is planned, what is to come, and what is past. */
export function MeetingsScreen() {
  const { view } = useView()
  const { board, page = 1 }: MeetingsSearch = useSearch({ strict: false })
  const query = useQuery(
    trpc.meetings.list.queryOptions(
      { asAt: view.asAt, boardId: board ?? null, page },
      { placeholderData: keepPreviousData },
    ),
  )
  return (
    <Queried query={query} doing="Reading the meetings">
      {(list) => <Meetings list={list} boardId={board ?? null} />}
    </Queried>
  )
}

type Line = MeetingList['meetings'][number]

function Meetings({ list, boardId }: { list: MeetingList; boardId: Id | null }) {
  const navigate = useNavigate()
  const forms = useForm()
  const mayPlan = useMayDo('meeting') && list.boards.length > 0
  const find = useFindKey<HTMLSelectElement>()
  const open = () => forms.open({ opener: 'plan-meeting' })
  useAction('main', open, { words: 'Plan a meeting', when: mayPlan && forms.form === null })
  const board = boardId ?? undefined
  const go = (search: MeetingsSearch) => void navigate({ to: '/meetings', search })
  const isOver = ({ status }: Line) => status === 'confirmed' || status === 'cancelled'
  const of = (status: string) => list.meetings.filter((line) => line.status === status).toReversed()
  const next = of('agenda_published')[0] ?? of('planned')[0]
  const last = Math.max(1, Math.ceil(list.count / list.perPage))
  const what = boardId === null ? 'any board' : 'this board'

  return (
    <Page
      title="Meetings"
      lead="Boards recommend, approve and decide at a meeting or by a written procedure, with the same quorum."
      errors={forms.errors}
      actions={
        mayPlan &&
        forms.form === null && (
          <Button id="plan-meeting" onClick={open}>
            Plan a meeting
          </Button>
        )
      }
    >
      <NextStep>{nextWords(next, list.boards.length)}</NextStep>
      <WhoMay duty="meeting" what="Meetings are planned" />
      {forms.form && <PlanForm boards={list.boards} boardId={boardId} forms={forms} />}
      {list.boards.length > 0 && (
        <div className={classes.filter}>
          <NativeSelect
            ref={find}
            label="Board"
            value={boardId ?? ''}
            data={[
              { value: '', label: 'All boards' },
              ...list.boards.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => {
              const chosen = Id.safeParse(event.currentTarget.value)
              go({ board: chosen.success ? chosen.data : undefined })
            }}
          />
        </div>
      )}
      <MeetingTable
        heading="To come: agenda published"
        rows={of('agenda_published')}
        empty={`No agenda of ${what} is published and waiting for its day or its record.`}
      />
      <MeetingTable heading="Planned" rows={of('planned')} empty={`No meeting of ${what} is planned.`} />
      <MeetingTable
        heading="Past"
        rows={list.meetings.filter(isOver)}
        empty={`No record of ${what} has been confirmed yet. Once a chair confirms one, its meeting is kept here.`}
      />
      {last > 1 && (
        <div className={classes.filter}>
          <p>
            Page {list.page} of {last}
          </p>
          {list.page > 1 && (
            <Button variant="default" size="compact-md" onClick={() => go({ board, page: list.page - 1 })}>
              Newer 50
            </Button>
          )}
          {list.page < last && (
            <Button variant="default" size="compact-md" onClick={() => go({ board, page: list.page + 1 })}>
              Older 50
            </Button>
          )}
        </div>
      )}
    </Page>
  )
}

const nextWords = (next: Line | undefined, boards: number): string => {
  if (boards === 0) return 'an administrator adds the boards and their members; then their secretary plans a meeting.'
  if (!next) return 'the board secretary plans a meeting, or a written procedure for what cannot wait.'
  const day = formatDeadline(next.heldOn)
  return next.kind === 'written_procedure'
    ? `members of ${next.board} answer by ${day}.`
    : `${next.board} meets on ${day}${next.status === 'planned' ? '. Its secretary publishes the agenda before' : ''}.`
}

function MeetingTable({ heading, rows, empty }: { heading: string; rows: readonly Line[]; empty: string }) {
  return (
    <DataTable
      caption={`${heading} (${rows.length})`}
      rows={rows}
      keyOf={({ id }) => id}
      empty={empty}
      columns={[
        {
          id: 'meeting',
          heading: 'Meeting',
          isRowHeading: true,
          sortBy: ({ heldOn }) => heldOn,
          cell: ({ id, board, heldOn }) => (
            <Link to="/meetings/$id" params={{ id }}>
              {board}, {formatDay(heldOn)}
            </Link>
          ),
        },
        {
          id: 'kind',
          heading: 'Kind',
          sortBy: ({ kind }) => kindWords[kind],
          cell: ({ kind, venue }) => (venue === '' ? kindWords[kind] : `${kindWords[kind]}, ${venue}`),
        },
        {
          id: 'items',
          heading: 'Business',
          cell: ({ items, decided }) => (items === 0 ? 'none yet' : `${countOf(items, 'item')}, ${decided} decided`),
        },
        { id: 'state', heading: 'State', cell: ({ status }) => <StatusTag {...stateOf(status)} /> },
      ]}
    />
  )
}

const stateOf = (status: string) =>
  (meetingStateWords as Record<string, (typeof meetingStateWords)[keyof typeof meetingStateWords]>)[status] ?? {
    words: status,
  }
