import { officesIn } from './chairs.ts'
import { asUse, type Mentions } from './mentions.ts'
import type { NameUse } from './names.ts'
import type { Passage } from './paragraphs.ts'
import { plainText, tidy } from './plainText.ts'
import type { ReadClaim, ReadFigure, ReadPlace, ReadTable, ReportCover } from './reportReading.ts'

interface Said {
  cover: ReportCover
  passages: Passage[]
  tables: ReadTable[]
  mentions: Mentions
  narrative: ReadFigure[]
}

type Claim = Omit<ReadClaim, 'key'>

/** What the words claim, with the names that they use. */
export const readClaims = (said: Said): { claims: ReadClaim[]; uses: NameUse[] } => {
  const themes = themeClaims(said)
  const claims = [
    ...themes.claims,
    ...fundedBy(said),
    ...equality(said),
    ...mergedCells(said.tables),
    ...said.passages.flatMap(offices),
  ]
  return { claims: claims.map((claim, at) => ({ key: `claim-${at + 1}`, ...claim })), uses: themes.uses }
}

const sure = { confidence: 'read', why: null } as const
const announces = /\bthemes?\b(?:\W*$|\W+(?:are|of|below)\b|.{0,20}[:;]\s*$)|\bfollowing\b.{0,30}\bthemes\b/i
const named = /^\W{0,3}(?<name>[\p{L}\d].{1,98}?)(?:\s+[-–—]\s+|:\s+|\s*[–—]\s*)(?=\S)/u

/** The paragraphs after one that announces themes, each with the name of a theme, and the schemes that they speak of. */
function themeClaims({ passages, mentions }: Said): { claims: Claim[]; uses: NameUse[] } {
  const claims: Claim[] = []
  const uses: NameUse[] = []
  for (const [at, passage] of passages.entries()) {
    if (passage.kind === 'heading' || passage.kind === 'footnote' || !announces.test(tidy(passage.text))) continue
    const found = [...inLine(passage), ...following(passages, at)]
    if (found.length === 0) continue
    const names = found.map(({ name }) => name)
    claims.push({ place: passage.place, text: passage.text, claim: { kind: 'themes', names }, ...sure })
    for (const { name, place, of } of found) {
      uses.push({ kind: 'theme', printed: name, context: `themes ${passage.key}`, place })
      if (!of) continue
      const schemes = new Map(
        mentions.in(of).flatMap((each) => (each.kind === 'scheme' ? [[each.key, each] as const] : [])),
      )
      for (const mention of schemes.values()) {
        uses.push(asUse(mention, `text ${of.key} ${mention.start}`, of.at(mention.start, mention.end)))
        claims.push({
          place: { ...of.at(mention.start, mention.end), paragraph: passage.place.paragraph },
          text: of.text,
          claim: { kind: 'membership', scheme: mention.printed, theme: name },
          confidence: 'inferred',
          why: 'The scheme is named in the paragraph of the theme.',
        })
      }
    }
  }
  return { claims, uses }
}

interface FoundTheme {
  name: string
  place: ReadPlace
  of: Passage | null
}

/** Up to the next number or heading. */
function following(passages: Passage[], at: number): FoundTheme[] {
  const found: FoundTheme[] = []
  for (const passage of passages.slice(at + 1)) {
    const match = named.exec(passage.text)
    const name = match?.groups?.name
    const isList = passage.number === null || !/\d/.test(passage.number)
    if (passage.kind === 'heading' || !isList || name === undefined) break
    const start = passage.text.indexOf(name)
    found.push({ name: name.trim(), place: passage.at(start, start + name.length), of: passage })
  }
  return found
}

/** `the themes are A, B and C`. */
function inLine(passage: Passage): FoundTheme[] {
  const list = /\bthemes?(?: are| of)?\s*:\s*(?<list>\S.*)$|\bthemes are (?<plain>\S.*)$/i.exec(passage.text)
  const text = list?.groups?.list ?? list?.groups?.plain
  if (text === undefined) return []
  let from = passage.text.length - text.length
  return text
    .replace(/[.;]\s*$/, '')
    .split(/\s*[,;]\s*(?:and\s+)?/)
    .flatMap((item, at, all) => (at === all.length - 1 && all.length > 1 ? item.split(/\s+and\s+(?=\p{Lu})/u) : [item]))
    .flatMap((item) => {
      const name = item.trim()
      const start = passage.text.indexOf(name, from)
      from = start + name.length
      return name === '' || start < 0 ? [] : [{ name, place: passage.at(start, from), of: null }]
    })
}

/** The funder that a sentence names in which money is asked for. */
function fundedBy({ narrative }: Said): Claim[] {
  return narrative.flatMap(({ measure, sentence, printed, place }): Claim[] => {
    if (measure !== 'authority-asked') return []
    const behind = plainText(sentence.slice(sentence.indexOf(printed))).toLowerCase()
    const isGrant = /\b(?:from|by|in|of)\b[^.]*\bgrants?\b/.test(behind)
    const isBorrowing = /\b(?:from|by|through|of)\b[^.]*\bborrowing\b/.test(behind)
    if (isGrant === isBorrowing) return []
    return [{ place, text: sentence, claim: { kind: 'funded-by', what: isGrant ? 'grant' : 'borrowing' }, ...sure }]
  })
}

const assessment = /\b(?:equality|edci|impact|diversity)\b[^.]*\b(?:assessments?|screenings?)\b/i
const promises =
  /\b(?:each|every|individual|will|undertakes?|undertaken|makes?|carr(?:y|ies|ied) out|completes?d?|as part of)\b/i
const denies = /\b(?:no|not)\b[^.]*\b(?:assessments?|screenings?|required|needed|necessary)\b/i

function equality({ cover, passages }: Said): Claim[] {
  const { value, text, place } = cover.questions.equality
  const none: Claim[] =
    value === false && place ? [{ place, text, claim: { kind: 'equality', answer: 'no-implications' }, ...sure }] : []
  const promised = passages.flatMap((passage): Claim[] => {
    const { kind, text: said } = passage
    if (kind === 'cover' || kind === 'heading' || !assessment.test(said) || !promises.test(said) || denies.test(said))
      return []
    return [{ place: passage.place, text: said, claim: { kind: 'equality', answer: 'assessment-promised' }, ...sure }]
  })
  return [...none, ...promised]
}

const mergedCells = (tables: ReadTable[]): Claim[] =>
  tables.flatMap(({ key, kind, rows }) =>
    rows.flatMap((row): Claim[] => {
      if (kind === 'unknown' || row.kind !== 'split' || row.labels.length < 2) return []
      const text = row.labels.map(({ printed }) => printed).join('\n')
      return [{ place: row.place, text, claim: { kind: 'merged-cell', table: key, row: row.key }, ...sure }]
    }),
  )

const offices = (passage: Passage): Claim[] =>
  officesIn(passage.text).map(({ role, names, start, end }) => ({
    place: passage.at(start, end),
    text: passage.text.slice(start, end),
    claim: { kind: 'named', role, names },
    ...sure,
  }))
