import { lastSeq } from '../../../db/queries/events.ts'
import type { Verification } from '../../../db/queries/verify.ts'
import type { State } from '../state.ts'
import type { Asked } from '../work/works.ts'

/** Events. Fewer are checked sooner than a thread is started for it. */
const LONG_TRAIL = 2000
/** Events. Fewer are checked sooner than a second thread is started for half of them. */
const TRAIL_FOR_TWO = 50_000

/** Whether a trail is so long that two threads share its check. */
export const isForTwo = (events: number): boolean => events > TRAIL_FOR_TWO

/** Proves that nothing in the open programme was altered. Throws `work-cancelled` where its reader has stopped it. */
export const checkTrail = async (state: State, asked?: Asked): Promise<Verification> => {
  // Not by the facts: a file whose things were damaged has none.
  const events = await state.file().read(lastSeq)
  return await state.run('verify', null, { inHalves: isForTwo(events) }, events > LONG_TRAIL, asked)
}
