import { existsSync } from 'node:fs'
import { z } from 'zod'
import { lastSeq } from '../../../../db/queries/events.ts'
import { spendImports } from '../../../../db/subjects.ts'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import { canonicalJson } from '../../../../domain/canonicalJson.ts'
import { fail } from '../../../../domain/errors.ts'
import { Id } from '../../../../domain/id.ts'
import { LONGEST_REASON } from '../../../../domain/ledger/entry.ts'
import { Pence } from '../../../../domain/money.ts'
import { Mapping } from '../../../../domain/spend/mapping.ts'
import type { ImportTotals, SpendImport } from '../../../../domain/spend/spendImport.ts'
import { RowCorrection } from '../../../../domain/spend/spendLine.ts'
import { type Acting, runBeside } from '../../command.ts'
import type { Context } from '../../operation.ts'
import type { State } from '../../state.ts'
import { type Asked, askedBy, WorkId } from '../../work/works.ts'
import type { ActingBeside } from './bringIn.ts'
import type { DryRun } from './dryRunExtract.ts'
import type { ExtractDraft } from './extractDrafts.ts'

/** In bytes. A smaller file is read sooner than a thread is started for it. */
const SMALL_EXTRACT = 200_000
/** More corrections than anybody makes by hand; past them it is the extract itself that is to be put right. */
const MOST_CORRECTIONS = 5000

export const TryInput = z.strictObject({
  id: Id,
  mapping: Mapping,
  corrections: z.array(RowCorrection).max(MOST_CORRECTIONS),
  work: WorkId.optional(),
})

/** Reads the whole extract and holds each row against the ledger; nothing is recorded. */
export const tryExtract = async (
  { state, session }: Pick<Context, 'state' | 'session'>,
  { id, mapping, corrections, work }: z.infer<typeof TryInput>,
): Promise<DryRun> => {
  const draft = state.extracts.get(session, id)
  const dryRun = await dryRunOf(state, { ...draft, mapping, corrections }, askedBy({ session }, work))
  state.extracts.change(session, { ...draft, mapping: dryRun.mapping, corrections, dryRun })
  return dryRun
}

type Read = Pick<ExtractDraft, 'files' | 'survey' | 'corrections'> & { mapping: Mapping }

export const dryRunOf = async (
  state: Pick<State, 'run' | 'ports'>,
  { files, survey, mapping, corrections }: Read,
  asked?: Asked,
): Promise<DryRun> => {
  if (!existsSync(files.path)) fail('extract-closed', {})
  const today = dayInLondon(state.ports.clock())
  const input = { extract: files.path, stage: files.stage, mapping, corrections, today }
  return await state.run('dryRunExtract', null, input, survey.size > SMALL_EXTRACT, asked)
}

export const BringInInput = z.strictObject({
  id: Id,
  /** The total of the finance system, as somebody read it there. */
  controlTotal: Pence,
  work: WorkId.optional(),
})

/** Brings in what the dry run of a draft has shown. Throws `total-differs`, `stale` where that is no longer what would come of it, and what the ledger refuses. */
export const bringInDraft = async (
  { state, session }: Pick<Context, 'state' | 'session'>,
  acting: Acting,
  { id, controlTotal, work }: z.infer<typeof BringInInput>,
): Promise<SpendImport> => {
  const draft = state.extracts.get(session, id)
  const { mapping, dryRun } = draft
  if (mapping === null || dryRun === null) return fail('wrong-status', { is: 'not read', needs: 'read' })
  const made = await bringInRead(state, acting, { ...draft, mapping, dryRun }, controlTotal, askedBy({ session }, work))
  await state.extracts.drop(session, id)
  return made
}

export const bringInRead = async (
  state: Pick<State, 'run' | 'ports' | 'runWriting'>,
  acting: Acting,
  read: Pick<ExtractDraft, 'name'> & Read & { dryRun: DryRun },
  controlTotal: Pence | null,
  asked?: Asked,
): Promise<SpendImport> => {
  const { totals } = read.dryRun
  if (controlTotal !== null && controlTotal !== totals.fileTotal) {
    fail('total-differs', { stated: controlTotal, computed: totals.fileTotal })
  }
  // What was pulled away would be attached as an empty file.
  if (!existsSync(read.files.stage)) fail('extract-closed', {})
  const [over] = totals.overReleased
  if (over) fail('over-released', over)
  return await runBeside(acting, async () => {
    const seen = await seenStill(state, acting, read)
    const { name, survey, mapping } = read
    const made = {
      id: acting.newId(),
      kind: mapping.kind,
      name,
      sha256: survey.sha256,
      size: survey.size,
      sheet: mapping.sheet,
      mapping,
      totals: importTotals(seen),
      controlTotal,
      movementId: acting.newId(),
    }
    const order = { path: acting.file.path, stage: read.files.stage, seq: seen.seq, acting: beside(acting), made }
    return await state.runWriting('bringIn', order, survey.size > SMALL_EXTRACT, asked)
  })
}

/** The dry run itself, or a new one that comes to the same: others may have recorded something meanwhile. */
const seenStill = async (
  state: Pick<State, 'run' | 'ports'>,
  acting: Acting,
  read: Read & { dryRun: DryRun },
): Promise<DryRun> => {
  const now = await acting.file.read((db) => lastSeq(db))
  if (now === read.dryRun.seq) return read.dryRun
  const again = await dryRunOf(state, read)
  const same = canonicalJson({ ...again, seq: 0 }) === canonicalJson({ ...read.dryRun, seq: 0 })
  return same ? again : fail('stale', { entity: 'ledger', id: '' })
}

const importTotals = ({ totals, posted }: DryRun): ImportTotals => ({
  read: totals.read,
  ...totals.outcomes,
  posted,
})

export const TakeBackInput = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  reason: z.string().trim().min(1).max(LONGEST_REASON),
  work: WorkId.optional(),
})

/** Takes a whole import back. */
export const takeBackImport = async (
  { state, session }: Pick<Context, 'state' | 'session'>,
  acting: Acting,
  { work, ...input }: z.infer<typeof TakeBackInput>,
): Promise<SpendImport> =>
  await runBeside(acting, async () => {
    const order = { ...input, path: acting.file.path, acting: beside(acting), movementId: acting.newId() }
    const { size } = await acting.file.read((db) => spendImports.get(db, input.id))
    return await state.runWriting('takeBack', order, size > SMALL_EXTRACT, askedBy({ session }, work))
  })

const beside = ({ actor, role, account, clock }: Acting): ActingBeside => ({ actor, role, account, now: clock() })
