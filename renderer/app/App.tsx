import { useQuery } from '@tanstack/react-query'
import { Outlet, useChildMatches, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import { ExplainPanel } from '../features/explain/ExplainPanel.tsx'
import { FirstPasswordPage } from '../features/people/FirstPasswordPage.tsx'
import { LockScreen } from '../features/people/LockScreen.tsx'
import { SignInPage } from '../features/people/SignInPage.tsx'
import { ExplainContext } from '../lib/explain.ts'
import { keepView, readKeptView } from '../lib/keptView.ts'
import type { OpenProgramme, Session } from '../lib/session.ts'
import { forgetProgramme, trpc } from '../lib/trpc.ts'
import { tellUnlocked } from '../lib/unlock.ts'
import { ViewContext } from '../lib/useView.ts'
import { searchOf, type ViewSearch, viewOf } from '../lib/view.ts'
import { Loading } from '../ui/Loading.tsx'
import { ProblemPage } from '../ui/ProblemPage.tsx'
import { Frame } from './Frame.tsx'
import { GoTo } from './GoTo.tsx'
import { PlainFrame } from './PlainFrame.tsx'
import { useExplainState } from './useExplainState.ts'
import { useIdleLock } from './useIdleLock.ts'

const withoutProgramme: readonly string[] = ['/decisions/timeline', '/documents/new', '/documents/$id']

/** The first-run page until a programme is open; then the frame with the screen of the address in it. */
export function App() {
  const session = useQuery(trpc.session.screen.queryOptions())
  // By the screen that is drawn, not by the address: on the way the outlet still holds the screen before, which may lead on.
  const isAtStart = useChildMatches({ select: ([screen]) => screen?.routeId === '/start' })
  // The days of law are reckoned without a programme too, and documents are read.
  const needsNoProgramme = useChildMatches({ select: ([screen]) => withoutProgramme.includes(screen?.routeId ?? '') })
  const isWide = useChildMatches({ select: ([screen]) => screen?.routeId === '/documents/$id' })
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
  if (isAtStart || (needsNoProgramme && !session.data.programme && session.data.door.needs === null))
    return (
      <PlainFrame isWide={isWide}>
        <Outlet />
      </PlainFrame>
    )
  return <BehindDoor session={session.data} />
}

/** The programme for whoever may see it; a session that locked itself keeps its page, out of sight, until its person is back. */
function BehindDoor({ session: { programme, door } }: { session: Session }) {
  const last = useRef(programme)
  useIdleLock(door.locksIn)
  const isIdle = door.needs === 'idle'
  if (!isIdle) last.current = programme
  useEffect(() => {
    if (isIdle) return
    tellUnlocked(door.needs === null)
    // What the person before was shown is not kept for the next one.
    if (door.needs !== null) forgetProgramme()
  }, [isIdle, door.needs])
  const shown = last.current
  if (shown === null) {
    return door.needs === null ? (
      <GoTo to="/start" />
    ) : (
      <PlainFrame>
        {door.needs === 'first-password' ? <FirstPasswordPage door={door} /> : <SignInPage door={door} />}
      </PlainFrame>
    )
  }
  return (
    <>
      <ProgrammeApp key={shown.id} programme={shown} />
      {isIdle && <LockScreen door={door} />}
    </>
  )
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
