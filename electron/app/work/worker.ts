import { parentPort, workerData } from 'node:worker_threads'
import { Failure, type FailureCode, type Failures } from '../../../domain/errors.ts'
import { type CarriedError, carriedError } from './carriedError.ts'
import { type JobName, runJob } from './jobs.ts'
import type { Order } from './works.ts'

/** What a thread says to the program. */
export type Told =
  | { kind: 'progress'; done: number; of: number }
  | { kind: 'log'; line: object }
  | { kind: 'done'; value: unknown }
  | { kind: 'refused'; code: FailureCode; detail: Failures[FailureCode] }
  | { kind: 'failed'; error: CarriedError }

const tell = (told: Told): void => parentPort?.postMessage(told)

const work = async <Name extends JobName>(order: Order<Name>): Promise<Told> => {
  try {
    const value = await runJob(
      order,
      (done, of) => tell({ kind: 'progress', done, of }),
      (line) => tell({ kind: 'log', line }),
    )
    return { kind: 'done', value }
  } catch (error) {
    if (error instanceof Failure) return { kind: 'refused', code: error.code, detail: error.detail }
    return { kind: 'failed', error: carriedError(error) }
  }
}

tell(await work(workerData as Order<JobName>))
