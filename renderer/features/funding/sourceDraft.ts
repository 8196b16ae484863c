import { FundingCategory, FundingSource } from '../../../domain/programme/fundingSource.ts'
import { dayText, readFormDay } from '../../lib/readFormDay.ts'
import { type Read, readLines, readOf, refuseLines, refuseText } from '../../lib/readText.ts'
import type { FieldError } from '../../ui/ErrorSummary.tsx'

/** A source as typed. */
export interface SourceDraft {
  name: string
  /** One a line. */
  aliases: string
  category: string
  funder: string
  grantRef: string
  conditions: string
  restrictedTo: string
  spendByOn: string
  securedStatus: string
  /** Per cent a year. */
  interestRate: string
  assetLifeYears: string
}

export const blankSource: SourceDraft = {
  name: '',
  aliases: '',
  category: '',
  funder: '',
  grantRef: '',
  conditions: '',
  restrictedTo: '',
  spendByOn: '',
  securedStatus: 'not_stated',
  interestRate: '',
  assetLifeYears: '',
}

export const draftOfSource = (source: FundingSource): SourceDraft => ({
  name: source.name,
  aliases: source.aliases.join('\n'),
  category: source.category,
  funder: source.funder,
  grantRef: source.grantRef,
  conditions: source.conditions,
  restrictedTo: source.restrictedTo ?? '',
  spendByOn: dayText(source.spendByOn),
  securedStatus: source.securedStatus,
  interestRate: source.interestRateBp === null ? '' : String(source.interestRateBp / 100),
  assetLifeYears: source.assetLifeYears === null ? '' : String(source.assetLifeYears),
})

export const idOf = (field: keyof SourceDraft): string => `source-${field}`

export const isBorrowingCategory = (category: string): boolean =>
  category === 'prudential_borrowing' || category === 'departmental_borrowing'

type SourceAttributes = Omit<FundingSource, 'id' | 'revision' | 'isRemoved' | 'sort' | 'retiredOn'>

/** The source that a draft means, or what has to be put right in it. */
export const readSource = (draft: SourceDraft): Read<SourceAttributes> => {
  const category = FundingCategory.safeParse(draft.category)
  const aliases = readLines(draft.aliases)
  const spendBy = readFormDay(idOf('spendByOn'), draft.spendByOn)
  const isBorrowing = isBorrowingCategory(draft.category)
  const rate = readNumber('interestRate', isBorrowing ? draft.interestRate : '', {
    pattern: /^\d{1,3}(\.\d{1,2})?$/,
    most: 100,
    ask: 'Enter the interest rate in per cent, for example 2.5',
  })
  const life = readNumber('assetLifeYears', isBorrowing ? draft.assetLifeYears : '', {
    pattern: /^[1-9]\d{0,2}$/,
    most: 100,
    ask: 'Enter the asset life in whole years, for example 10',
  })
  return readOf(
    {
      name: draft.name.trim(),
      aliases,
      category: category.success ? category.data : 'grant',
      funder: draft.funder.trim(),
      grantRef: draft.grantRef.trim(),
      conditions: draft.conditions.trim(),
      restrictedTo: FundingSource.shape.restrictedTo.parse(draft.restrictedTo || null),
      spendByOn: spendBy.day,
      securedStatus: FundingSource.shape.securedStatus.parse(draft.securedStatus),
      interestRateBp: rate.value === null ? null : Math.round(rate.value * 100),
      assetLifeYears: life.value,
    },
    [
      refuseText(idOf('name'), draft.name, { label: 'Name', ask: 'Enter the name of the source', longest: 200 }),
      category.success ? null : { fieldId: idOf('category'), message: 'Choose what kind of funding it is' },
      refuseLines(idOf('aliases'), aliases, 'Other names'),
      refuseText(idOf('funder'), draft.funder, { label: 'Funder', longest: 200 }),
      refuseText(idOf('grantRef'), draft.grantRef, { label: 'Grant reference', longest: 100 }),
      refuseText(idOf('conditions'), draft.conditions, { label: 'Conditions', longest: 2000 }),
      spendBy.error,
      rate.error,
      life.error,
    ],
  )
}

function readNumber(
  field: keyof SourceDraft,
  text: string,
  { pattern, most, ask }: { pattern: RegExp; most: number; ask: string },
): { value: number | null; error: FieldError | null } {
  const plain = text.trim().replace(/\s*%$/, '')
  if (plain === '') return { value: null, error: null }
  const value = pattern.test(plain) ? Number(plain) : Number.NaN
  return value <= most ? { value, error: null } : { value: null, error: { fieldId: idOf(field), message: ask } }
}
