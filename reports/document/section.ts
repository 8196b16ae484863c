import type { NarrativeSection, Part } from '../model/reportModel.ts'
import { type Figures, narrativeParts } from '../narrative/narrativeParts.ts'
import { paragraphPart } from './parts.ts'

/** What was written for a report, by section id, and what its tokens stand for. */
export interface Writing {
  narrative: Readonly<Record<string, string>>
  figures: Figures
}

export interface WrittenSection {
  section: NarrativeSection
  parts: Part[]
  /** What is not there, in a sentence for the list of what is missing; null where there is a text. */
  missing: string | null
}

/**
 * One text of a report: what was written for it, else what is proposed, else in its place a plain sentence that says what
 * nobody has written.
 */
export const writeSection = (
  { narrative, figures }: Writing,
  { id, heading, proposed, absent }: { id: string; heading: string; proposed: string; absent: string },
): WrittenSection => {
  const text = narrative[id] ?? proposed
  const section = { id, heading, text }
  const parts = narrativeParts(text, { id, number: null, figures })
  return parts.length > 0
    ? { section, parts, missing: null }
    : { section, parts: [paragraphPart(`${id}/absent`, absent)], missing: `${heading}: ${absent}` }
}
