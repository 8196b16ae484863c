import { sql } from 'kysely'
import type { CalendarDay } from '../../domain/calendarDay.ts'
import { formatYear, type StartYear } from '../../domain/financialYear.ts'
import type { Id } from '../../domain/id.ts'
import { formatDay } from '../../domain/inWords.ts'
import type { ReportDraft } from '../../domain/report/reportDraft.ts'
import { reportList } from '../../domain/report/reportList.ts'
import type { Reading, Tx } from '../schema.ts'

export interface NamedReport extends Pick<ReportDraft, 'id' | 'report' | 'status' | 'revision'> {
  /** The report with what it is about: `Closure and lessons: Leeds Care Record`. */
  title: string
}

interface Row extends Omit<NamedReport, 'title'> {
  kind: ReportDraft['order']['scope']['kind']
  startYear: StartYear | null
  /** Of the thing that it is about. */
  name: string | null
  heldOn: CalendarDay | null
}

/** Drafts of reports by the names under which people know them. */
export const nameReports = async (db: Reading | Tx, ids: readonly Id[]): Promise<NamedReport[]> => {
  const { rows } = await sql<Row>`
    with draft as (
      select id, report, status, revision, order_json ->> '$.scope.kind' as kind, order_json ->> '$.scope.id' as about,
        order_json ->> '$.scope.startYear' as startYear
      from report_draft where id in (select value from json_each(${JSON.stringify(ids)}))
    )
    select id, report, status, revision, kind, startYear,
      coalesce(
        (select name from scheme where id = about),
        (select title from business_case where id = about),
        (select title from authority_request where id = about),
        (select title from decision where id = about),
        (select board.name from meeting join board on board.id = meeting.board_id where meeting.id = about)) as name,
      (select held_on from meeting where id = about) as heldOn
    from draft`.execute(db as Tx)
  return rows.map((row) => {
    const { id, report, status, revision } = row
    return { id, report, status, revision, title: inOne([reportList[report].title, aboutOf(row)], ': ') }
  })
}

const aboutOf = ({ report, kind, startYear, name, heldOn }: Row): string => {
  if (startYear !== null) return formatYear(startYear)
  // Of a report that is always about all of it, its name says so.
  if (kind === 'programme') return reportList[report].scopes.length > 1 ? 'whole programme' : ''
  return inOne([name ?? '', heldOn === null ? '' : formatDay(heldOn)], ', ')
}

const inOne = (words: readonly string[], by: string): string => words.filter((each) => each !== '').join(by)
