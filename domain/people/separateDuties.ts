import { fail } from '../errors.ts'

/** What the writers of an item never do to it. */
export type SeparateAct =
  | 'recommend'
  | 'approve'
  | 'check'
  | 'decide'
  | 'publish'
  | 'scrutinise'
  | 'discharge'
  | 'waive'
  | 'accept'
  | 'confirm'
  | 'certify'

/**
 * R14: nobody recommends, approves, checks or decides on what they wrote, administrators included. It goes by the person
 * and not by the role, so changing roles in between helps nobody. Throws `own-item`.
 */
export const separateDuties = (writers: readonly string[], actors: readonly string[], act: SeparateAct): void => {
  if (actors.some((actor) => writers.includes(actor))) fail('own-item', { act })
}
