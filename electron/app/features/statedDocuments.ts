import { insertStatedDocument } from '../../../db/stated.ts'
import type { StatedDocument } from '../../../domain/tieOut/stated.ts'
import type { Service } from '../command.ts'

/** Keeps a document and what it states beside the ledger; from then on the checks hold them against each other. */
export const loadStatedDocument: Service<StatedDocument, StatedDocument> = async (change, document) => {
  await insertStatedDocument(change, document)
  return {
    subject: { kind: 'stated_document', id: document.id },
    transition: 'loaded',
    value: document,
    detail: { title: document.title, figures: document.figures.length, claims: document.claims.length },
  }
}
