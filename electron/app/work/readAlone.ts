import type { OnProgress } from '../../../db/queries/verify.ts'
import type { Jobs, LoneJobName } from './jobs.ts'
import type { Order } from './works.ts'

/** Reads or judges a document, in whatever thread it is called, without anything of the programme that is open. */
export const readAlone = async (order: Order<LoneJobName>, tell: OnProgress): Promise<Jobs[LoneJobName]['result']> => {
  // That it has begun is told once its code is there and before the first page, which can be the longest.
  if (isToBeRead(order)) {
    const { readDocument } = await import('../features/documents/readers/readDocument.ts')
    tell(0, 1)
    return await readDocument(order.input.bytes, tell)
  }
  if (isToBeVerified(order)) {
    const { readContents } = await import('../features/reports/verify/readContents.ts')
    tell(0, 1)
    return await readContents(order.input.bytes)
  }
  if (isToBeSurveyed(order)) {
    const { surveyExtract } = await import('../features/spend/surveyExtract.ts')
    tell(0, 1)
    return await surveyExtract(order.input.path)
  }
  const { judgeDocument } = await import('../features/documents/judgeDocument.ts')
  tell(0, 1)
  return judgeDocument((order as Order<'judgeDocument'>).input)
}

const isToBeRead = (order: Order<LoneJobName>): order is Order<'readDocument'> => order.name === 'readDocument'

const isToBeVerified = (order: Order<LoneJobName>): order is Order<'readContents'> => order.name === 'readContents'

const isToBeSurveyed = (order: Order<LoneJobName>): order is Order<'surveyExtract'> => order.name === 'surveyExtract'
