import type { OnProgress } from '../../../db/queries/verify.ts'
import type { ReadDocument } from '../../../domain/reading/readDocument.ts'
import { readDocument } from '../features/documents/readers/readDocument.ts'
import type { Order } from './works.ts'

/** Reads a document, in whatever thread it is called, without anything of the programme that is open. */
export const readAlone = async ({ input }: Order<'readDocument'>, tell: OnProgress): Promise<ReadDocument> => {
  // That it has begun is told before the first page, which can be the longest.
  tell(0, 1)
  return await readDocument(input.bytes, tell)
}
