import type { Scheme } from '../../../domain/programme/scheme.ts'

export const ratingFields = [
  { field: 'dca', label: 'Delivery confidence' },
  { field: 'ragDelivery', label: 'Delivery' },
  { field: 'ragFinance', label: 'Finance' },
  { field: 'ragBenefits', label: 'Benefits' },
] as const

export const assuranceFields = [
  { field: 'edci', label: 'Equality, diversity, cohesion and integration (EDCI)' },
  { field: 'dtac', label: 'Digital technology assessment (DTAC)' },
  { field: 'dpia', label: 'Data protection assessment (DPIA)' },
  { field: 'clinicalSafety', label: 'Clinical safety' },
] as const

export const assuranceWords: Record<Scheme['edci'], string> = {
  not_recorded: 'Not recorded',
  not_needed: 'Not needed',
  planned: 'Planned',
  in_progress: 'In progress',
  complete: 'Complete',
}
