import type { AssuranceKind, CaseAssurance, CaseOption } from '../../../domain/businessCase/businessCase.ts'

export const assuranceWords: Record<AssuranceKind, string> = {
  edci: 'equality screening (EDCI)',
  dpia: 'data protection assessment (DPIA)',
  dtac: 'digital technology assessment (DTAC)',
  clinical_safety: 'clinical safety',
  technical_fit: 'technical fit',
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
