import { useState } from 'react'
import type { DecisionDraft } from './decisionDraft.ts'

/** The draft that was left behind, so that a look at another page loses nothing. It goes with the window. */
let kept: { programmeId: string; draft: DecisionDraft } | null = null

/** The draft of a decision, kept until it is recorded or begun again. */
export const useKeptDraft = (programmeId: string, blank: () => DecisionDraft) => {
  const [draft, setDraft] = useState<DecisionDraft>(() => (kept?.programmeId === programmeId ? kept.draft : blank()))
  return {
    draft,
    setDraft: (next: DecisionDraft) => {
      kept = { programmeId, draft: next }
      setDraft(next)
    },
    /** Lets go of the draft: the next visit begins with an empty form. */
    forget: () => {
      kept = null
    },
    beginAgain: () => {
      kept = null
      setDraft(blank())
    },
  }
}
