import { pence } from '../money.ts'

/** The lists of the Better Care Fund's template, as they were offered from 2023 to 2025. */
export const schemeTypes = [
  'Assistive Technologies and Equipment',
  'Care Act Implementation Related Duties',
  'Carers Services',
  'Community Based Schemes',
  'DFG Related Schemes',
  'Enablers for Integration',
  'High Impact Change Model for Managing Transfer of Care',
  'Home Care or Domiciliary Care',
  'Housing Related Schemes',
  'Integrated Care Planning and Navigation',
  'Bed based intermediate care',
  'Home-based intermediate care',
  'Urgent Community Response',
  'Personalised Budgeting and Commissioning',
  'Personalised Care at Home',
  'Prevention / Early Intervention',
  'Residential Placements',
  'Workforce recruitment and retention',
  'Other',
] as const

export const areasOfSpend = [
  'Acute',
  'Mental Health',
  'Community Health',
  'Continuing Care',
  'Primary Care',
  'Social Care',
  'Other',
] as const

export const commissioners = ['NHS', 'LA', 'Joint'] as const

export const providers = [
  'Local Authority',
  'NHS Acute Provider',
  'NHS Community Provider',
  'NHS Mental Health Provider',
  'Charity / Voluntary Sector',
  'Private Sector',
  'NHS',
] as const

export const fundingSources2023 = [
  'Minimum NHS Contribution',
  'Additional NHS Contribution',
  'iBCF',
  'DFG',
  'Additional LA Contribution',
  'ICB Discharge Funding',
  'Local Authority Discharge Funding',
] as const

/** One grant replaces the improved Better Care Fund and the discharge funding of councils. */
export const fundingSources2025 = [
  'Minimum NHS Contribution',
  'Additional NHS Contribution',
  'Local Authority Better Care Grant',
  'DFG',
  'Additional LA Contribution',
] as const

/** Every amount of the template is from nothing to a hundred million pounds. */
export const amountLimits = [pence(0), pence(100_000_000_00)] as const
