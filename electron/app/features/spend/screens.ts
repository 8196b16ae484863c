import { z } from 'zod'
import { stagedPage } from '../../../../db/extractStage.ts'
import { accountTitles } from '../../../../db/queries/accountTitles.ts'
import { amountsByPeriod, importedRows, outstandingOrders } from '../../../../db/queries/spendPages.ts'
import type { Reading } from '../../../../db/schema.ts'
import { spendImports, spendMappings, waivers } from '../../../../db/subjects.ts'
import { Id } from '../../../../domain/id.ts'
import { available } from '../../../../domain/ledger/available.ts'
import { type Pence, sum } from '../../../../domain/money.ts'
import { titleOf } from '../../../../domain/people/actorTitle.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import { leftToCommit } from '../../../../domain/spend/leftToCommit.ts'
import type { SpendImport } from '../../../../domain/spend/spendImport.ts'
import type { Context } from '../../operation.ts'
import { ledgerContext } from '../ledgerContext.ts'
import type { ExtractDraft } from './extractDrafts.ts'
import { offeredMappings } from './offeredMappings.ts'

/** Rows on a page. */
const PAGE = 50
/** The largest ones. */
const MOST_ORDERS = 2000

export const RowPage = z.strictObject({
  id: Id,
  outcomes: z.array(z.enum(['new', 'changed', 'duplicate', 'rejected', 'ignored'])).min(1),
  /** The row after which the page begins; 0 for the first. */
  after: z.int().min(0),
})
export type RowPage = z.infer<typeof RowPage>

interface Years {
  from: number
  to: number
}

/** What was spent by scheme and period, the imports that it came from, and what waits for a second person. */
export const spendScreen = async (facts: ProgrammeFacts, db: Reading, { from, to }: Years) => {
  const everybody = await accountTitles(db)
  const imports = await spendImports.list(db)
  const asked = await waivers.list(db, { subjectKind: 'scheme', status: 'asked' })
  return {
    asAt: facts.asAt,
    programme: facts.programme,
    schemes: schemesIn(facts),
    amounts: await amountsByPeriod(db, 'actual', { from, to }),
    imports: imports.reverse().map((each) => importLine(each, everybody)),
    waivers: asked.map((each) => ({ ...each, asker: titleOf(everybody, each.askedBy) })),
    mappings: (await spendMappings.list(db)).map(({ id, revision, name, mapping }) => ({
      id,
      revision,
      name,
      kind: mapping.kind,
      codes: Object.keys(mapping.codes).length,
    })),
  }
}

/** What is ordered and not yet paid, by order, and what of each release is left to commit. */
export const commitmentsScreen = async (facts: ProgrammeFacts, db: Reading, { from, to }: Years) => ({
  asAt: facts.asAt,
  programme: facts.programme,
  schemes: schemesIn(facts),
  amounts: await amountsByPeriod(db, 'commitment', { from, to }),
  orders: await outstandingOrders(db, { from, to }, MOST_ORDERS),
  left: leftToCommit(await ledgerContext(db, facts.asAt.day)),
  leftInAll: available(levelTotal(facts, 'released'), levelTotal(facts, 'commitment'), levelTotal(facts, 'actual')),
})

/** One import with a page of its rows. */
export const importScreen = async (facts: ProgrammeFacts, db: Reading, { id, outcomes, after }: RowPage) => {
  const everybody = await accountTitles(db)
  const rows = await importedRows(db, id, { outcomes, after, limit: PAGE + 1 })
  const kept = await spendImports.get(db, id)
  return {
    asAt: facts.asAt,
    import: { ...importLine(kept, everybody), mapping: kept.mapping, controlTotal: kept.controlTotal },
    mappings: await spendMappings.list(db),
    schemes: schemesIn(facts),
    rows: rows.slice(0, PAGE),
    next: rows.length > PAGE ? (rows[PAGE - 1]?.row ?? null) : null,
  }
}

/** An extract that is being looked at, with what its columns can be matched with. */
export const draftScreen = async ({ state, session }: Pick<Context, 'state' | 'session'>, id: Id) => {
  const draft = state.extracts.get(session, id)
  return await state.read(null, async (facts, db) => {
    const mappings = await spendMappings.list(db)
    const retrospective = draft.dryRun?.retrospective ?? []
    const early = await waivers.list(db, { subjectKind: 'scheme', rule: 'R09' })
    return {
      asAt: facts.asAt,
      ...shown(draft),
      schemes: schemesIn(facts),
      sources: facts.sources.map(({ id: sourceId, name, retiredOn }) => ({ id: sourceId, name, retiredOn })),
      years: { from: facts.programme.startYear, to: facts.programme.endYear },
      mappings,
      offered: offeredMappings(draft.survey, facts, mappings),
      earlier: (await spendImports.list(db, { sha256: draft.survey.sha256, status: 'brought_in' })).map(
        ({ name, broughtInOn }) => ({ name, broughtInOn }),
      ),
      waivers: early.filter(({ subjectId }) => retrospective.includes(subjectId)),
    }
  })
}

/** A page of the rows of a dry run. */
export const draftRows = ({ state, session }: Pick<Context, 'state' | 'session'>, { id, outcomes, after }: RowPage) => {
  const { files, dryRun } = state.extracts.get(session, id)
  if (dryRun === null) return { rows: [], next: null }
  const rows = stagedPage(files.stage, { outcomes, after, limit: PAGE + 1 })
  return { rows: rows.slice(0, PAGE), next: rows.length > PAGE ? (rows[PAGE - 1]?.row ?? null) : null }
}

const shown = ({ id, name, survey, mapping, corrections, dryRun }: ExtractDraft) => ({
  id,
  name,
  survey,
  mapping,
  corrections,
  dryRun,
})

const levelTotal = ({ balances }: ProgrammeFacts, level: 'released' | 'commitment' | 'actual'): Pence =>
  sum(balances.filter((line) => line.level === level).map(({ amount }) => amount))

const schemesIn = ({ schemes }: ProgrammeFacts) =>
  schemes.map(({ id, name, capitalSchemeNumber, nature }) => ({ id, name, capitalSchemeNumber, nature }))

const importLine = (each: SpendImport, everybody: Awaited<ReturnType<typeof accountTitles>>) => ({
  id: each.id,
  revision: each.revision,
  kind: each.kind,
  name: each.name,
  sha256: each.sha256,
  sheet: each.sheet,
  totals: each.totals,
  status: each.status,
  broughtInOn: each.broughtInOn,
  broughtInBy: titleOf(everybody, each.broughtInBy),
  takenBackBecause: each.takenBackBecause,
})
