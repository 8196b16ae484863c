import type { FundingCategory, FundingSource } from '../programme/fundingSource.ts'

const byCategory: Partial<Record<FundingCategory, string>> = {
  nhs_minimum_contribution: 'Minimum NHS Contribution',
  nhs_additional_contribution: 'Additional NHS Contribution',
  la_additional_contribution: 'Additional LA Contribution',
  disabled_facilities_grant: 'DFG',
}

const byName: [pattern: RegExp, word: string][] = [
  [/\bbetter care grant\b/i, 'Local Authority Better Care Grant'],
  [/\bibcf\b|improved better care/i, 'iBCF'],
  [/\b(icb|nhs)\b.*discharge|discharge.*\b(icb|nhs)\b/i, 'ICB Discharge Funding'],
  [/discharge/i, 'Local Authority Discharge Funding'],
]

/** What the template calls a source where it can be told; else the source's own name, which its list does not hold. */
export const bcfSource = ({ category, name, aliases }: Pick<FundingSource, 'category' | 'name' | 'aliases'>): string =>
  byCategory[category] ?? byName.find(([pattern]) => [name, ...aliases].some((each) => pattern.test(each)))?.[1] ?? name
