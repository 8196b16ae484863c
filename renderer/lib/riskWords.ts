import type { Severity } from '../../domain/risk/matrix.ts'
import type { Proximity, Risk, RiskCategory, RiskStatus } from '../../domain/risk/risk.ts'

export const riskCategoryWords: Record<RiskCategory, string> = {
  strategy: 'Strategy',
  governance: 'Governance',
  operations: 'Operations',
  legal: 'Legal',
  property: 'Property',
  financial: 'Financial',
  commercial: 'Commercial',
  people: 'People',
  technology: 'Technology',
  information: 'Information',
  security: 'Security',
  project: 'Project or programme',
  reputation: 'Reputation',
}

export const riskStatusWords: Record<RiskStatus, string> = {
  identified: 'New',
  assessed: 'Assessed',
  controlled: 'Controlled',
  escalated: 'Escalated',
  watch: 'Watched',
  closed: 'Closed',
}

export const proximityWords: Record<Proximity, string> = {
  under_3: 'within 3 months',
  from_3_to_12: 'in 3 to 12 months',
  from_12_to_24: 'in 12 to 24 months',
  from_24_to_36: 'in 24 to 36 months',
  over_36: 'after 36 months',
}

export const approachWords: Record<NonNullable<Risk['approach']>, string> = { treat: 'Treat', tolerate: 'Tolerate' }

export const severityWords: Record<Severity, string> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  very_high: 'Very high',
}

export const stepWords: Record<string, string> = {
  1: '1, very low',
  2: '2, low',
  3: '3, medium',
  4: '4, high',
  5: '5, very high',
}
