import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { formatDay } from '../../../domain/inWords.ts'
import { subjectWords } from '../../../domain/route/changeInWords.ts'
import type { Route } from '../../../domain/route/route.ts'
import { routeInForce } from '../../../domain/route/routeInForce.ts'
import { useMayDo, useSession } from '../../lib/session.ts'
import { trpc } from '../../lib/trpc.ts'
import { useForm } from '../../lib/useForm.ts'
import { useView } from '../../lib/useView.ts'
import { Act } from '../../ui/Act.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/Page.tsx'
import { Queried } from '../../ui/Queried.tsx'
import { WhoMay } from '../../ui/WhoMay.tsx'
import classes from './admin.module.css'
import { Proposals } from './Proposals.tsx'
import { RouteForm } from './RouteForm.tsx'
import { bodyWords } from './routeDraft.ts'

interface OpenForm {
  kind: 'add' | 'refuse' | 'withdraw'
  /** The kind of thing, or the proposal. */
  of: string
  opener: string
}

type RoutesData = inferOutput<typeof trpc.routes.screen>
const kinds: readonly Route['subjectKind'][] = ['business_case', 'authority_request']

/** Who does what in which order, for business cases and for authority to spend, by day. */
export function RoutesScreen() {
  const { view } = useView()
  const query = useQuery(trpc.routes.screen.queryOptions({ asAt: view.asAt }, { placeholderData: keepPreviousData }))
  return (
    <Queried query={query} doing="Reading the routes">
      {(data) => <Routes data={data} />}
    </Queried>
  )
}

function Routes({ data }: { data: RoutesData }) {
  const { today } = useSession()
  const { view } = useView()
  const day = (view.asAt?.slice(0, 10) ?? today) as CalendarDay
  const mayPropose = useMayDo('rules')
  const forms = useForm<OpenForm>()
  const { form } = forms
  const adding = kinds.find((kind) => form?.kind === 'add' && form.of === kind)
  const open = (kind: OpenForm['kind'], of: string) => forms.open({ kind, of, opener: `${kind}-${of}` })

  return (
    <Page
      title="Routes"
      lead="The stages that a thing goes through, in order. What has set out goes on by the route that it began on."
      errors={forms.errors}
    >
      <WhoMay duty="rules" what="Routes are proposed" />
      {adding && (
        <RouteForm
          key={adding}
          subjectKind={adding}
          before={routeInForce(data.routes, adding, day)}
          boards={data.boards}
          forms={forms}
        />
      )}
      <Proposals
        {...data}
        kinds={['route']}
        forms={forms}
        answering={form?.kind === 'refuse' || form?.kind === 'withdraw' ? { id: form.of, how: form.kind } : null}
        onAnswer={(proposal, how) => open(how, proposal.id)}
      />
      {kinds.map((kind) => (
        <section key={kind} className={classes.section} aria-labelledby={`route-${kind}`}>
          <div className={classes.headingRow}>
            <h2 id={`route-${kind}`} className={classes.heading}>
              {subjectWords[kind]}
            </h2>
            {mayPropose && (
              <Act
                id={`add-${kind}`}
                words="Add a route from a date"
                name={subjectWords[kind]}
                onDo={() => open('add', kind)}
              />
            )}
          </div>
          <RoutesOf
            kind={kind}
            routes={data.routes.filter(({ subjectKind }) => subjectKind === kind)}
            data={data}
            day={day}
          />
        </section>
      ))}
    </Page>
  )
}

interface RoutesOfProps {
  kind: Route['subjectKind']
  routes: Route[]
  data: RoutesData
  day: CalendarDay
}

function RoutesOf({ kind, routes, data, day }: RoutesOfProps) {
  const [first] = routes
  const inForce = first && routeInForce(routes, first.subjectKind, day)
  if (!first) {
    return (
      <EmptyState>
        {kind === 'business_case'
          ? 'No route is laid down yet, so no business case can be submitted. A route says which board recommends it and which approves it.'
          : 'No route is laid down yet, so the order of law counts and everybody who has the duty may do a stage. A route says which board or role does it.'}
      </EmptyState>
    )
  }
  const others = routes.filter((route) => route !== inForce).toReversed()
  return (
    <>
      {inForce ? <RouteCard route={inForce} data={data} state="In force" /> : <p>No route is in force on this day.</p>}
      {others.map((route) => (
        <details key={route.id} className={classes.details}>
          <summary>
            {route.name}, version {route.version}, {route.fromOn > day ? 'begins' : 'began'} on{' '}
            {formatDay(route.fromOn)}
          </summary>
          <RouteCard route={route} data={data} state={route.fromOn > day ? 'Begins later' : 'No longer in force'} />
        </details>
      ))}
    </>
  )
}

function RouteCard({ route, data, state }: { route: Route; data: RoutesData; state: string }) {
  const nameOf = (id: string) => data.boards.find((board) => board.id === id)?.name ?? 'A board that is not there'
  return (
    <article className={classes.card}>
      <h3>{route.name}</h3>
      <p className={classes.muted}>
        {state}, version {route.version}, from {formatDay(route.fromOn)}
        {route.isSingleBoard && '. A single board does what others leave to two'}
      </p>
      <ol className={classes.stages}>
        {route.stages.map((stage) => (
          <li key={stage.id} className={classes.stage}>
            <strong>{stage.name}</strong>
            <br />
            {bodyWords(stage.by, nameOf)}
            {stage.deadlineWorkingDays !== null &&
              `, within ${stage.deadlineWorkingDays} working ${stage.deadlineWorkingDays === 1 ? 'day' : 'days'}`}
          </li>
        ))}
      </ol>
      {route.monitoredBy.length > 0 && <p>Told of it, without a say: {route.monitoredBy.map(nameOf).join('; ')}</p>}
    </article>
  )
}
