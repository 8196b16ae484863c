import type { ClosureState } from '../../domain/closure/closure.ts'
import type { LessonCategory } from '../../domain/closure/lesson.ts'
import type { AssuranceKind, AssuranceStatus } from '../../domain/delivery/assurance.ts'
import type { DependencyState } from '../../domain/delivery/dependency.ts'

export const assuranceKindWords: Record<AssuranceKind, string> = {
  edci: 'Equality, diversity, cohesion and integration (EDCI)',
  dtac: 'Digital technology assessment (DTAC)',
  dpia: 'Data protection assessment (DPIA)',
  clinical_safety: 'Clinical safety (DCB0129 and DCB0160)',
  dspt: 'Data Security and Protection Toolkit (DSPT)',
  gateway_review: 'Gateway review',
}

export const assuranceStatusWords: Record<AssuranceStatus, string> = {
  not_recorded: 'Not recorded',
  not_needed: 'Not needed',
  planned: 'Planned',
  in_progress: 'In progress',
  complete: 'Complete',
}

export const dependencyStateWords: Record<DependencyState, string> = {
  met: 'Met',
  in_time: 'In time',
  late: 'Late',
  not_known: 'Not known',
}

export const closureStateWords: Record<ClosureState, string> = {
  completion_reported: 'Completion reported',
  account_agreed: 'Final account agreed',
  residual_released: 'Residual released',
  reported: 'Closure report with the board',
  accepted: 'Accepted by the board',
  handed_over: 'Benefits handed over',
  closed: 'Closed',
}

export const lessonCategoryWords: Record<LessonCategory, string> = {
  governance: 'Governance',
  business_case: 'Business case',
  procurement: 'Procurement',
  delivery: 'Delivery',
  technology: 'Technology',
  information: 'Information',
  people: 'People',
  money: 'Money',
  benefits: 'Benefits',
}
