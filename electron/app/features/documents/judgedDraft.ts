import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import type { ReadDocument } from '../../../../domain/reading/readDocument.ts'
import type { State } from '../../state.ts'
import { type JudgedDocument, judgeDocument } from './judgeDocument.ts'
import type { ReadingDraft } from './readingDrafts.ts'

/** Rows of tables and paragraphs. A document of fewer is judged sooner than a thread is started for it. */
const FEW = 150

const byItself = new WeakMap<ReadingDraft, Promise<JudgedDocument>>()
const againstFacts = new WeakMap<ReadingDraft, WeakMap<ProgrammeFacts, Promise<JudgedDocument>>>()

/**
 * A document understood with its reader's corrections, and held against a programme, or against itself alone; a long one in
 * a thread of its own and within bounds, because a file can be made to take for ever. Throws `document-too-slow` and `document-too-large`.
 */
export const judgedDraft = async (
  { runAlone }: Pick<State, 'runAlone'>,
  draft: ReadingDraft,
  against: ProgrammeFacts | null,
): Promise<JudgedDocument> => {
  const known = against === null ? byItself.get(draft) : againstFacts.get(draft)?.get(against)
  if (known) return await known
  const { document, corrections, confirmations } = draft
  const order = { document, corrections, confirmations, against }
  const judged = isLong(document)
    ? runAlone('judgeDocument', order)
    : Promise.resolve().then(() => judgeDocument(order))
  if (against === null) byItself.set(draft, judged)
  else againstFacts.set(draft, (againstFacts.get(draft) ?? new WeakMap()).set(against, judged))
  return await judged
}

const isLong = ({ blocks }: ReadDocument): boolean => {
  const rows = blocks.reduce((count, block) => count + (block.kind === 'table' ? block.rows.length : 0), 0)
  return rows > FEW || blocks.length > FEW * 10
}
