import { fail } from '../../domain/errors.ts'
import { formatYear } from '../../domain/financialYear.ts'
import type { ProgrammeFacts } from '../../domain/programme/facts.ts'
import type { Scheme } from '../../domain/programme/scheme.ts'
import type { ReportOrder } from '../../domain/report/reportOrder.ts'
import { countInWords, listInWords } from '../document/listInWords.ts'
import { headingPart, paragraphPart } from '../document/parts.ts'
import { type Writing, writeSection } from '../document/section.ts'
import { takeFootnotes } from '../document/takeFootnotes.ts'
import type { Part, ReportContent } from '../model/reportModel.ts'
import { placesOf } from '../places.ts'
import { schemeSummary, summaryText } from './summary.ts'

/** Report 4: what each scheme is, in plain English, by theme. Throws `bad-scope`, and `not-found` for a scheme that is not there. */
export const schemeSummaries = (
  facts: ProgrammeFacts,
  { scope }: Pick<ReportOrder, 'scope'>,
  writing: Writing,
): ReportContent => {
  const places = placesOf(facts)
  const wanted = wantedSchemes(places.schemes, scope)
  const about = scope.kind === 'scheme' ? (wanted[0]?.name ?? '') : ''
  const introduction = writeSection(writing, {
    id: 'introduction',
    heading: 'About these schemes',
    proposed: scope.kind === 'scheme' ? '' : proposedText(facts),
    absent: 'Nothing is written by way of introduction.',
  })
  const isPlain = scope.kind === 'scheme' && introduction.section.text === ''
  const groups = [...places.themes, null].map((theme) => ({
    theme,
    schemes: wanted.filter(({ id }) => (places.themeOf(id)?.id ?? null) === (theme?.id ?? null)),
  }))
  const body = groups
    .filter(({ schemes }) => schemes.length > 0)
    .flatMap(({ theme, schemes }): Part[] => [
      headingPart(`theme/${theme?.id ?? 'none'}`, 1, theme?.name ?? 'No theme'),
      ...(theme?.objective ? [paragraphPart(`objective/${theme.id}`, theme.objective)] : []),
      ...schemes
        .filter(isTold)
        .flatMap((scheme) => [
          headingPart(`scheme/${scheme.id}`, 2, scheme.name),
          paragraphPart(`summary/${scheme.id}`, noted(facts, scheme)),
        ]),
      ...ideasPart(theme?.id ?? 'none', schemes),
    ])
  return {
    about,
    unit: '£',
    orientation: 'portrait',
    ...takeFootnotes([...(isPlain ? [] : introduction.parts), ...body]),
    missing: missingOf(facts, wanted),
    sections: [introduction.section],
  }
}

const wantedSchemes = (schemes: readonly Scheme[], scope: ReportOrder['scope']): Scheme[] => {
  if (scope.kind === 'programme') return schemes.filter(({ lifecycle }) => lifecycle !== 'cancelled')
  if (scope.kind !== 'scheme') return fail('bad-scope', { report: 'scheme-summaries', needs: 'programme, scheme' })
  const own = schemes.find(({ id }) => id === scope.id)
  return own ? [own] : fail('not-found', { entity: 'scheme', id: scope.id })
}

const proposedText = ({ programme, schemes, themes }: ProgrammeFacts): string => {
  const unfunded = schemes.filter(isIdea).length
  const ideas =
    unfunded === 0
      ? ''
      : ` Another {{programme.unfunded | words}} ${unfunded === 1 ? 'is an idea' : 'are ideas'} without money.`
  return (
    `{{programme.name}} plans {{programme.plan}} in ${formatYear(programme.startYear)} to ${formatYear(programme.endYear)} ` +
    `for {{programme.schemes}} ${schemes.length - unfunded === 1 ? 'scheme' : 'schemes'} in {{programme.themes}} ${themes.length === 1 ? 'theme' : 'themes'}.${ideas}`
  )
}

const isIdea = ({ lifecycle }: Scheme): boolean => lifecycle === 'unfunded'

/** Of an idea of which nothing is said its name is enough. */
const isTold = (scheme: Scheme): boolean => !isIdea(scheme) || scheme.briefDescription !== ''

const ideasPart = (theme: string, schemes: readonly Scheme[]): Part[] => {
  const names = schemes.filter((scheme) => !isTold(scheme)).map(({ name }) => name)
  return names.length === 0
    ? []
    : [paragraphPart(`ideas/${theme}`, `Ideas without money so far: ${listInWords(names)}.`)]
}

/** With a note on how its amounts were read, where the source leaves room. */
const noted = (facts: ProgrammeFacts, scheme: Scheme): string => {
  const note = scheme.amountsNote.replaceAll(']', ')')
  return `${summaryText(schemeSummary(facts, scheme))}${note === '' ? '' : `^[${note}]`}`
}

const missingOf = (facts: ProgrammeFacts, schemes: readonly Scheme[]): string[] => {
  const lacking = (what: string, lacks: (scheme: Scheme) => boolean): string[] => {
    const own = schemes.filter(lacks)
    if (own.length === 0) return []
    return own.length === schemes.length && own.length > 1
      ? [`${what} is recorded for none of them.`]
      : [
          `${what} is not recorded for ${own.length > 6 ? countInWords(own.length, 'scheme') : listInWords(own.map(({ name }) => name))}.`,
        ]
  }
  return [
    ...lacking('What it does', (scheme) => !isIdea(scheme) && scheme.briefDescription === ''),
    ...lacking(
      'Who leads or provides it',
      ({ leadOrganisationId, providers }) => leadOrganisationId === null && providers.length === 0,
    ),
    ...lacking('What it is to bring', ({ id }) => !facts.benefits.some(({ schemeId }) => schemeId === id)),
  ]
}
