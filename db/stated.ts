import { canonicalJson } from '../domain/canonicalJson.ts'
import { StatedClaim, StatedDocument, StatedFigure } from '../domain/tieOut/stated.ts'
import type { Change } from './change.ts'
import { compiledOnce } from './compiledOnce.ts'
import { readable } from './readable.ts'
import type { Reading, Schema } from './schema.ts'

/** Keeps a document and all that it states; the event holds their digest. */
export const insertStatedDocument = async (change: Change, document: StatedDocument): Promise<void> => {
  const { figures, claims, ...cover } = document
  await change.tx
    .insertInto('stated_document')
    .values({
      id: cover.id,
      seq: change.seq,
      title: cover.title,
      report_of: cover.reportOf,
      report_to: cover.reportTo,
      dated_on: cover.datedOn,
      capital_scheme_number: cover.capitalSchemeNumber,
      is_key_decision: cover.isKeyDecision === null ? null : cover.isKeyDecision ? 1 : 0,
      decision_id: cover.decisionId,
    })
    .execute()
  change.postings.push(canonicalJson({ document: cover }))
  for (const [table, contents] of [
    ['stated_figure', figures],
    ['stated_claim', claims],
  ] as const) {
    for (const [sort, content] of contents.entries()) {
      const content_json = canonicalJson(content)
      await change.tx
        .insertInto(table)
        .values({ id: content.id, document_id: document.id, seq: change.seq, sort, content_json })
        .execute()
      change.postings.push(`{"${table}":${content_json}}`)
    }
  }
}

/** Every document with its figures and claims, in the order in which they were loaded; one whose loading was undone is none. */
export const listStatedDocuments = async (db: Reading): Promise<StatedDocument[]> => {
  const documents = await documentsKept(db)
  const [figures, claims] = [await statedFigures(db), await statedClaims(db)]
  return documents.map((row) =>
    readable(() =>
      StatedDocument.parse({
        ...coverOf(row),
        figures: figures
          .filter((each) => each.document_id === row.id)
          .map((each) => StatedFigure.parse(JSON.parse(each.content_json))),
        claims: claims
          .filter((each) => each.document_id === row.id)
          .map((each) => StatedClaim.parse(JSON.parse(each.content_json))),
      }),
    ),
  )
}

const documentsKept = compiledOnce((db) => {
  const takenBack = db
    .selectFrom('document_reading')
    .select('document_id')
    .where('is_removed', '=', 1)
    .$castTo<{ document_id: string }>()
  return db.selectFrom('stated_document').selectAll().where('id', 'not in', takenBack).orderBy('seq').orderBy('id')
})

const contentsOf = (table: 'stated_figure' | 'stated_claim') =>
  compiledOnce((db) =>
    db.selectFrom(table).select(['document_id', 'content_json']).orderBy('document_id').orderBy('sort'),
  )
const statedFigures = contentsOf('stated_figure')
const statedClaims = contentsOf('stated_claim')

/** A document without what it states, as its digest covers it. */
export const coverOf = (row: Schema['stated_document']) => ({
  id: row.id,
  title: row.title,
  reportOf: row.report_of,
  reportTo: row.report_to,
  datedOn: row.dated_on,
  capitalSchemeNumber: row.capital_scheme_number,
  isKeyDecision: row.is_key_decision === null ? null : row.is_key_decision === 1,
  decisionId: row.decision_id,
})
