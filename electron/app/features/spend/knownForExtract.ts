import type { Reading } from '../../../../db/schema.ts'
import type { ProgrammeFacts } from '../../../../domain/programme/facts.ts'
import type { ExtractDraft } from './extractDrafts.ts'

export const knownForExtract = async (
  _db: Reading,
  _facts: ProgrammeFacts,
  _draft: ExtractDraft,
): Promise<never[]> => []
