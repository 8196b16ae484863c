import type { State } from '../../state.ts'
import type { Asked } from '../../work/works.ts'

/** Work of the host, which a person can stop as they stop the rest. */
export const stoppable = async <Result>(
  state: State,
  work: (signal: AbortSignal) => Promise<Result>,
  asked: Asked | undefined,
): Promise<Result> => {
  const stopping = new AbortController()
  const result = work(stopping.signal)
  const stop = async () => {
    stopping.abort()
    await Promise.allSettled([result])
  }
  return await state.works.hold({ result, stop }, asked)
}
