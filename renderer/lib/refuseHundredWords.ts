import { MOST_WORDS } from '../../domain/change/changeRequest.ts'
import type { FieldError } from '../ui/ErrorSummary.tsx'
import { refuseText } from './readText.ts'

/** Why what changes, or why, cannot stand: it is missing (`ask` says what to do), or longer than the register takes. */
export const refuseHundredWords = (fieldId: string, text: string, label: string, ask: string): FieldError | null =>
  text.split(/\s+/).filter(Boolean).length > MOST_WORDS
    ? { fieldId, message: `${label} must be ${MOST_WORDS} words or fewer` }
    : refuseText(fieldId, text, { label, ask, longest: 1000 })
