import { z } from 'zod'
import type { OnProgress } from '../../../db/queries/verify.ts'
import { Failure, fail } from '../../../domain/errors.ts'
import type { Ports } from '../ports.ts'
import { isLone } from './isLone.ts'
import { type JobName, type Jobs, type ProgrammeJobName, runJob } from './jobs.ts'
import { startBounded } from './startBounded.ts'
import { startWorker } from './startWorker.ts'

/** The page makes one up for each piece of work that it starts. */
export const WorkId = z.string().min(1).max(60)

/** Who asked for a piece of work, and what they call it. */
export interface Asked {
  session: string
  work: string
}

/** The name of a piece of work that a session asks for; undefined for work that nobody will ask about. */
export const askedBy = ({ session }: { session: string }, work: string | undefined): Asked | undefined =>
  work === undefined ? undefined : { session, work }

export interface Progress {
  done: number
  of: number
  /** Which piece of work that has several, from 1. */
  piece?: number
}

/** Which job on which file as of which event. */
export interface Order<Name extends JobName> {
  name: Name
  path: string
  seq: number
  input: Jobs[Name]['input']
}

/** Work of several pieces. */
interface Whole {
  isCancelled: boolean
  begun: number
  /** What was told last, by whatever piece: between two of them it is still under way. */
  progress: Progress | null
}

interface Running {
  progress: Progress | null
  stop: () => Promise<unknown>
}

/** Somebody who waits for work that is not theirs alone. */
interface Follower {
  /** Null for who will not ask about it. */
  key: string | null
  work: string
  letGo: () => void
}

/** The work on the open programme, each piece with a connection of its own. */
export interface Works {
  /**
   * Runs a job, a large one in a thread of its own. Throws what the job throws, `work-cancelled` where it was stopped, and
   * `work-stopped` where its thread has ended by itself.
   */
  run: <Name extends JobName>(order: Order<Name>, isLarge: boolean, asked?: Asked) => Promise<Jobs[Name]['result']>
  /** Does work of several pieces under one name: what is cancelled between two of them, or within a small one, throws `work-cancelled`. */
  whole: <Result>(asked: Asked | undefined, work: () => Promise<Result>) => Promise<Result>
  /** Keeps work that is done elsewhere among the others for as long as it goes on, so that it can be stopped as they are. */
  hold: <Result>(begun: Begun<Result>, asked?: Asked) => Promise<Result>
  /**
   * Waits beside others for work that was begun under another name. Who waits is told how far it is; who cancels waits no
   * longer, and the last of them stops it.
   */
  follow: <Result>(work: Asked, result: Promise<Result>, asked?: Asked) => Promise<Result>
  /** Null where no such work runs, or nothing is known of it yet. */
  progress: (asked: Asked) => Progress | null
  /** Stops a piece of work; nothing happens where it has ended. */
  cancel: (asked: Asked) => Promise<void>
  /** Stops everything and waits until nothing holds the file. */
  stopAll: () => Promise<void>
}

export const createWorks = (log: Ports['log']): Works => {
  const running = new Map<string, Running>()
  const followers = new Set<Follower>()
  const wholes = new Map<string, Whole>()
  let unnamed = 0
  const keyOf = ({ session, work }: Asked) => JSON.stringify([session, work])
  /** Runs what can be stopped under a name of its own, or the one that was given. */
  const keep = async <Result>(
    start: (tell: OnProgress) => Begun<Result>,
    asked: Asked | undefined,
  ): Promise<Result> => {
    unnamed += 1
    const key = asked ? keyOf(asked) : String(unnamed)
    if (running.has(key)) fail('bad-request', { fields: [{ path: 'work', message: 'running' }] })
    const whole = wholes.get(key)
    if (whole) whole.begun += 1
    const piece = whole && { piece: whole.begun }
    const { result, stop } = start((done, of) => {
      const told = whole ?? running.get(key)
      if (told) told.progress = { done, of, ...piece }
    })
    running.set(key, { progress: null, stop })
    if (whole?.isCancelled) void stop()
    try {
      const done = await result
      return whole?.isCancelled ? fail('work-cancelled', {}) : done
    } finally {
      running.delete(key)
    }
  }
  return {
    run: (order, isLarge, asked) =>
      keep((tell) => {
        type Result = Begun<Jobs[typeof order.name]['result']>
        // The compiler does not see that a name which is not the one is another.
        if (isLone(order)) return startBounded(order, tell, log) as Result
        if (isLarge) return startWorker(order, tell, log)
        return runHere(order as Order<JobName> as Order<ProgrammeJobName>, log) as Result
      }, asked),
    async whole(asked, work) {
      if (asked === undefined) return await work()
      const key = keyOf(asked)
      if (wholes.has(key)) fail('bad-request', { fields: [{ path: 'work', message: 'running' }] })
      wholes.set(key, { isCancelled: false, begun: 0, progress: null })
      try {
        return await work()
      } finally {
        wholes.delete(key)
      }
    },
    hold: (begun, asked) => keep(() => begun, asked),
    async follow(work, result, asked) {
      const { promise: letGo, reject } = Promise.withResolvers<never>()
      const own = {
        key: asked ? keyOf(asked) : null,
        work: keyOf(work),
        letGo: () => reject(new Failure('work-cancelled', {})),
      }
      followers.add(own)
      try {
        return await Promise.race([result, letGo])
      } finally {
        followers.delete(own)
      }
    },
    progress(asked) {
      const key = followed(asked)?.work ?? keyOf(asked)
      return (wholes.get(key) ?? running.get(key))?.progress ?? null
    },
    async cancel(asked) {
      const whole = wholes.get(keyOf(asked))
      if (whole) whole.isCancelled = true
      const own = followed(asked)
      const isAlone = ![...followers].some((each) => each !== own && each.work === own?.work)
      // The last one is told that it has ended when it has, and not before.
      if (own && !isAlone) own.letGo()
      else await running.get(own?.work ?? keyOf(asked))?.stop()
    },
    async stopAll() {
      await Promise.all([...running.values()].map(({ stop }) => stop()))
    },
  }

  function followed(asked: Asked): Follower | undefined {
    const key = keyOf(asked)
    return [...followers].find((each) => each.key === key)
  }
}

/** Work that goes on. */
interface Begun<Result> {
  result: Promise<Result>
  stop: () => Promise<unknown>
}

/** Small work is done sooner than a thread is started for it, and sooner than anybody could stop it. */
const runHere = <Name extends ProgrammeJobName>(order: Order<Name>, log: Ports['log']) => {
  const result = runJob(order, () => undefined, log)
  return { result, stop: () => Promise.allSettled([result]) }
}

/** Whether a failure only says that somebody no longer wanted the work. */
export const isCancelled = (error: unknown): boolean => error instanceof Failure && error.code === 'work-cancelled'
