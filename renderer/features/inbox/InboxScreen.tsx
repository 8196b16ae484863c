import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { formatInSentence } from '../../../domain/money.ts'
import { countOf } from '../../lib/format.ts'
import { linkTo } from '../../lib/linkTo.ts'
import { useSession } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useAction } from '../../lib/useAction.ts'
import { useView } from '../../lib/useView.ts'
import { NextStep } from '../../ui/NextStep.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { actWords } from './actWords.ts'
import { DatesAhead } from './DatesAhead.tsx'
import { DoneTable } from './DoneTable.tsx'
import { deadlineWords } from './deadlineWords.ts'
import classes from './Inbox.module.css'
import { type InboxSearch, type InboxTab, inboxTabs } from './inboxSearch.ts'
import { TaskTable } from './TaskTable.tsx'

export type InboxFacts = inferOutput<typeof trpc.inbox.screen>

/** What waits for whoever acts, what waits for others, what they did, and the dates to be minded. */
export function InboxScreen() {
  const { view } = useView()
  const { tab = 'waiting', page = 1 }: InboxSearch = useSearch({ strict: false })
  const query = useQuery(
    trpc.inbox.screen.queryOptions({ asAt: view.asAt, tab, page }, { placeholderData: keepPreviousData }),
  )
  return (
    <Queried query={query} doing="Reading the inbox">
      {(facts) => <Inbox facts={facts} />}
    </Queried>
  )
}

const tabWords: Record<InboxTab, string> = {
  waiting: 'Waiting for you',
  others: 'Waiting for others',
  done: 'Done by you',
}

function Inbox({ facts }: { facts: InboxFacts }) {
  const navigate = useNavigate()
  const { tab, page, counts, amountWaiting, lines, day } = facts
  const [first] = tab === 'waiting' ? lines : []
  const { door, role } = useSession()
  const others = (door.person?.held ?? []).filter((each) => each.role !== role).map(({ title }) => title.toLowerCase())
  useAction('main', () => first && void navigate(linkTo(first.address)), {
    words: 'Open the first one',
    when: first !== undefined,
  })
  const money = amountWaiting > 0 ? `, ${formatInSentence(amountWaiting)} in total` : ''
  const last = Math.max(1, Math.ceil(counts[tab] / facts.perPage))
  return (
    <Page
      title="Inbox"
      windowTitle={counts.waiting > 0 ? `Inbox ${counts.waiting}` : 'Inbox'}
      lead={
        counts.waiting === 0
          ? 'Nothing is waiting for you.'
          : `${counts.waiting.toLocaleString('en-GB')} waiting for you${money}`
      }
    >
      {first && (
        <NextStep
          action={
            <Button
              renderRoot={(props) => <Link {...props} {...linkTo(first.address)} />}
              aria-keyshortcuts="Control+Enter"
            >
              Open the first one
            </Button>
          }
        >
          {actWords[first.act].toLowerCase()}: {first.title}, {deadlineWords(first, day)}.
        </NextStep>
      )}
      {others.length > 0 && (
        <p className="reading">
          You also hold other roles: {others.join(', ')}. What waits for you in them is here once you choose them at the
          top of the page.
        </p>
      )}
      <nav aria-label="Parts of the inbox" className={classes.tabs}>
        {inboxTabs.map((each) => (
          <Link
            key={each}
            to="/inbox"
            search={{ tab: each === 'waiting' ? undefined : each }}
            className={classes.tabLink}
            data-current={each === tab || undefined}
            {...(each === tab ? { 'aria-current': 'page' as const } : {})}
          >
            {tabWords[each]} {counts[each].toLocaleString('en-GB')}
          </Link>
        ))}
      </nav>
      {tab === 'done' ? (
        <DoneTable lines={facts.done} count={counts.done} />
      ) : (
        <TaskTable
          caption={`${tabWords[tab]}: ${countOf(counts[tab], 'thing')}, what is due soonest first`}
          lines={lines}
          day={day}
          isOwn={tab === 'waiting'}
        />
      )}
      {last > 1 && (
        <div className={classes.pages}>
          <p>
            Page {page} of {last}
          </p>
          {page > 1 && (
            <Link to="/inbox" search={{ tab, page: page - 1 }}>
              Before
            </Link>
          )}
          {page < last && (
            <Link to="/inbox" search={{ tab, page: page + 1 }}>
              After
            </Link>
          )}
        </div>
      )}
      <DatesAhead dates={facts.dates} day={day} />
    </Page>
  )
}
