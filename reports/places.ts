import type { Id } from '../domain/id.ts'
import type { Place } from '../domain/ledger/entry.ts'
import type { ProgrammeFacts } from '../domain/programme/facts.ts'
import type { Scheme } from '../domain/programme/scheme.ts'
import type { Theme } from '../domain/programme/theme.ts'

export interface Places {
  /** The programme, then themes, then schemes, each in the user's order. */
  inOrder: Place[]
  themes: Theme[]
  schemes: Scheme[]
  label(place: Place): string
  /** The theme that a scheme belongs to on the day asked for. */
  themeOf(schemeId: Id): Theme | undefined
}

/** The places of a programme in the order in which reports list them, with their names. */
export const placesOf = (facts: ProgrammeFacts): Places => {
  const themes = facts.themes.toSorted(byOrder)
  const schemes = facts.schemes.toSorted(byOrder)
  const { day } = facts.asAt
  const themeById = new Map(themes.map((theme) => [theme.id, theme]))
  const themeByScheme = new Map(
    facts.memberships
      .filter(({ fromOn, toOn }) => fromOn <= day && (toOn === null || toOn >= day))
      .map(({ schemeId, themeId }) => [schemeId, themeById.get(themeId)]),
  )
  const labels = new Map<Id, string>([
    [facts.programme.id, facts.programme.name],
    ...[...themes, ...schemes].map(({ id, name }): [Id, string] => [id, name]),
  ])
  return {
    inOrder: [
      { kind: 'programme', id: facts.programme.id },
      ...themes.map(({ id }): Place => ({ kind: 'theme', id })),
      ...schemes.map(({ id }): Place => ({ kind: 'scheme', id })),
    ],
    themes,
    schemes,
    label: ({ id }) => labels.get(id) ?? id,
    themeOf: (schemeId) => themeByScheme.get(schemeId),
  }
}

type Ordered = { sort: number; id: Id }

const byOrder = (one: Ordered, other: Ordered): number => one.sort - other.sort || (one.id < other.id ? -1 : 1)
