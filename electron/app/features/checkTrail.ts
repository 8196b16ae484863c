import { lastSeq } from '../../../db/queries/events.ts'
import type { Verification } from '../../../db/queries/verify.ts'
import type { State } from '../state.ts'
import type { Asked } from '../work/works.ts'

/** Events. Fewer are checked sooner than a thread is started for it. */
const LONG_TRAIL = 2000

/** Proves that nothing in the open programme was altered. Throws `work-cancelled` where its reader has stopped it. */
export const checkTrail = async (state: State, asked?: Asked): Promise<Verification> => {
  // Not by the facts: a file whose things were damaged has none.
  const isLarge = (await state.file().read(lastSeq)) > LONG_TRAIL
  return await state.run('verify', null, null, isLarge, asked)
}
