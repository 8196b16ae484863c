import { createHash } from 'node:crypto'
import type { DocumentFormat } from '../../../../domain/reading/readDocument.ts'
import type { State } from '../../state.ts'
import type { Asked } from '../../work/works.ts'
import type { ReadingDraft } from './readingDrafts.ts'

const office = 'application/vnd.openxmlformats-officedocument'

const contentTypes: Record<DocumentFormat, string> = {
  docx: `${office}.wordprocessingml.document`,
  pdf: 'application/pdf',
  html: 'text/html',
  xlsx: `${office}.spreadsheetml.sheet`,
  text: 'text/plain',
}

/** Reads a document in a thread of its own, where it can be stopped. Throws what reading throws. */
export const readGiven = async (
  { ports, runAlone }: Pick<State, 'ports' | 'runAlone'>,
  given: { name: string; bytes: Uint8Array },
  asked?: Asked,
): Promise<ReadingDraft> => {
  const document = await runAlone('readDocument', { bytes: given.bytes }, asked)
  return {
    ...given,
    id: ports.newId(),
    contentType: contentTypes[document.format],
    document,
    corrections: [],
    confirmations: [],
    keptAs: null,
  }
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
