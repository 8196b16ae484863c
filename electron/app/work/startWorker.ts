import { Worker } from 'node:worker_threads'
import type { OnProgress } from '../../../db/queries/verify.ts'
import { Failure } from '../../../domain/errors.ts'
import type { Ports } from '../ports.ts'
import { errorFrom } from './carriedError.ts'
import type { JobName, Jobs } from './jobs.ts'
import type { Told } from './worker.ts'
import type { Order } from './works.ts'

// Beside this module as a source, and beside the bundle once it is built.
const workerFile = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)

/** In megabytes: one piece of work that runs wild must not take the whole program with it. */
const MOST_MEMORY = 4096

/** Of a second. */
const MICROSECONDS = 1_000_000

/** Ended from outside, these would leave a file half written or a lock held: they are asked, and take it away. */
const askedToStop: readonly JobName[] = ['backup', 'everything', 'bringIn', 'takeBack']

/** Runs a job in a thread of its own. A thread that ends without a result was cancelled, or has stopped by itself. */
export const startWorker = <Name extends JobName>(
  order: Order<Name>,
  onProgress: OnProgress,
  log: Ports['log'],
  megabytes = MOST_MEMORY,
) => {
  const worker = new Worker(workerFile, {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  })
  let isStopping = false
  const result = new Promise<Jobs[Name]['result']>((resolve, reject) => {
    worker.on('message', (told: Told) => {
      if (told.kind === 'progress') onProgress(told.done, told.of)
      if (told.kind === 'log') log(told.line)
      if (told.kind === 'done') resolve(told.value as Jobs[Name]['result'])
      if (told.kind === 'refused') reject(new Failure(told.code, told.detail))
      if (told.kind === 'failed') reject(errorFrom(told.error))
    })
    worker.on('error', (error: Error & { code?: string }) => {
      log({ level: 'error', what: 'work stopped', name: error.name, errorCode: error.code })
    })
    // Once there is a result this changes nothing.
    worker.on('exit', () => reject(new Failure(isStopping ? 'work-cancelled' : 'work-stopped', {})))
  })
  return {
    result,
    /** Its memory in bytes, and its seconds of the processor; undefined once the thread has ended. */
    async used(): Promise<{ memory: number; seconds: number } | undefined> {
      try {
        const [heap, cpu] = await Promise.all([worker.getHeapStatistics(), worker.cpuUsage()])
        return { memory: heap.used_heap_size + heap.external_memory, seconds: (cpu.user + cpu.system) / MICROSECONDS }
      } catch {
        return undefined
      }
    },
    async stop() {
      isStopping = true
      if (!askedToStop.includes(order.name)) {
        await worker.terminate()
        return
      }
      worker.postMessage('stop')
      await Promise.allSettled([result])
    },
  }
}
