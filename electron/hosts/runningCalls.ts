export interface RunningCalls {
  /** Passes a call on, and counts it as running until it has ended. */
  follow: <T>(call: Promise<T>) => Promise<T>
  /** Ends when every call has, at the latest after a time in milliseconds. */
  ended: (grace: number) => Promise<void>
}

/** Follows the calls of a host, so that closing can wait for those that run. */
export const runningCalls = (): RunningCalls => {
  const running = new Set<Promise<unknown>>()
  return {
    follow(call) {
      running.add(call)
      const forget = () => running.delete(call)
      call.then(forget, forget)
      return call
    },
    async ended(grace) {
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<void>((done) => {
        timer = setTimeout(done, grace)
      })
      await Promise.race([Promise.allSettled(running), late])
      clearTimeout(timer)
    },
  }
}
