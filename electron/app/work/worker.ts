import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { Failure, type FailureCode, type Failures, fail } from '../../../domain/errors.ts'
import { type CarriedError, carriedError } from './carriedError.ts'
import { isLone } from './isLone.ts'
import type { JobName, ProgrammeJobName } from './jobs.ts'
import type { Order } from './works.ts'

/** What a thread says to the program. */
export type Told =
  | { kind: 'progress'; done: number; of: number }
  | { kind: 'log'; line: object }
  | { kind: 'done'; value: unknown }
  | { kind: 'refused'; code: FailureCode; detail: Failures[FailureCode] }
  | { kind: 'failed'; error: CarriedError }

const tell = (told: Told): void => parentPort?.postMessage(told)

/** Whoever asks the work to stop is heard here, where the job can still take away what it has begun to write. */
const tellProgress = (done: number, of: number): void => {
  tell({ kind: 'progress', done, of })
  if (parentPort && receiveMessageOnPort(parentPort)) fail('work-cancelled', {})
}

const work = async <Name extends JobName>(order: Order<Name>): Promise<Told> => {
  try {
    return { kind: 'done', value: await done(order) }
  } catch (error) {
    if (error instanceof Failure) return { kind: 'refused', code: error.code, detail: error.detail }
    return { kind: 'failed', error: carriedError(error) }
  }
}

/** Who reads a document needs nothing of the rest of the program, and begins at once without it. */
const done = async (order: Order<JobName>): Promise<unknown> => {
  if (isLone(order)) return await (await import('./readAlone.ts')).readAlone(order, tellProgress)
  const { runJob } = await import('./jobs.ts')
  return await runJob(order as Order<ProgrammeJobName>, tellProgress, (line) => tell({ kind: 'log', line }))
}

tell(await work(workerData as Order<JobName>))
