import { z } from 'zod'
import { namedMeetings, namedRequests } from '../../../db/queries/searchNames.ts'
import type { Reading } from '../../../db/schema.ts'
import { lessons } from '../../../db/subjects.ts'
import { StartYear, type YearRange } from '../../../domain/financialYear.ts'
import type { ProgrammeFacts } from '../../../domain/programme/facts.ts'
import { themeOf } from '../../../domain/programme/themeMembership.ts'
import { figuresOf, type PrintedFigure } from '../../../domain/search/figures.ts'
import { type FigureIndex, findFigures, indexFigures } from '../../../domain/search/findFigures.ts'
import { describe } from '../../../domain/tieOut/describe.ts'
import type { Finding } from '../../../domain/tieOut/finding.ts'
import { groupByCause } from '../../../domain/tieOut/groupByCause.ts'
import { statedPlace } from '../../../domain/tieOut/statedTable.ts'
import { AsAtInput } from '../operation.ts'

export const FigureSearch = z.strictObject({
  text: z.string().trim().min(1).max(60),
  from: StartYear,
  to: StartYear,
  asAt: AsAtInput,
})

/** More than anybody reads; the rest is counted. */
const MOST_FIGURES = 100

/** What can be gone to by name: schemes, themes, cases, requests, meetings, lessons, decisions, and the checks where they are at hand. */
export const searchIndex = async (facts: ProgrammeFacts, db: Reading, findings: Finding[] | null) => {
  const themes = new Map<string, string>(facts.themes.map(({ id, name }) => [id, name]))
  return {
    schemes: facts.schemes.map(({ id, name, ref, shortName, aliases }) => {
      const themeId = themeOf(facts.memberships, id, facts.asAt.day)
      return { id, name, ref, shortName, aliases, theme: (themeId && themes.get(themeId)) ?? null }
    }),
    themes: facts.themes.map(({ id, name, aliases }) => ({ id, name, aliases })),
    cases: facts.cases.map(({ id, reference, title, status }) => ({ id, reference, title, status })).reverse(),
    requests: await namedRequests(db),
    meetings: await namedMeetings(db),
    lessons: (await lessons.list(db)).map(({ id, title, appliesTo, recommendation }) => ({
      id,
      title,
      appliesTo,
      recommendation,
    })),
    decisions: facts.decisions.map(({ id, reference, title, status }) => ({ id, reference, title, status })),
    checks: groupByCause(findings ?? []).map(({ main }) => ({
      id: main.id,
      rule: main.rule,
      what: describe(main).what,
      severity: main.severity,
    })),
  }
}

const indexes = new WeakMap<ProgrammeFacts, { years: YearRange; index: FigureIndex }>()

/**
 * Every figure equal to a typed amount, and the check that is about a printed one; none for what is no amount. The index is
 * kept as long as the facts are.
 */
export const searchFigures = (
  facts: ProgrammeFacts,
  { text, from, to }: Pick<z.infer<typeof FigureSearch>, 'text' | 'from' | 'to'>,
  findings: Finding[] | null,
) => {
  let known = indexes.get(facts)
  if (known?.years.from !== from || known.years.to !== to) {
    known = { years: { from, to }, index: indexFigures(figuresOf(facts, { from, to })) }
    indexes.set(facts, known)
  }
  const { figures, total } = findFigures(known.index, text, MOST_FIGURES) ?? { figures: [], total: 0 }
  return {
    total,
    figures: figures.map((figure) => ({
      ...figure,
      checkId: (figure.kind === 'printed' ? checkAbout(figure, findings ?? []) : undefined) ?? null,
    })),
  }
}

const checkAbout = ({ documentId, place }: PrintedFigure, findings: Finding[]): string | undefined => {
  const at = JSON.stringify(statedPlace(documentId, place))
  return findings.find((finding) =>
    [finding.place, ...finding.values.map((value) => value.place)].some((each) => JSON.stringify(each) === at),
  )?.id
}
