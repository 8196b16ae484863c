import { z } from 'zod'
import { CalendarDay } from '../../domain/calendarDay.ts'
import { StartYear } from '../../domain/financialYear.ts'
import type { MoneyUnit } from '../../domain/money.ts'

/** The years, the unit and the day that every screen is drawn for. */
export interface View {
  from: StartYear
  to: StartYear
  unit: MoneyUnit
  /** Null is today. */
  asAt: CalendarDay | null
}

const YearRange = z.string().transform((text, context) => {
  const years = /^(\d{4})-(\d{4})$/.exec(text)
  const from = StartYear.safeParse(Number(years?.[1]))
  const to = StartYear.safeParse(Number(years?.[2]))
  if (from.success && to.success && from.data <= to.data) return text
  context.addIssue({ code: 'custom' })
  return z.NEVER
})

const unitOfAddress = { gbp: '£', k: '£000', m: '£m' } as const satisfies Record<string, MoneyUnit>
const addressOfUnit = { '£': 'gbp', '£000': 'k', '£m': 'm' } as const satisfies Record<MoneyUnit, string>

/** The part of the address that every screen shares: `fy=2020-2021` is 2020/21 to 2021/22. What it cannot read it drops. */
export const ViewSearch = z.object({
  fy: YearRange.optional().catch(undefined),
  unit: z.enum(['gbp', 'k', 'm']).optional().catch(undefined),
  asAt: CalendarDay.optional().catch(undefined),
})
export type ViewSearch = z.infer<typeof ViewSearch>

/** The view that an address means, with the reader's last choices and then the programme's own years in the gaps. */
export const viewOf = (search: ViewSearch, kept: ViewSearch, years: { from: StartYear; to: StartYear }): View => {
  const range = (search.fy ?? kept.fy)?.split('-').map(Number)
  return {
    from: range?.[0] ?? years.from,
    to: range?.[1] ?? years.to,
    unit: unitOfAddress[search.unit ?? kept.unit ?? 'k'],
    asAt: search.asAt ?? null,
  }
}

/** The address of a view; today is left out. */
export const searchOf = (view: View): ViewSearch => ({
  fy: `${view.from}-${view.to}`,
  unit: addressOfUnit[view.unit],
  ...(view.asAt === null ? {} : { asAt: view.asAt }),
})
