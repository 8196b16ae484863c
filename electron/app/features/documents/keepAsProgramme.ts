import { z } from 'zod'
import { postMovement } from '../../../../db/change.ts'
import {
  caseStatuses,
  decisions,
  fundingSources,
  organisations,
  programmes,
  schemes,
  themeMemberships,
  themes,
  yearStatuses,
} from '../../../../db/subjects.ts'
import { dayInLondon } from '../../../../domain/calendarDay.ts'
import { Id } from '../../../../domain/id.ts'
import type { Movement } from '../../../../domain/ledger/entry.ts'
import type { Decision } from '../../../../domain/programme/decision.ts'
import type { BalanceLine, ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import type { Programme } from '../../../../domain/programme/programme.ts'
import type { Role } from '../../../../domain/roles.ts'
import type { StatedDocument } from '../../../../domain/tieOut/stated.ts'
import type { Acting, Service } from '../../command.ts'
import type { Context } from '../../operation.ts'
import type { State } from '../../state.ts'
import { createByCommand, pathFor } from '../session.ts'
import type { JudgedDocument } from './judgeDocument.ts'
import { judgedDraft } from './judgedDraft.ts'
import { keepReading } from './keepReading.ts'
import { sha256Of } from './readGiven.ts'
import type { ReadingDraft } from './readingDrafts.ts'
import { withFreshIds } from './withFreshIds.ts'

/** The name of the programme and of its file. */
export const KeepInput = z.strictObject({ id: Id, name: z.string().trim().min(1).max(200) })

/** Makes a programme of a document in the programmes' folder and opens it. */
export const keepAsProgramme = async (
  { state, session, seat }: Context,
  { id, name }: z.output<typeof KeepInput>,
): Promise<void> => {
  const draft = state.readings.get(session, id)
  await createProgrammeOf(state, await pathFor(state, name), seat.role, draft, name)
  state.readings.drop(session, id)
}

/** The same at any path, for the command line; the programme is called what its report is on unless a name is given. */
export const createProgrammeOf = async (
  state: State,
  path: string,
  role: Role,
  draft: ReadingDraft,
  name: string | null = null,
): Promise<void> => {
  const judged = await judgedDraft(state, draft, null)
  const input = { draft, judged, name }
  await createByCommand(state, path, role, null, 'documents.keepAsProgramme', makeProgramme, input)
}

interface ProgrammeOfDocument {
  draft: ReadingDraft
  judged: JudgedDocument
  name: string | null
}

/**
 * The first command of a file: everything that the document names, its plan, what it says was decided, what it states, and the
 * document itself. Its figures are taken as they are printed; what does not tie is for the checks to say.
 */
const makeProgramme: Service<ProgrammeOfDocument, Programme> = async (change, { draft, judged, name }, acting) => {
  const { facts, document } = ownJudged(judged, acting.newId)
  for (const each of facts.organisations) await organisations.insert(change, each)
  const sha256 = sha256Of(draft.bytes)
  const programme = await programmes.insert(change, {
    ...facts.programme,
    name: name ?? facts.programme.name,
    note: noteOf(facts.programme, draft, sha256),
  })
  for (const each of facts.themes) await themes.insert(change, each)
  for (const each of facts.schemes) await schemes.insert(change, each)
  for (const each of facts.memberships) await themeMemberships.insert(change, each)
  for (const each of facts.caseStatuses) await caseStatuses.insert(change, each)
  for (const each of facts.sources) await fundingSources.insert(change, each)
  for (const each of facts.decisions) await decisions.insert(change, asAsked(each))
  for (const each of facts.years) await yearStatuses.insert(change, each)
  for (const movement of movementsOf(facts, acting)) await postMovement(change, movement)
  await keepReading(change, draft, document, acting)
  const { themes: ofThemes, schemes: ofSchemes, sources } = facts
  return {
    subject: { kind: 'programme', id: programme.id },
    transition: 'made of a document',
    value: programme,
    detail: {
      name: draft.name,
      sha256,
      themes: ofThemes.length,
      schemes: ofSchemes.length,
      sources: sources.length,
      figures: document.figures.length,
    },
  }
}

/** What the document gives by itself, with ids that no other programme has: two can be made of one document. */
const ownJudged = (
  { facts, document }: JudgedDocument,
  newId: () => Id,
): { facts: ProgrammeFacts; document: StatedDocument } => {
  const made = [
    facts.programme,
    ...facts.organisations,
    ...facts.themes,
    ...facts.schemes,
    ...facts.memberships,
    ...facts.caseStatuses,
    ...facts.sources,
    ...facts.decisions,
    ...facts.years,
    document,
    ...document.figures,
    ...document.claims,
  ]
  return withFreshIds(
    { facts, document },
    made.map(({ id }) => id),
    newId,
  )
}

/** What the document asks for has no effect by a day that comes: whether it was given is not known. */
const asAsked = (decision: Decision): Decision =>
  decision.status === 'made' ? { ...decision, status: 'asked' } : decision

const noteOf = ({ note }: Programme, { name, bytes }: ReadingDraft, sha256: string): string => {
  const origin = `Read from the document “${name}” (${bytes.byteLength} bytes, SHA-256 ${sha256}). Its figures are kept as printed, faults included.`
  return [origin, note].filter(Boolean).join(' ').slice(0, 2000)
}

/** The balances that the document gives, as movements: what a decision has brought under it, and the plan by itself. */
const movementsOf = (facts: ProgrammeFacts, { clock, newId }: Acting): Movement[] => {
  const today = dayInLondon(clock())
  const decided = facts.decisions.flatMap((decision): Movement[] =>
    (['allocation', 'authority'] as const).flatMap((level) => {
      const lines = facts.posted.filter((line) => line.decisionId === decision.id && line.level === level)
      if (lines.length === 0) return []
      return [
        {
          id: newId(),
          kind: level === 'authority' ? ('authority-granted' as const) : decision.allocationKind,
          reason: decision.title,
          decisionId: decision.id,
          reversesId: null,
          entries: lines.map((line) => entryOf(line, decision.effectiveOn)),
        },
      ]
    }),
  )
  const plan = facts.balances.filter(({ level }) => level === 'plan')
  if (plan.length === 0) return decided
  const reason = 'Expenditure plan of the document'
  const entries = plan.map((line) => entryOf(line, today))
  return [...decided, { id: newId(), kind: 'plan-set', reason, decisionId: null, reversesId: null, entries }]
}

const entryOf = (
  { level, place, startYear, sourceId, nature, amount }: BalanceLine,
  effectiveOn: ReturnType<typeof dayInLondon>,
): Movement['entries'][number] => ({
  level,
  place,
  startYear,
  period: 0,
  sourceId,
  nature,
  amount,
  effectiveOn,
  ledgerRef: null,
})
