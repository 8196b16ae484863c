import type { ProgrammeFacts } from '../../programme/facts.ts'
import type { Theme } from '../../programme/theme.ts'
import type { Draft } from '../finding.ts'
import { ledgerPlace, nameOf, themesOf } from '../ledgerSums.ts'
import type { StatedDocument } from '../stated.ts'
import { documentTables, statedPlace, whereIs } from '../statedTable.ts'

/** R27: a scheme belongs to one theme at a time, and every name that a document uses for a theme or a role is known. */
export const themeNames = (facts: ProgrammeFacts): Draft[] => [
  ...facts.documents.flatMap((document) => [
    ...statedThemes(facts, document),
    ...statedMemberships(facts, document),
    ...namesThatDiffer(document),
  ]),
  ...memberships(facts),
]

const isNameOf = (name: string) => (theme: Theme) =>
  [theme.name, ...theme.aliases].some((known) => normal(known) === normal(name))

const normal = (name: string): string => name.trim().toLowerCase()

const statedThemes = (facts: ProgrammeFacts, document: StatedDocument): Draft[] => {
  const rowNames = documentTables(document).flatMap((table) =>
    table.rows.flatMap((row) =>
      row.meaning.kind === 'place' && row.meaning.place.kind === 'theme' ? [row.label] : [],
    ),
  )
  return document.claims.flatMap(({ claim, place }): Draft[] => {
    if (claim.kind !== 'themes') return []
    const unknown = claim.names.filter((name) => !facts.themes.some(isNameOf(name)))
    const unnamed = facts.themes.filter(
      (theme) => theme.retiredOn === null && !claim.names.some((name) => isNameOf(name)(theme)),
    )
    const otherNames = [...new Set([...claim.names, ...rowNames])].filter(
      (name) => facts.themes.some(isNameOf(name)) && !facts.themes.some((theme) => theme.name === name),
    )
    if (unknown.length === 0 && unnamed.length === 0) return []
    return [
      {
        key: `${document.id}/themes/${place.section}/${place.paragraph}`,
        place: statedPlace(document.id, place),
        subject: {
          kind: 'theme-names',
          unnamed: unnamed.map((theme) => theme.name),
          unknown,
          otherNames,
          where: whereIs(place),
        },
      },
    ]
  })
}

const statedMemberships = (facts: ProgrammeFacts, document: StatedDocument): Draft[] =>
  document.claims.flatMap(({ claim, place }): Draft[] => {
    if (claim.kind !== 'membership') return []
    const recorded = themesOf(facts, claim.schemeId)
    if (recorded.includes(claim.themeId)) return []
    const [themeId] = recorded
    return [
      {
        key: `${document.id}/${claim.schemeId}/${place.section}/${place.paragraph}`,
        place: statedPlace(document.id, place),
        subject: {
          kind: 'other-theme',
          name: nameOf(facts, { kind: 'scheme', id: claim.schemeId }),
          stated: nameOf(facts, { kind: 'theme', id: claim.themeId }),
          recorded: themeId === undefined ? null : nameOf(facts, { kind: 'theme', id: themeId }),
          where: whereIs(place),
        },
      },
    ]
  })

const namesThatDiffer = (document: StatedDocument): Draft[] => {
  const named = document.claims.flatMap(({ claim, place }) => (claim.kind === 'named' ? [{ claim, place }] : []))
  return [...Map.groupBy(named, ({ claim }) => claim.role)].flatMap(([role, all]): Draft[] => {
    const most = all.toSorted((one, other) => other.claim.names.length - one.claim.names.length)[0]
    return all
      .filter((each) => most && new Set(each.claim.names).symmetricDifference(new Set(most.claim.names)).size > 0)
      .map((each) => ({
        key: `${document.id}/${role}/${each.place.section}/${each.place.paragraph}`,
        severity: 'note',
        place: statedPlace(document.id, each.place),
        subject: {
          kind: 'names-differ',
          role,
          fewer: each.claim.names,
          more: most?.claim.names ?? [],
          where: whereIs(each.place),
          elsewhere: most ? whereIs(most.place) : '',
        },
      }))
  })
}

const memberships = (facts: ProgrammeFacts): Draft[] =>
  facts.schemes.flatMap((scheme): Draft[] => {
    const themes = themesOf(facts, scheme.id)
    if (themes.length === 1) return []
    const place = { kind: 'scheme' as const, id: scheme.id }
    return [
      {
        key: `ledger/${scheme.id}`,
        place: ledgerPlace(facts, null, place, null),
        subject: {
          kind: 'theme-membership',
          name: scheme.name,
          themes: themes.map((id) => nameOf(facts, { kind: 'theme', id })),
        },
      },
    ]
  })
