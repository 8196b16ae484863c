import type { FundingSource } from '../../../domain/programme/fundingSource.ts'

export const categoryWords: Record<FundingSource['category'], string> = {
  grant: 'Grant',
  nhs_minimum_contribution: 'NHS minimum contribution',
  nhs_additional_contribution: 'NHS additional contribution',
  la_additional_contribution: 'Council additional contribution',
  disabled_facilities_grant: 'Disabled Facilities Grant',
  prudential_borrowing: 'Prudential borrowing',
  departmental_borrowing: 'Departmental borrowing',
  capital_receipts: 'Capital receipts',
  revenue_contribution: 'Revenue contribution',
  section_106: 'Section 106',
  section_278: 'Section 278',
  partner_contribution: 'Partner contribution',
  earmarked_reserve: 'Earmarked reserve',
}

export const securedWords: Record<FundingSource['securedStatus'], string> = {
  not_stated: 'Not stated',
  identified: 'Identified',
  applied: 'Applied for',
  indicative: 'Indicative',
  secured: 'Secured',
  received: 'Received',
  at_risk: 'At risk',
  refused: 'Refused',
}

export const natureWords: Record<'capital' | 'revenue', string> = { capital: 'Capital only', revenue: 'Revenue only' }
