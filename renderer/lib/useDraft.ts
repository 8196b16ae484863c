import type { inferInput } from '@trpc/tanstack-react-query'
import { useEffect, useRef, useState } from 'react'
import type { Instant } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { queryClient, type trpc } from './trpc.ts'

type DraftInput = inferInput<typeof trpc.requests.saveDraft>
export type DraftValue = DraftInput['fields'][number]['value']
type Field = DraftInput['fields'][number]

interface DraftOptions {
  id: Id
  revision: number
  /** What the reader wrote earlier and nobody has taken over yet. */
  kept: { savedAt: Instant; fields: readonly { path: string; base?: unknown; value?: unknown }[] } | null
  /** What stands in a field without anybody's draft. */
  standing: (path: string) => DraftValue
  saveDraft: (input: DraftInput) => Promise<{ savedAt: Instant }>
  /** Makes an act of what was written. */
  leave: (input: { id: Id }) => Promise<unknown>
}

/** So long after the last key the text is kept; it is an act only once its writer leaves. */
const REST_MS = 600

/**
 * Fields that save themselves outside the trail while somebody writes. Leaving the page, or `leave`, makes one act of them.
 * Where somebody else has changed a field meanwhile, `refusal` says so and the text stays until the writer has chosen.
 */
export const useDraft = (options: DraftOptions) => {
  const [typed, setTyped] = useState<ReadonlyMap<string, DraftValue>>(new Map())
  const [savedAt, setSavedAt] = useState<Instant | null>(options.kept?.savedAt ?? null)
  const [isSaving, setIsSaving] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const latest = useRef(options)
  latest.current = options
  const shown = useRef(typed)
  shown.current = typed
  const [desk] = useState(() => ({
    unsaved: new Map<string, Field>(),
    bases: new Map<string, DraftValue>(),
    saved: new Map<string, DraftValue>(),
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    turn: Promise.resolve(),
    hasDraft: false,
  }))
  if (options.kept) desk.hasDraft = true

  const keptField = (path: string) => latest.current.kept?.fields.find((field) => field.path === path)

  const valueAt = (path: string): DraftValue => {
    if (shown.current.has(path)) return shown.current.get(path) as DraftValue
    const kept = keptField(path)
    return kept ? (kept.value as DraftValue) : latest.current.standing(path)
  }

  const save = async (): Promise<void> => {
    const fields = [...desk.unsaved.values()]
    if (fields.length === 0) return
    // What is typed meanwhile waits for its own turn.
    desk.unsaved.clear()
    setIsSaving(true)
    try {
      const { id, revision, saveDraft } = latest.current
      const reply = await saveDraft({ id, baseRevision: revision, fields })
      desk.hasDraft = true
      for (const { path, value } of fields) desk.saved.set(path, value)
      setSavedAt(reply.savedAt)
      setRefusal(null)
      await queryClient.invalidateQueries()
    } catch (error) {
      for (const field of fields) if (!desk.unsaved.has(field.path)) desk.unsaved.set(field.path, field)
      setRefusal(error)
      throw error
    } finally {
      setIsSaving(false)
    }
  }

  /** One call after the other, so that what is kept later is not overtaken. */
  const inTurn = async (work: () => Promise<void>): Promise<void> => {
    clearTimeout(desk.timer)
    const turn = desk.turn.then(work)
    desk.turn = turn.catch(() => undefined)
    await turn
  }

  const flush = (): Promise<void> => inTurn(save)

  const put = (path: string, base: DraftValue, value: DraftValue): void => {
    desk.bases.set(path, base)
    desk.unsaved.set(path, { path, base, value })
    setTyped((before) => new Map(before).set(path, value))
    clearTimeout(desk.timer)
    desk.timer = setTimeout(() => void flush().catch(() => undefined), REST_MS)
  }

  const baseOf = (path: string): DraftValue => {
    const standing = latest.current.standing(path)
    // What was kept may have become an act meanwhile, after a rest: then the writer goes on from there.
    if (desk.saved.has(path) && JSON.stringify(desk.saved.get(path)) === JSON.stringify(standing)) return standing
    if (desk.bases.has(path)) return desk.bases.get(path) as DraftValue
    const kept = keptField(path)
    return kept ? (kept.base as DraftValue) : standing
  }

  const leaveNow = async (): Promise<void> => {
    await save()
    if (!desk.hasDraft) return
    try {
      await latest.current.leave({ id: latest.current.id })
    } catch (error) {
      await queryClient.invalidateQueries()
      setRefusal(error)
      throw error
    }
    desk.hasDraft = false
    desk.bases.clear()
    desk.saved.clear()
    setRefusal(null)
    await queryClient.invalidateQueries()
    if (desk.unsaved.size === 0) setTyped(new Map())
  }

  /** Throws what the program answers, which `refusal` shows too. */
  const leave = (): Promise<void> => inTurn(leaveNow)

  const leaving = useRef(leave)
  leaving.current = leave
  useEffect(() => {
    const keepNow = () => void flushing.current().catch(() => undefined)
    document.addEventListener('visibilitychange', keepNow)
    return () => {
      document.removeEventListener('visibilitychange', keepNow)
      // A text that somebody else's stands against stays a draft, and is shown when its writer comes back.
      void leaving.current().catch(() => undefined)
    }
  }, [])
  const flushing = useRef(flush)
  flushing.current = flush

  return {
    valueAt,
    set: (path: string, value: DraftValue) => put(path, baseOf(path), value),
    savedAt,
    isSaving,
    refusal,
    flush,
    leave,
    /** Puts the writer's text over what somebody else has made of the field. */
    keepMine: (path: string) => put(path, latest.current.standing(path), valueAt(path)),
    keepTheirs: (path: string) => put(path, latest.current.standing(path), latest.current.standing(path)),
  }
}
export type DraftDesk = ReturnType<typeof useDraft>
