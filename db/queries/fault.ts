/** One thing that is not as it was recorded. */
export interface Fault {
  kind: 'balance' | 'chain' | 'event' | 'postings' | 'schema' | 'state' | 'thing'
  /** The event number, the place or the thing that it concerns. */
  where: string
  detail: string
}

/** A file that is damaged all over would tell the same a million times. */
export const MOST_FAULTS = 100
