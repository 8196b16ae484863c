import { fail } from '../../../../../domain/errors.ts'
import type { ReadDocument } from '../../../../../domain/reading/readDocument.ts'
import type { TellRead } from './readDocument.ts'
export const readPdf = async (_bytes: Uint8Array, _tell: TellRead): Promise<ReadDocument> =>
  fail('document-scanned', {})
