import { formatYear, type StartYear, type YearRange } from '../financialYear.ts'
import type { Pence } from '../money.ts'

/** A column of a national return, as its template asks for it. */
export interface ReturnField {
  id: string
  /** `{1}` and `{2}` stand for the first and the second year of the template. */
  heading: string
  kind: 'text' | 'amount' | 'percent'
  /** Yellow cells are filled in, grey ones are worked out from them. */
  colour: 'yellow' | 'grey'
  /** When it has to be filled: always, never, or where another field has one of some words. */
  needed: 'always' | 'never' | { field: string; words: readonly string[] }
  /** What a number may be, in pence. */
  limits: readonly [Pence, Pence] | null
  /** What the template offers to choose from; empty for any text. */
  words: readonly string[]
  meaning: string
  source: string
}

/** What a return asks beside its lines, as a text or with Yes and No. */
export interface ReturnQuestion {
  id: string
  question: string
  words: readonly string[]
}

/** How a return is laid out for the years that its template was made for. */
export interface ReturnTemplate {
  /** `2023 to 2025`: what it is called. */
  name: string
  years: YearRange
  fields: readonly ReturnField[]
  questions: readonly ReturnQuestion[]
  /** What is not known of it; empty where it is known. */
  doubt: string
}

/** The template by which a year is returned, and the years that stand in its columns. */
export interface ChosenTemplate {
  template: ReturnTemplate
  years: StartYear[]
  fields: ReturnField[]
  /** Why it may not be the one that is asked for; null where it is. */
  doubt: string | null
}

/** The template of a year, else the one nearest to it, whose first column then is that year. */
export const templateFor = (
  templates: readonly [ReturnTemplate, ...ReturnTemplate[]],
  startYear: StartYear,
): ChosenTemplate => {
  const own = templates.find(({ years }) => years.from <= startYear && startYear <= years.to)
  const template = own ?? templates.findLast(({ years }) => years.to < startYear) ?? templates[0]
  const first = own ? template.years.from : startYear
  const years = Array.from({ length: template.years.to - template.years.from + 1 }, (_, step) => first + step)
  const named = (heading: string) =>
    heading.replace(/\{(\d)\}/g, (_, at: string) => formatYear(years[Number(at) - 1] ?? first))
  return {
    template,
    years,
    fields: template.fields.map((field) => ({ ...field, heading: named(field.heading) })),
    doubt: own
      ? template.doubt || null
      : `The template of ${formatYear(startYear)} is not in the program: this is the one for ${template.name}. Compare its headings before anything is pasted.`,
  }
}
