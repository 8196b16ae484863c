import type { CalendarDay } from '../../../domain/calendarDay.ts'
import { firstDay } from '../../../domain/financialYear.ts'
import { Id } from '../../../domain/id.ts'
import type { Lifecycle } from '../../../domain/programme/scheme.ts'
import { dayText, readFormDay } from '../../lib/readFormDay.ts'
import { type Read, readOf, refuseText } from '../../lib/readText.ts'

/** The stages that a scheme can begin in. */
export const firstStages = ['live', 'idea', 'unfunded'] as const satisfies Lifecycle[]
export type FirstStage = (typeof firstStages)[number]

export interface SchemeDraft {
  name: string
  ref: string
  themeId: string
  fromOn: string
  lifecycle: FirstStage
}

/** A new scheme belongs to its theme from the programme's first day, or from today in a programme that is still to begin. */
export const blankScheme = (themeId: string, startYear: number, today: CalendarDay): SchemeDraft => {
  const first = firstDay(startYear)
  return { name: '', ref: '', themeId, fromOn: dayText(first < today ? first : today), lifecycle: 'live' }
}

export interface NewScheme {
  themeId: Id
  fromOn: CalendarDay
  lifecycle: FirstStage
  attributes: { name: string; ref: string }
}

export const readScheme = (draft: SchemeDraft): Read<NewScheme> => {
  const from = readFormDay('scheme-from', draft.fromOn, { isNeeded: true })
  const theme = Id.safeParse(draft.themeId)
  return readOf(
    {
      themeId: theme.data as Id,
      fromOn: from.day as CalendarDay,
      lifecycle: draft.lifecycle,
      attributes: { name: draft.name.trim(), ref: draft.ref.trim() },
    },
    [
      refuseText('scheme-name', draft.name, { label: 'Name', ask: 'Enter the name of the scheme', longest: 200 }),
      refuseText('scheme-ref', draft.ref, { label: 'Reference', longest: 40 }),
      theme.success ? null : { fieldId: 'scheme-theme', message: 'Choose the theme that the scheme belongs to' },
      from.error,
    ],
  )
}

export const readMove = (
  draft: Pick<SchemeDraft, 'themeId' | 'fromOn'>,
): Read<{ themeId: Id; fromOn: CalendarDay }> => {
  const from = readFormDay('move-from', draft.fromOn, { isNeeded: true })
  const theme = Id.safeParse(draft.themeId)
  return readOf({ themeId: theme.data as Id, fromOn: from.day as CalendarDay }, [
    theme.success ? null : { fieldId: 'move-theme', message: 'Choose the theme that the scheme moves to' },
    from.error,
  ])
}
