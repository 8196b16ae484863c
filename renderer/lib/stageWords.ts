import type { Lifecycle } from '../../domain/programme/scheme.ts'

/** The word for each stage of a scheme's life. */
export const stageWords: Record<Lifecycle, string> = {
  idea: 'Idea',
  live: 'Live',
  practically_complete: 'Practically complete',
  financially_closed: 'Financially closed',
  closed: 'Closed',
  on_hold: 'On hold',
  cancelled: 'Cancelled',
  unfunded: 'Unfunded',
}
