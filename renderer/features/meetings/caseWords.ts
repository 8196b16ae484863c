import type { AssuranceKind, CaseAssurance, CaseOption } from '../../../domain/businessCase/businessCase.ts'

export const assuranceWords: Record<AssuranceKind, string> = {
  edci: 'equality, diversity, cohesion and integration (EDCI)',
  dpia: 'data protection impact assessment (DPIA)',
  dtac: 'digital technology assessment criteria (DTAC)',
  clinical_safety: 'clinical safety case',
  technical_fit: 'technical fit, by the board that monitors',
}

export const assuranceStateWords: Record<CaseAssurance['status'], string> = {
  not_recorded: 'not recorded',
  not_needed: 'not needed',
  planned: 'planned',
  in_progress: 'in progress',
  complete: 'complete',
}

export const optionKindWords: Record<CaseOption['kind'], string> = {
  do_nothing: 'Do nothing',
  minimum: 'Minimum',
  preferred: 'Preferred',
  other: 'Other',
}
