import type { Benefit } from '../../domain/benefit/benefit.ts'
import type { Lesson } from '../../domain/closure/lesson.ts'
import type { Milestone } from '../../domain/delivery/milestone.ts'
import type { StartYear } from '../../domain/financialYear.ts'
import type { HighlightReport } from '../../domain/forecast/highlightReport.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { Writing } from '../document/section.ts'
import type { ChartPart } from '../model/chartPart.ts'

export interface AnnualReportGiven extends Writing {
  facts: ProgrammeFacts
  startYear: StartYear
  benefits: readonly Benefit[]
  lessons: readonly Lesson[]
  milestones: readonly Milestone[]
  /** Those that were submitted. */
  highlights: readonly HighlightReport[]
  /** What pays for the years of the programme; null where nothing is allocated in them. */
  funding: ChartPart | null
}
