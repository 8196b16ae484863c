import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useSession } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { Calculated } from './Calculated.tsx'
import { ForwardPlan } from './ForwardPlan.tsx'
import { QuestionForm } from './QuestionForm.tsx'
import classes from './Timeline.module.css'
import { questionOf, type TimelineSearch } from './timelineSearch.ts'

/** When money may first be spent and what has to be published when; with a programme or without, and then its key decisions. */
export function TimelineScreen() {
  const { programme, today } = useSession()
  const search: TimelineSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const question = questionOf(search, today)
  const query = useQuery(trpc.clock.calculate.queryOptions(question, { placeholderData: keepPreviousData }))
  const ask = (change: TimelineSearch) =>
    void navigate({
      to: '/decisions/timeline',
      search: {
        ...search,
        start: question.from.kind,
        on: question.from.on,
        amount: question.amount,
        ...change,
      },
      replace: true,
    })
  return (
    <Page
      title="Decision timeline"
      lead={`When money may lawfully be spent, by ${programme ? 'the rules of this programme' : 'the rules that the program ships'} on the day of the decision.`}
    >
      <div className={classes.calculator}>
        <QuestionForm question={question} onQuestion={ask} />
        <Queried query={query} doing="Reckoning the days">
          {(spend) => <Calculated spend={spend} question={question} onQuestion={ask} />}
        </Queried>
      </div>
      {programme && <ForwardPlan search={search} />}
    </Page>
  )
}
