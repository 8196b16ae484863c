import { z } from 'zod'
import { ruleValues } from '../../../../db/subjects.ts'
import { KeyDecisionNotice } from '../../../../domain/authority/authorityRequest.ts'
import { calendarFile } from '../../../../domain/authority/calendarFile.ts'
import {
  type LawfulSpend,
  lawfulSpend,
  lawfulSpendInWords,
  type SpendRules,
  stepWords,
} from '../../../../domain/authority/lawfulSpend.ts'
import { bankHolidays } from '../../../../domain/bankHolidays.ts'
import { addDays, CalendarDay } from '../../../../domain/calendarDay.ts'
import { formatDay } from '../../../../domain/inWords.ts'
import { Pence } from '../../../../domain/money.ts'
import type { State } from '../../state.ts'
import { holidaysOf } from '../holidays.ts'

export const ClockInput = z.strictObject({
  from: z.strictObject({ kind: z.enum(['spend', 'decision', 'notice']), on: CalendarDay }),
  amount: Pence,
  isForWards: z.boolean(),
  noticeRoute: KeyDecisionNotice.shape.route,
  isCallInEligible: z.boolean(),
})

/** The holidays and the rules of the programme that is open; without one, those that are shipped. */
const rulesOf = async (state: State): Promise<SpendRules> => {
  if (!state.hasFile()) return { own: [], holidays: bankHolidays }
  return await state.file().read(async (db) => ({ own: await ruleValues.list(db), holidays: await holidaysOf(db) }))
}

/** Days drawn before the first step and after the last. */
const MARGIN = 31

/** When money may first be spent, and what has to be done by when; with a programme or without. */
export const calculateClock = async (state: State, input: z.infer<typeof ClockInput>) => {
  const rules = await rulesOf(state)
  const spend = lawfulSpend(input, rules)
  const [first, last] = [spend.steps[0]?.on ?? spend.decisionOn, spend.firstSpendOn]
  return {
    ...spend,
    sentences: lawfulSpendInWords(spend),
    /** The bank holidays of the days that are drawn, also where nothing is counted over them. */
    holidays: rules.holidays.filter(({ on }) => addDays(first, -MARGIN) <= on && on <= addDays(last, MARGIN)),
  }
}

/** A file that the page saves. */
export interface CalendarOfSteps {
  fileName: string
  contentType: string
  text: string
}

export const calendarOf = (
  spend: LawfulSpend,
  { name, madeAt }: { name: string; madeAt: Parameters<typeof calendarFile>[1] },
): CalendarOfSteps => ({
  fileName: `${
    name
      .replaceAll(/[^\p{L}\p{N} -]/gu, ' ')
      .trim()
      .slice(0, 80) || 'Lawful spend'
  }.ics`,
  contentType: 'text/calendar; charset=utf-8',
  text: calendarFile(
    spend.steps.map(({ step, on, reason }) => ({
      uid: `${step}-${name.replaceAll(/[^A-Za-z0-9]/g, '-').slice(0, 60)}@bcf-digital-tracker`,
      on,
      summary: `${stepWords[step]}: ${name}`,
      description: `${stepWords[step]} on ${formatDay(on)}. ${reason}.`,
    })),
    madeAt,
  ),
})

export const ClockFileInput = ClockInput.extend({ name: z.string().trim().min(1).max(300) })

export const clockCalendar = async (state: State, { name, ...input }: z.infer<typeof ClockFileInput>) =>
  calendarOf(lawfulSpend(input, await rulesOf(state)), { name, madeAt: state.ports.clock() })
