import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { csvFile } from '../../../domain/csv.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { messageOf } from '../../lib/failure.ts'
import { countOf, formatDeadline } from '../../lib/format.ts'
import { requestStateWords } from '../../lib/requestStateWords.ts'
import { saveFile } from '../../lib/saveFile.ts'
import { useMayDo, useSession } from '../../lib/session.ts'
import { announce } from '../../lib/status.ts'
import { client, trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { DataTable } from '../../ui/DataTable.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { type ForwardPlanFacts, forwardPlanRows, type PlannedDecision } from './forwardPlanRows.ts'
import { NoticeTable } from './NoticeTable.tsx'
import { PlanPages } from './PlanPages.tsx'
import classes from './Timeline.module.css'
import type { TimelineSearch } from './timelineSearch.ts'

/** The key decisions that are planned, in the columns of the council's own list, and the notices that are out. */
export function ForwardPlan({ search }: { search: TimelineSearch }) {
  const { view } = useView()
  const query = useQuery(
    trpc.authority.forwardPlan.queryOptions(
      { asAt: view.asAt, after: search.plan ?? null, noticesAfter: search.notices ?? null },
      { placeholderData: keepPreviousData },
    ),
  )
  return (
    <Queried query={query} doing="Reading the forward plan">
      {(facts) => (
        <>
          <Planned facts={facts} search={search} />
          <NoticeTable facts={facts} search={search} />
        </>
      )}
    </Queried>
  )
}

function Planned({ facts, search }: { facts: ForwardPlanFacts; search: TimelineSearch }) {
  const { decisions, next } = facts
  const isPaged = search.plan !== undefined || next !== null
  return (
    <section className={classes.section} aria-labelledby="forward-plan">
      <div className={classes.headingRow}>
        <h2 id="forward-plan">Forward plan of key decisions</h2>
        <SaveAll />
      </div>
      <DataTable
        caption={`${countOf(decisions.length, 'key decision')}${isPaged ? ' on this page' : ''}, the request that was begun last first`}
        rows={decisions}
        keyOf={({ id }) => id}
        empty="No key decision is planned. A request for authority appears here once it is sent on its way."
        columns={[
          {
            id: 'title',
            heading: 'Title',
            isRowHeading: true,
            sortBy: ({ title }) => title,
            cell: ({ id, title }) => (
              <Link to="/authority/$id" params={{ id }}>
                {title}
              </Link>
            ),
          },
          { id: 'ref', heading: 'Ref', sortBy: ({ reference }) => reference, cell: ({ reference }) => reference },
          {
            id: 'notice',
            heading: 'Notice published',
            sortBy: ({ noticePublishedOn }) => noticePublishedOn ?? '',
            cell: (decision) => <Notice decision={decision} />,
          },
          { id: 'urgent', heading: 'Urgent?', cell: ({ isUrgent }) => (isUrgent ? 'Yes' : 'No') },
          {
            id: 'status',
            heading: 'Status',
            sortBy: ({ status }) => requestStateWords[status].words,
            cell: ({ status }) => <StatusTag {...requestStateWords[status]} />,
          },
          {
            id: 'due',
            heading: 'Decision due',
            sortBy: ({ decisionDueOn }) => decisionDueOn ?? '',
            cell: ({ decisionDueOn }) => (decisionDueOn ? formatDeadline(decisionDueOn) : 'not said yet'),
          },
        ]}
      />
      <PlanPages search={search} list="plan" of="key decisions" next={next} />
    </section>
  )
}

/** When the notice was published, or until when it has to be, and where one creates it once it is its turn. */
function Notice({ decision }: { decision: PlannedDecision }) {
  const { today } = useSession()
  const mayNotice = useMayDo('notice')
  const { id, reference, noticePublishedOn, noticeDueBy, isNoticeNext } = decision
  if (noticePublishedOn) return formatDay(noticePublishedOn)
  return (
    <>
      {noticeDueBy === null
        ? 'not yet'
        : noticeDueBy < today
          ? `not yet, and too late: it had to be out by ${formatDeadline(noticeDueBy)}`
          : `not yet, due by ${formatDeadline(noticeDueBy)}`}
      {isNoticeNext && mayNotice && (
        <>
          <br />
          <Link
            to="/authority/$id"
            params={{ id }}
            search={{ task: 'publishNotice' }}
            aria-label={`Create the notice for ${reference}`}
          >
            Create the notice
          </Link>
        </>
      )}
    </>
  )
}

/** Saves the whole plan, also what is on other pages. */
function SaveAll() {
  const { view } = useView()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const save = async () => {
    setBusy(true)
    try {
      const all: PlannedDecision[] = []
      for (let after: ForwardPlanFacts['next'] = null; ; ) {
        const page = await client.authority.forwardPlan.query({ asAt: view.asAt, after, noticesAfter: null })
        all.push(...page.decisions)
        if (page.next === null) break
        after = page.next
      }
      saveFile(new Blob([csvFile(forwardPlanRows(all))], { type: 'text/csv' }), 'Forward plan.csv')
      announce('Saved Forward plan.csv')
      setProblem('')
    } catch (error) {
      setProblem(messageOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      {problem && (
        <span role="alert" className={classes.bad}>
          {problem}
        </span>
      )}
      <Button variant="default" size="compact-sm" loading={isBusy} onClick={() => void save()}>
        CSV
      </Button>
    </>
  )
}
