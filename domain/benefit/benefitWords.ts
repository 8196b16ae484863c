import type { BenefitState } from './benefit.ts'
import type { BenefitEvent } from './benefitActs.ts'

export const benefitStateWords: Record<BenefitState, string> = {
  identified: 'Identified',
  baselined: 'Baselined',
  target_agreed: 'Target agreed',
  tracking: 'Tracked',
  realised: 'Realised',
  partly_realised: 'Partly realised',
  not_realised: 'Not realised',
  closed: 'Closed',
}

export const benefitEventWords: Record<BenefitEvent, string> = {
  baseline: 'Accept the baseline',
  agree: 'Agree the targets',
  track: 'Track',
  open_again: 'Open the targets again',
  realise: 'Realised',
  realise_part: 'Realised in part',
  fail: 'Not realised',
  close: 'Close the benefit',
}

export const confidenceWords = { low: 'Low', medium: 'Medium', high: 'High' } as const
