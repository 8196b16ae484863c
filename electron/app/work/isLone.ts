import type { JobName, LoneJobName } from './jobs.ts'
import type { Order } from './works.ts'

/** Whether an order needs no programme, nor anything of the program that works on one. */
export const isLone = (order: Order<JobName>): order is Order<LoneJobName> =>
  order.name === 'readDocument' ||
  order.name === 'readContents' ||
  order.name === 'judgeDocument' ||
  order.name === 'surveyExtract'
