import { useQuery } from '@tanstack/react-query'
import { Outlet, useChildMatches, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo } from 'react'
import { ExplainPanel } from '../features/explain/ExplainPanel.tsx'
import { ExplainContext } from '../lib/explain.ts'
import { keepView, readKeptView } from '../lib/keptView.ts'
import type { OpenProgramme } from '../lib/session.ts'
import { trpc } from '../lib/trpc.ts'
import { ViewContext } from '../lib/useView.ts'
import { searchOf, type ViewSearch, viewOf } from '../lib/view.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemPage } from '../ui/ProblemPage.tsx'
import { Frame } from './Frame.tsx'
import { GoTo } from './GoTo.tsx'
import { PlainFrame } from './PlainFrame.tsx'
import { useExplainState } from './useExplainState.ts'

/** The first-run page until a programme is open; then the frame with the screen of the address in it. */
export function App() {
  const session = useQuery(trpc.session.screen.queryOptions())
  // By the screen that is drawn, not by the address: on the way the outlet still holds the screen before, which may lead on.
  const isAtStart = useChildMatches({ select: ([screen]) => screen?.routeId === '/start' })
  if (session.data === undefined)
    return (
      <PlainFrame>
        {session.isError ? (
          <ProblemPage error={session.error} onRetry={() => void session.refetch()} />
        ) : (
          <Loading doing="Starting" rows={3} />
        )}
      </PlainFrame>
    )
  const { programme } = session.data
  if (isAtStart)
    return (
      <PlainFrame>
        <Outlet />
      </PlainFrame>
    )
  return programme ? <ProgrammeApp key={programme.id} programme={programme} /> : <GoTo to="/start" />
}

function ProgrammeApp({ programme }: { programme: OpenProgramme }) {
  const search: ViewSearch & { explain?: string | undefined } = useSearch({ strict: false })
  const navigate = useNavigate()
  const explain = useExplainState(search.explain)
  const { fy, unit, asAt } = search
  const { id, startYear, endYear } = programme

  const choice = useMemo(() => {
    const view = viewOf({ fy, unit, asAt }, readKeptView(id), { from: startYear, to: endYear })
    return {
      view,
      setView: (change: Partial<typeof view>) => {
        const next = searchOf({ ...view, ...change })
        keepView(id, next)
        void navigate({ to: '.', search: (before: ViewSearch) => ({ ...before, asAt: undefined, ...next }) })
      },
    }
  }, [fy, unit, asAt, id, startYear, endYear, navigate])

  // A link that is copied carries all of the view, also what came from the reader's last choice.
  useEffect(() => {
    if (fy === undefined || unit === undefined)
      void navigate({
        to: '.',
        search: (before: ViewSearch) => ({ ...before, ...searchOf(choice.view) }),
        replace: true,
      })
  }, [fy, unit, choice.view, navigate])

  return (
    <ViewContext value={choice}>
      <ExplainContext value={explain}>
        <Frame
          aside={
            explain.question && (
              <ExplainPanel key={search.explain} question={explain.question} takesFocus={explain.takesFocus} />
            )
          }
        >
          <Outlet />
        </Frame>
      </ExplainContext>
    </ViewContext>
  )
}
