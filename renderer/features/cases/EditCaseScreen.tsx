import { useQuery } from '@tanstack/react-query'
import { useBlocker, useParams, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { Id } from '../../../domain/id.ts'
import { formatTime } from '../../../domain/inWords.ts'
import { findFailure, messageOf } from '../../lib/failure.ts'
import { trpc } from '../../lib/trpc.ts'
import { useView } from '../../lib/useView.ts'
import { Queried } from '../../ui/Queried.tsx'
import { CheckCase } from './CheckCase.tsx'
import { ClosedCase } from './ClosedCase.tsx'
import { Conflicts } from './Conflicts.tsx'
import type { CaseFacts } from './caseFacts.ts'
import type { EditSearch } from './casesSearch.ts'
import { KeptText } from './KeptText.tsx'
import { NoCase } from './NoCase.tsx'
import { TaskList } from './TaskList.tsx'
import { TaskPage } from './TaskPage.tsx'
import { useCaseDraft } from './useCaseDraft.ts'

/** How often the editor looks whether somebody else has written in the case. */
const LOOK_EVERY_MS = 10_000

/** Writing a business case: a list of tasks, a page for each, and a check before it is submitted. */
export function EditCaseScreen() {
  const { id } = useParams({ strict: false })
  const parsed = Id.safeParse(id)
  return parsed.success ? <EditCaseOf key={parsed.data} id={parsed.data} /> : <NoCase />
}

function EditCaseOf({ id }: { id: Id }) {
  const { view } = useView()
  const query = useQuery(
    trpc.cases.screen.queryOptions({ id, asAt: view.asAt }, { refetchInterval: LOOK_EVERY_MS, retry: false }),
  )
  const isGone = query.isError && findFailure(query.error)?.code === 'not-found'
  if (isGone && query.data === undefined) return <NoCase />
  return (
    <Queried query={query} doing="Reading the business case">
      {(facts) => <EditCase facts={facts} isGone={isGone} />}
    </Queried>
  )
}

function EditCase({ facts, isGone }: { facts: CaseFacts; isGone: boolean }) {
  const { task, field }: EditSearch = useSearch({ strict: false })
  const draft = useCaseDraft(facts)
  const { businessCase } = facts
  const isClosed = isGone || businessCase.status !== 'draft'
  const isOpen = facts.acts.write === null && !isClosed
  const hasBeenTold = useRef(false)
  const [isSubmitting, setSubmitting] = useState(false)

  useBlocker({
    // A page of the editor is left when its own address changes; a figure or a unit in it is none.
    shouldBlockFn: async ({ current, next }) => {
      const isHere = current.pathname === next.pathname && taskOf(current.search) === taskOf(next.search)
      if (isHere || !isOpen || draft.fields.length === 0) return false
      if (await draft.leave()) return false
      // Who goes a second time goes: what was typed is kept as a draft.
      const isSecond = hasBeenTold.current
      hasBeenTold.current = true
      return !isSecond
    },
    enableBeforeUnload: () => isOpen && !draft.isSaved,
  })
  useFocusOn(field, task)

  // While it is being sent off it is closed already, and the page goes on by itself.
  if (task === 'check' && (isOpen || isSubmitting))
    return <CheckCase facts={facts} draft={draft} onSubmitting={setSubmitting} />
  if (isClosed && draft.fields.length > 0) return <KeptText facts={facts} isGone={isGone} fields={draft.fields} />
  if (!isOpen) return <ClosedCase facts={facts} isGone={isGone} />

  const failure = findFailure(draft.fault)
  const errors =
    draft.fault === null || (failure?.code === 'text-changed' && draft.conflicts.length === 0)
      ? []
      : [{ message: messageOf(draft.fault), ...(draft.conflicts.length > 0 ? { fieldId: 'conflicts' } : {}) }]
  const shown = { facts, draft, errors, saved: <Saved draft={draft} /> }
  const conflicts = <Conflicts draft={draft} sources={facts.sources} />
  return task === undefined || task === 'check' ? (
    <TaskList {...shown}>{conflicts}</TaskList>
  ) : (
    <TaskPage key={task} {...shown} task={task}>
      {conflicts}
    </TaskPage>
  )
}

const taskOf = (search: object): unknown => ('task' in search ? search.task : undefined)

/** When it was saved: everything saves itself. */
function Saved({ draft: { isSaved, savedAt, fault } }: { draft: ReturnType<typeof useCaseDraft> }) {
  if (fault !== null && !isSaved) return <p>Not saved yet</p>
  if (!isSaved) return <p>Saving…</p>
  return <p>{savedAt === null ? 'Everything saves itself' : `Saved ${formatTime(savedAt)}`}</p>
}

/** The field that the checklist leads to takes the focus, once it is on the page. */
function useFocusOn(field: string | undefined, task: string | undefined): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same field again is asked for on another page.
  useEffect(() => {
    if (field === undefined) return
    const found = document.getElementById(`field.${field}`)
    found?.scrollIntoView({ block: 'center' })
    found?.focus({ preventScroll: true })
  }, [field, task])
}
