import { z } from 'zod'
import { accountTitles } from '../../../db/queries/accountTitles.ts'
import { explainFigure } from '../../../db/queries/explainFigure.ts'
import type { Reading } from '../../../db/schema.ts'
import { fail } from '../../../domain/errors.ts'
import { StartYear } from '../../../domain/financialYear.ts'
import { Id } from '../../../domain/id.ts'
import { Level, Place } from '../../../domain/ledger/entry.ts'
import { sum } from '../../../domain/money.ts'
import { whoActed } from '../../../domain/people/whoActed.ts'
import type { BalanceLine, ProgrammeFacts } from '../../../domain/programme/facts.ts'
import { themeOf } from '../../../domain/programme/themeMembership.ts'
import { namesIn } from './namesIn.ts'

/** A figure of a screen: levels at a place and below it, in a range of years, from one source or all. */
export const FigureInput = z.strictObject({
  levels: z.array(Level).min(1),
  place: Place,
  /** Whether the places below count too, as they do in a total. */
  withBelow: z.boolean(),
  from: StartYear,
  to: StartYear,
  sourceId: Id.nullable().optional(),
  /** Only what these decisions have posted; left out for everything. */
  decisionIds: z.array(Id).max(1000).optional(),
})
export type FigureInput = z.infer<typeof FigureInput>

const ENTRIES_SHOWN = 100

/** The entries behind a figure with their decisions, and the sums that it is made of by place and year. */
export const explain = async (facts: ProgrammeFacts, db: Reading, input: FigureInput) => {
  refuseStrange(facts, input.place)
  const placeIds = input.withBelow ? placesUnder(facts, input.place) : [input.place.id]
  const filter = { ...input, placeIds, fromYear: input.from, toYear: input.to }
  const { count, entries } = await explainFigure(db, filter, ENTRIES_SHOWN)
  const names = namesIn(facts)
  const people = await accountTitles(db)
  const { decisionIds } = input
  const kept = decisionIds ? facts.posted.filter((line) => decisionIds.includes(line.decisionId)) : facts.balances
  const lines = kept.filter((line) => isOf(line, input) && placeIds.includes(line.place.id))
  return {
    total: sum(lines.map((line) => line.amount)),
    lines: lines.map((line) => ({ ...line, name: names.get(line.place.id) ?? '' })),
    name: names.get(input.place.id) ?? '',
    count,
    above: placesAbove(facts, input.place).map((place) => ({
      place,
      name: names.get(place.id) ?? '',
      total: standingAt(facts, place, input),
    })),
    planBelow: planBelow(facts, input),
    entries: entries.map((entry) => ({
      ...entry,
      amount: entry.amount_pence,
      place: names.get(entry.place_id) ?? '',
      source: facts.sources.find((source) => source.id === entry.source_id)?.name ?? null,
      decision: facts.decisions.find((decision) => decision.id === entry.decision_id) ?? null,
      by: whoActed(people, entry),
      is_reversed: Boolean(entry.is_reversed),
    })),
  }
}

/** A figure of a place that the programme does not have would be read as that of another, or as nothing. */
const refuseStrange = (facts: ProgrammeFacts, { kind, id }: Place): void => {
  const known = { programme: [facts.programme], theme: facts.themes, scheme: facts.schemes }[kind]
  if (!known.some((each) => each.id === id)) fail('not-found', { entity: kind, id })
}

const placesUnder = (facts: ProgrammeFacts, place: Place): Id[] => {
  if (place.kind === 'scheme') return [place.id]
  const schemes = facts.schemes.map((scheme) => scheme.id)
  if (place.kind === 'programme') return [place.id, ...facts.themes.map((theme) => theme.id), ...schemes]
  return [place.id, ...schemes.filter((id) => themeOf(facts.memberships, id, facts.asAt.day) === place.id)]
}

const isOf = (line: BalanceLine, input: FigureInput): boolean =>
  input.levels.includes(line.level) &&
  line.startYear >= input.from &&
  line.startYear <= input.to &&
  (input.sourceId === undefined || line.sourceId === input.sourceId)

/** The figure at one place alone: the first level less the others, as held is authority less what is released. */
const standingAt = (facts: ProgrammeFacts, place: Place, input: FigureInput) =>
  sum(
    facts.balances
      .filter((line) => line.place.id === place.id && isOf(line, input))
      .map((line) => (line.level === input.levels[0] ? line.amount : -line.amount)),
  )

/** The theme and the programme that a place belongs to: money may have been given there and not at the place itself. */
const placesAbove = (facts: ProgrammeFacts, place: Place): Place[] => {
  if (place.kind === 'programme') return []
  const themeId = place.kind === 'scheme' ? themeOf(facts.memberships, place.id, facts.asAt.day) : undefined
  return [...(themeId ? [{ kind: 'theme' as const, id: themeId }] : []), { kind: 'programme', id: facts.programme.id }]
}

/** The plan of the schemes below that hang on this authority; with those below counted, of all of them. None for other figures. */
const planBelow = (facts: ProgrammeFacts, input: FigureInput) => {
  if (input.place.kind === 'scheme' || !input.levels.some((level) => level === 'authority' || level === 'released'))
    return []
  const below = new Set<string>(placesUnder(facts, input.place))
  const given = new Set<string>(facts.balances.filter((line) => isOf(line, input)).map((line) => line.place.id))
  const hangsOn = (place: Place) =>
    [place, ...placesAbove(facts, place)].find((each) => given.has(each.id))?.id === input.place.id
  return facts.schemes.flatMap((scheme) => {
    if (!below.has(scheme.id) || !(input.withBelow || hangsOn({ kind: 'scheme', id: scheme.id }))) return []
    const lines = facts.balances.filter(
      (line) => line.place.id === scheme.id && isOf(line, { ...input, levels: ['plan'] }),
    )
    return lines.length === 0
      ? []
      : [{ id: scheme.id, name: scheme.name, amount: sum(lines.map((line) => line.amount)) }]
  })
}
