import type { AssuranceKind, CaseAssurance, CaseOption } from './businessCase.ts'

export const assuranceTitles: Record<AssuranceKind, string> = {
  edci: 'Equality, diversity, cohesion and integration (EDCI)',
  dpia: 'Data protection impact assessment (DPIA)',
  dtac: 'Digital technology assessment criteria (DTAC)',
  clinical_safety: 'Clinical safety case',
  technical_fit: 'Technical fit, by the board that monitors',
}

export const assuranceStatusWords: Record<CaseAssurance['status'], string> = {
  not_recorded: 'Not recorded',
  not_needed: 'Not needed',
  planned: 'Planned',
  in_progress: 'In progress',
  complete: 'Complete',
}

export const optionKindWords: Record<CaseOption['kind'], string> = {
  do_nothing: 'Do nothing',
  minimum: 'The least that would do',
  preferred: 'The preferred option',
  other: 'Another option',
}
