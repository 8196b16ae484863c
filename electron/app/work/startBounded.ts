import type { OnProgress } from '../../../db/queries/verify.ts'
import { Failure } from '../../../domain/errors.ts'
import type { Ports } from '../ports.ts'
import type { LoneJobName } from './jobs.ts'
import { startWorker } from './startWorker.ts'
import type { Order } from './works.ts'

/** What a piece of work on somebody else's file may take. */
export interface Bounds {
  megabytes: number
  /** From the moment at which its thread has begun with it. */
  seconds: number
}

const bounds: Bounds = { megabytes: 400, seconds: 10 }

const MEGABYTE = 1_000_000
/** In milliseconds. What a thread keeps outside its heap is bounded by nothing but being looked at. */
const LOOK = 50

/** Runs a job on a file that may be made to do harm. Throws `document-too-slow` and `document-too-large` too. */
export const startBounded = (
  order: Order<LoneJobName>,
  onProgress: OnProgress,
  log: Ports['log'],
  { megabytes, seconds }: Bounds = bounds,
) => {
  let refused: Failure | undefined
  let slow: NodeJS.Timeout | undefined
  const refuse = (failure: Failure) => {
    refused = failure
    void stop()
  }
  const begun: OnProgress = (done, of) => {
    slow ??= setTimeout(() => refuse(new Failure('document-too-slow', { seconds })), seconds * 1000)
    onProgress(done, of)
  }
  const { result, stop, memory } = startWorker(order, begun, log, megabytes)
  const tooLarge = () => new Failure('document-too-large', { what: 'memory', limit: megabytes })
  const looking = setInterval(async () => {
    if ((await memory()) > megabytes * MEGABYTE) refuse(tooLarge())
  }, LOOK)
  const bounded = async () => {
    try {
      return await result
    } catch (error) {
      if (refused) throw refused
      // The heap of a thread has a bound of its own, at which the thread ends by itself.
      if (error instanceof Failure && error.code === 'work-stopped') throw tooLarge()
      throw error
    } finally {
      clearInterval(looking)
      clearTimeout(slow)
    }
  }
  return { result: bounded(), stop }
}
