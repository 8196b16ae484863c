import type { CalendarDay } from '../../domain/calendarDay.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import { themeOf } from '../../domain/programme/themeMembership.ts'
import { placeText } from './placeText.ts'

export interface PlaceGroup {
  label: string
  options: { value: string; label: string }[]
}

/** Where money can stand on a day: the programme, each theme in use with its schemes, and schemes without a theme. */
export const placeOptions = (
  { programme, themes, schemes, memberships }: Pick<ProgrammeFacts, 'programme' | 'themes' | 'schemes' | 'memberships'>,
  day: CalendarDay,
): PlaceGroup[] => {
  const schemesIn = (themeId: string | undefined) =>
    schemes
      .filter((scheme) => themeOf(memberships, scheme.id, day) === themeId && scheme.lifecycle !== 'cancelled')
      .map(({ id, name }) => ({ value: placeText({ kind: 'scheme', id }), label: name }))
  const groups = themes
    .filter((theme) => theme.retiredOn === null || theme.retiredOn > day)
    .map(({ id, name }) => ({
      label: name,
      options: [{ value: placeText({ kind: 'theme', id }), label: `${name} (theme)` }, ...schemesIn(id)],
    }))
  const whole = { value: placeText({ kind: 'programme', id: programme.id }), label: `${programme.name} (programme)` }
  return [
    { label: 'Programme', options: [whole] },
    ...groups,
    { label: 'No theme', options: schemesIn(undefined) },
  ].filter((group) => group.options.length > 0)
}
