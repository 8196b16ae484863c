import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { BusinessCase } from '../../../domain/businessCase/businessCase.ts'
import { type DraftField, fieldOf } from '../../../domain/businessCase/draftFields.ts'
import type { Instant } from '../../../domain/calendarDay.ts'
import { findFailure } from '../../lib/failure.ts'
import { queryClient, trpc } from '../../lib/trpc.ts'
import type { CaseFacts } from './caseFacts.ts'
import {
  afterLeaving,
  type Choice,
  type Conflict,
  conflictsIn,
  type Fields,
  fieldsBy,
  rebased,
  resolved,
  working,
  written,
} from './draftState.ts'

/** How long somebody may pause in typing before it is saved, and how soon a save that failed is tried again. */
const PAUSE_MS = 600
const AGAIN_MS = 3000

export interface CaseDraft {
  /** The case with the writer's own text in it. */
  contents: BusinessCase
  valueOf: (path: string) => unknown
  write: (path: string, value: unknown) => void
  conflicts: readonly Conflict[]
  choose: (path: string, choice: Choice) => void
  savedAt: Instant | null
  isSaved: boolean
  /** Why the last save was refused. */
  fault: unknown
  /** What the writer has typed that the case does not hold yet. */
  fields: readonly DraftField[]
  /** Makes one act of it; false where that was refused. */
  leave: () => Promise<boolean>
  /** After it has been submitted there is nothing of one's own any more. */
  forget: () => void
}

/** What somebody writes in a case. It saves itself while they type, and becomes an act when they leave. */
export const useCaseDraft = ({ businessCase, draft }: CaseFacts): CaseDraft => {
  const { id } = businessCase
  const [typed, setTyped] = useState<Fields>(() => fieldsBy((draft?.fields ?? []) as DraftField[]))
  const [savedAt, setSavedAt] = useState<Instant | null>(draft?.savedAt ?? null)
  const [isSaved, setIsSaved] = useState(true)
  const [fault, setFault] = useState<unknown>(null)
  const sent = useRef(new Map<string, unknown>((draft?.fields ?? []).map(({ path, value }) => [path, value])))
  const unsent = useRef(new Set<string>())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const save = useMutation(trpc.cases.saveDraft.mutationOptions({ meta: { changesNothing: true } }))
  const leaveCase = useMutation(trpc.cases.leave.mutationOptions())

  const fields = rebased(typed, businessCase, sent.current)
  // What is saved later is what stands then, and not what stood when the saving was put off.
  const latest = useRef({ fields, businessCase })
  latest.current = { fields, businessCase }

  const set = (next: Fields) => {
    latest.current = { ...latest.current, fields: next }
    setTyped(next)
  }

  const send = async (): Promise<void> => {
    const sending = [...unsent.current].flatMap((path) => latest.current.fields.get(path) ?? [])
    if (sending.length === 0) return
    unsent.current = new Set()
    try {
      const input = { id, baseRevision: latest.current.businessCase.revision, fields: sending as never }
      const kept = await save.mutateAsync(input)
      for (const { path, value } of sending) sent.current.set(path, value)
      setSavedAt(kept.savedAt)
      setIsSaved(unsent.current.size === 0)
      setFault(null)
    } catch (error) {
      for (const { path } of sending) unsent.current.add(path)
      setFault(error)
      // Where the program gave no answer it may give one later; what it refused it refuses again.
      if (findFailure(error) === undefined) later(AGAIN_MS)
      else void queryClient.invalidateQueries()
      throw error
    }
  }

  const flush = (): Promise<void> => {
    clearTimeout(timer.current)
    const next = line.current.then(send, send)
    line.current = next.catch(() => undefined)
    return next
  }

  const later = (wait: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush().catch(() => undefined), wait)
  }

  useEffect(() => () => clearTimeout(timer.current), [])

  const put = (field: DraftField) => {
    set(new Map([...latest.current.fields, [field.path, field]]))
    unsent.current.add(field.path)
    setIsSaved(false)
    later(PAUSE_MS)
  }

  const leave = async (): Promise<boolean> => {
    try {
      await flush()
      const leaving = latest.current.fields
      if (leaving.size === 0) return true
      await leaveCase.mutateAsync({ id })
      set(afterLeaving(latest.current.fields, leaving))
      sent.current = new Map()
      setFault(null)
      return true
    } catch (error) {
      setFault(error)
      await queryClient.invalidateQueries()
      return false
    }
  }

  const contents = working(fields, businessCase)
  return {
    contents,
    valueOf: (path) => fieldOf(contents, path),
    write: (path, value) => put(written(latest.current.fields, latest.current.businessCase, path, value)),
    conflicts: conflictsIn(fields, businessCase),
    choose: (path, choice) => {
      const field = latest.current.fields.get(path)
      if (field) put(resolved(field, latest.current.businessCase, choice))
      setFault(null)
    },
    savedAt,
    isSaved,
    fault,
    fields: [...fields.values()],
    leave,
    forget: () => {
      clearTimeout(timer.current)
      unsent.current = new Set()
      set(new Map())
    },
  }
}
