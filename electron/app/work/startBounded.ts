import type { OnProgress } from '../../../db/queries/verify.ts'
import { Failure } from '../../../domain/errors.ts'
import type { Ports } from '../ports.ts'
import type { LoneJobName } from './jobs.ts'
import { startWorker } from './startWorker.ts'
import type { Order } from './works.ts'

/** What a piece of work on somebody else's file may take. */
export interface Bounds {
  megabytes: number
  /** Of the processor, from the moment at which its thread has begun with it: a busy machine makes no file suspect. */
  seconds: number
}

const bounds: Bounds = { megabytes: 400, seconds: 10 }

const MEGABYTE = 1_000_000
/** In milliseconds. What a thread keeps outside its heap is bounded by nothing but being looked at. */
const LOOK = 50
/** So many times its seconds of the processor may go by on the clock: one that waits for what never comes uses none. */
const PATIENCE = 12

/** Runs a job on a file that may be made to do harm. Throws `document-too-slow` and `document-too-large` too. */
export const startBounded = (
  order: Order<LoneJobName>,
  onProgress: OnProgress,
  log: Ports['log'],
  { megabytes, seconds }: Bounds = bounds,
) => {
  let refused: Failure | undefined
  const refuse = (failure: Failure) => {
    refused = failure
    void stop()
  }
  let begunAt: number | undefined
  const begun: OnProgress = (done, of) => {
    begunAt ??= performance.now()
    onProgress(done, of)
  }
  const { result, stop, used } = startWorker(order, begun, log, megabytes)
  let secondsBefore: number | undefined
  const tooLarge = () => new Failure('document-too-large', { what: 'memory', limit: megabytes })
  const looking = setInterval(async () => {
    const now = await used()
    if (now === undefined) return
    if (now.memory > megabytes * MEGABYTE) refuse(tooLarge())
    if (begunAt === undefined) return
    // What it took to load the program is not the file's doing.
    secondsBefore ??= now.seconds
    const isSlow = now.seconds - secondsBefore > seconds || performance.now() - begunAt > seconds * PATIENCE * 1000
    if (isSlow) refuse(new Failure('document-too-slow', { seconds }))
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
    }
  }
  return { result: bounded(), stop }
}
