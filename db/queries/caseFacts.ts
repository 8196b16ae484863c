import { CaseStage, CaseState } from '../../domain/businessCase/businessCase.ts'
import { type CaseFacts, ended } from '../../domain/businessCase/caseFacts.ts'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { Id } from '../../domain/id.ts'
import { compiledOnce } from '../compiledOnce.ts'
import { readable } from '../readable.ts'
import type { Reading } from '../schema.ts'

/** Every case without its sections, options and risks, which make up most of it. */
export const listCaseFacts = async (db: Reading): Promise<CaseFacts[]> => {
  const rows = await casesKept(db)
  return rows.map((row) => toCaseFacts(row as Row))
}

const casesKept = compiledOnce((db) =>
  db
    .selectFrom('business_case')
    .select(['id', 'revision', 'scheme_id', 'stage', 'version', 'reference', 'status', 'title', 'writers_json'])
    .select(['route_id', 'stages_passed', 'submitted_on', 'recommended_on', 'approved_on', 'valid_until_on'])
    .select(['supersedes_id', 'reason', 'costs_json', 'approved_json', 'conditions_json'])
    .select((eb) =>
      eb.case().when('status', 'in', ended).then('[]').else(eb.ref('benefits_json')).end().as('benefits_json'),
    )
    .where('is_removed', '=', 0)
    .orderBy('id'),
)

type Row = Record<string, string | number | null>

/** Only the kinds are looked at: there may be thousands, and the rest is held to by the check. */
const toCaseFacts = (row: Row): CaseFacts =>
  readable(() => ({
    id: row.id as Id,
    revision: row.revision as number,
    schemeId: row.scheme_id as Id,
    stage: CaseStage.parse(row.stage),
    version: row.version as number,
    reference: row.reference as string,
    status: CaseState.parse(row.status),
    title: row.title as string,
    writers: listIn(row.writers_json),
    routeId: row.route_id as Id | null,
    stagesPassed: row.stages_passed as number,
    submittedOn: row.submitted_on as CalendarDay | null,
    recommendedOn: row.recommended_on as CalendarDay | null,
    approvedOn: row.approved_on as CalendarDay | null,
    validUntilOn: row.valid_until_on as CalendarDay | null,
    supersedesId: row.supersedes_id as Id | null,
    reason: row.reason as string,
    costs: listIn(row.costs_json),
    approved: listIn(row.approved_json),
    conditions: listIn(row.conditions_json),
    benefits: listIn(row.benefits_json),
  }))

const listIn = <T>(json: string | number | null | undefined): T[] => (json === '[]' ? [] : JSON.parse(String(json)))
