import { z } from 'zod'
import { CalendarDay } from '../calendarDay.ts'
import { Id } from '../id.ts'

export const FundingCategory = z.enum([
  'grant',
  'nhs_minimum_contribution',
  'nhs_additional_contribution',
  'la_additional_contribution',
  'disabled_facilities_grant',
  'prudential_borrowing',
  'departmental_borrowing',
  'capital_receipts',
  'revenue_contribution',
  'section_106',
  'section_278',
  'partner_contribution',
  'earmarked_reserve',
])
export type FundingCategory = z.infer<typeof FundingCategory>

export const FundingSource = z.strictObject({
  id: Id,
  revision: z.int().min(1),
  isRemoved: z.boolean(),
  name: z.string().trim().min(1).max(200),
  aliases: z.array(z.string().trim().min(1).max(200)).max(50),
  category: FundingCategory,
  funder: z.string().trim().max(200),
  grantRef: z.string().trim().max(100),
  conditions: z.string().trim().max(2000),
  /** A restricted source cannot pay for the other nature (R19). */
  restrictedTo: z.enum(['capital', 'revenue']).nullable(),
  spendByOn: CalendarDay.nullable(),
  securedStatus: z.enum([
    'not_stated',
    'identified',
    'applied',
    'indicative',
    'secured',
    'received',
    'at_risk',
    'refused',
  ]),
  interestRateBp: z.int().min(0).max(10_000).nullable(),
  assetLifeYears: z.int().min(1).max(100).nullable(),
  sort: z.int(),
  retiredOn: CalendarDay.nullable(),
})
export type FundingSource = z.infer<typeof FundingSource>

/** Borrowing costs revenue every year after; a grant does not (R21, R22). */
export const isBorrowing = (source: Pick<FundingSource, 'category'>): boolean =>
  source.category === 'prudential_borrowing' || source.category === 'departmental_borrowing'
