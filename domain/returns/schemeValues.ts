import type { Scheme } from '../programme/scheme.ts'
import type { ReturnLine, ReturnValue } from './completeness.ts'

const commissionerWords = { nhs: 'NHS', la: 'LA', joint: 'Joint', not_stated: '' } as const

/** What a return says of a scheme, by field; null for what nobody has said. */
export const schemeValues = (scheme: Scheme): ReturnLine['values'] => {
  const { schemeType, areaOfSpend, commissioner } = scheme
  const isJoint = commissioner === 'joint'
  return {
    schemeId: textValue(scheme.bcfSchemeId),
    schemeName: textValue(scheme.name),
    description: textValue(scheme.briefDescription),
    schemeType: textValue(schemeType),
    subType: textValue(scheme.subType),
    areaOfSpend: textValue(areaOfSpend),
    commissioner: textValue(commissionerWords[commissioner]),
    nhsShare: isJoint ? shareValue(scheme.nhsShareBp) : null,
    laShare: isJoint ? shareValue(scheme.laShareBp) : null,
    provider: textValue(scheme.providers.join('; ')),
    isNew: textValue(scheme.isExisting ? 'Existing' : 'New'),
  }
}

export const textValue = (text: string): ReturnValue => (text === '' ? null : { kind: 'text', text })

const shareValue = (basisPoints: number | null): ReturnValue =>
  basisPoints === null ? null : { kind: 'percent', basisPoints }
