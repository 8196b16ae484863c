import { formatYear } from '../../../domain/financialYear.ts'
import { formatInSentence } from '../../../domain/money.ts'
import type { Slot } from '../../../domain/pipeline/slotCandidates.ts'

/** Whether a candidate has a place in the headroom, in a word, and why. */
export const slotWords = (slot: Slot): { word: string; tint: 'green' | 'yellow' | 'grey'; why: string } => {
  switch (slot.kind) {
    case 'fits':
      return { word: 'Fits', tint: 'green', why: `needs ${formatInSentence(slot.needed)}` }
    case 'too-dear':
      return {
        word: 'Does not fit',
        tint: 'yellow',
        why: `needs ${formatInSentence(slot.asked)} up to ${formatYear(slot.throughYear)}, where ${slot.left > 0 ? formatInSentence(slot.left) : 'nothing'} is left`,
      }
    case 'beyond-years':
      return {
        word: 'Does not fit',
        tint: 'yellow',
        why: `costs money in ${formatYear(slot.startYear)}, outside the years of the programme`,
      }
    case 'no-costs':
      return { word: 'Not estimated', tint: 'grey', why: 'nobody has said what it would cost' }
    case 'no-score':
      return {
        word: 'Not scored',
        tint: 'grey',
        why:
          slot.criteria === 0 ? 'no criteria are in force' : `${slot.scored} of ${slot.criteria} criteria are scored`,
      }
  }
}
