import type { StartYear } from '../financialYear.ts'
import type { Id } from '../id.ts'
import type { CaseStatus } from '../programme/scheme.ts'
import type { CandidateNames } from './candidateNames.ts'
import type { ReportReading } from './reportReading.ts'

interface Summaries {
  descriptionOf: Map<Id, string>
  statuses: Pick<CaseStatus, 'schemeId' | 'startYear' | 'status' | 'place'>[]
}

/** A name, a dash and what is said of it. */
const summary = /^(?<name>[^–—:]{2,100}?)\s+[–—-]\s+(?<text>.{10,})$/su

/** What the paragraphs that begin with a scheme's name say of it, and how far they say that its business case has come. */
export const summariesOf = ({ paragraphs, names: matches }: ReportReading, names: CandidateNames): Summaries => {
  const schemes = matches.filter(({ kind }) => kind === 'scheme').map(({ printed }) => printed)
  const found = paragraphs.flatMap(({ text, place }) => {
    const { name = '', text: said = '' } = summary.exec(text)?.groups ?? {}
    const scheme = schemeCalled(name, schemes)
    return scheme === undefined ? [] : [{ schemeId: names.idOf('scheme', scheme), said, section: place.section, name }]
  })
  return {
    descriptionOf: new Map(found.map(({ schemeId, said }) => [schemeId, said])),
    statuses: found.flatMap(({ schemeId, said, section, name }) => {
      const sentence = sentencesOf(said).find((each) => /business case/i.test(each))
      const status = sentence === undefined ? undefined : statusIn(sentence)
      if (sentence === undefined || status === undefined) return []
      const place = [section, name]
        .filter((part) => part)
        .join(', ')
        .slice(0, 200)
      return [{ schemeId, startYear: yearIn(sentence), status, place }]
    }),
  }
}

const sentencesOf = (text: string): string[] => text.split(/(?<=[.;])\s+/)

const words: [pattern: RegExp, status: CaseStatus['status']][] = [
  [/\b(yet to be|not (yet )?(been )?|will be|to be) (developed|written|prepared)/i, 'not_yet_developed'],
  [/\bapproved\b/i, 'approved'],
  [/\brecommended\b/i, 'recommended'],
  [/\bdraft(ed)?\b/i, 'draft'],
]

const statusIn = (sentence: string): CaseStatus['status'] | undefined =>
  words.find(([pattern]) => pattern.test(sentence))?.[1]

/** `20/21` and `2020/21`. */
const yearIn = (sentence: string): StartYear | null => {
  const [, first, second] = /\b(?:20)?(\d\d)\/(\d\d)\b/.exec(sentence) ?? []
  return first !== undefined && Number(second) === (Number(first) + 1) % 100 ? 2000 + Number(first) : null
}

/** The printed name that is the same, else the only one that goes on from it or that it goes on from. */
const schemeCalled = (name: string, schemes: string[]): string | undefined => {
  const wanted = plain(name)
  if (wanted.length < 3) return undefined
  const same = schemes.find((scheme) => plain(scheme) === wanted)
  const near = schemes.filter((scheme) => plain(scheme).startsWith(wanted) || wanted.startsWith(plain(scheme)))
  return same ?? (near.length === 1 ? near[0] : undefined)
}

const plain = (name: string): string =>
  name
    .replace(/\(.*?\)/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
