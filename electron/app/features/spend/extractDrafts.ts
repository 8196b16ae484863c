import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { removeUnfinished, unfinishedPath } from '../../../../db/unfinished.ts'
import { fail } from '../../../../domain/errors.ts'
import type { Id } from '../../../../domain/id.ts'
import type { Mapping } from '../../../../domain/spend/mapping.ts'
import type { RowCorrection } from '../../../../domain/spend/spendLine.ts'
import type { DryRun } from './dryRunExtract.ts'
import type { ExtractSurvey } from './surveyExtract.ts'

/** Where an extract that somebody looks at lies, and where its dry run is written: both gone when nobody looks any more. */
export interface ExtractFiles {
  path: string
  stage: string
}

/** An extract that is being looked at and of which nothing is brought in yet. */
export interface ExtractDraft {
  id: Id
  name: string
  files: ExtractFiles
  survey: ExtractSurvey
  /** As it was read last; null before somebody has said how. */
  mapping: Mapping | null
  corrections: readonly RowCorrection[]
  dryRun: DryRun | null
}

export interface ExtractDrafts {
  add: (session: string, draft: ExtractDraft) => Promise<void>
  /** Throws `extract-closed`, also for what another session looks at. */
  get: (session: string, id: Id) => ExtractDraft
  /** Puts the next state in the place of the one before. Throws `extract-closed`. */
  change: (session: string, next: ExtractDraft) => void
  drop: (session: string, id: Id) => Promise<void>
  dropAll: () => Promise<void>
}

/** Of all sessions together; the oldest go first, so that what nobody closes costs no more of the disk than this. */
const MOST_DRAFTS = 4

export const createExtractDrafts = (): ExtractDrafts => {
  const drafts = new Map<Id, { session: string; draft: ExtractDraft }>()
  const get = (session: string, id: Id): ExtractDraft => {
    const found = drafts.get(id)
    return found?.session === session ? found.draft : fail('extract-closed', {})
  }
  const remove = async (id: Id): Promise<void> => {
    const found = drafts.get(id)
    drafts.delete(id)
    if (found) await removeExtractFiles(found.draft.files)
  }
  return {
    async add(session, draft) {
      drafts.set(draft.id, { session, draft })
      for (const old of [...drafts.keys()].slice(0, -MOST_DRAFTS)) await remove(old)
    },
    get,
    change(session, next) {
      get(session, next.id)
      drafts.set(next.id, { session, draft: next })
    },
    async drop(session, id) {
      if (drafts.get(id)?.session === session) await remove(id)
    },
    async dropAll() {
      for (const id of [...drafts.keys()]) await remove(id)
    },
  }
}

/** Names of files for an extract in a folder of the program's own; what a killed program left there goes first. */
export const placeForExtract = async (logFolder: string): Promise<ExtractFiles> => {
  const folder = join(logFolder, 'Extracts')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await removeUnfinished(folder)
  return { path: unfinishedPath(join(folder, 'extract')), stage: unfinishedPath(join(folder, 'stage')) }
}

export const removeExtractFiles = async ({ path, stage }: ExtractFiles): Promise<void> => {
  for (const each of [path, stage]) await rm(each, { force: true }).catch(() => undefined)
}
