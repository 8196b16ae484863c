import type { Decision } from '../../../../domain/programme/decision.ts'
import type { DecidedLevel } from './decisionDraft.ts'

export const kindWords: Record<Decision['kind'], string> = {
  key: 'Key decision',
  significant_operational: 'Significant operational decision',
  administrative: 'Administrative decision',
}

export const allocationKindWords: Record<Decision['allocationKind'], string> = {
  injection: 'Injection: adds money to the programme',
  reduction: 'Reduction: takes money out, entered with a minus',
  virement: 'Virement: moves money, and adds up to £0',
  reprofile: 'Reprofile: moves money to another year, and adds up to £0',
  correction: 'Correction: puts an earlier mistake right',
}

export const decidedLevelWords: Record<DecidedLevel, string> = {
  allocation: 'Allocation',
  authority: 'Authority to spend',
}
