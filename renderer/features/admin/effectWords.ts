import type { Effect } from '../../../domain/route/effectOfChange.ts'

/** What a change would have done in the last 12 months, in a sentence. */
export const effectWords = ({ of, examined, affected }: Effect): string => {
  if (examined === 0) return `Tried on the last 12 months: there are no ${of} to try it on.`
  return of === 'requests under way'
    ? `${examined} ${examined === 1 ? 'request' : 'requests'} under way would be held against it from that day.`
    : `Tried on the last 12 months: it would have made a difference to ${affected} of ${examined} ${of}.`
}
